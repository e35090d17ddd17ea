import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordOf, type Clean } from './judge.ts';
import { callsIn, runProgram, systemCalls, type Calls } from './kill.ts';
import { prepare, STORY, type Step } from './story.ts';

/** A step with the folder it begins in, what stands before and after it, and what a run of it does. */
export interface Target extends Clean {
  readonly at: number;
  readonly step: Step;
  readonly calls: Calls;
  /** Calls of the system, where they are traced. */
  readonly system: readonly string[];
  readonly ms: number;
}

/** Plays the whole story once, and keeps the folder before each step that is to be disturbed. */
export async function targetsIn(
  root: string,
  { deep, traced }: { readonly deep: boolean; readonly traced: boolean },
): Promise<readonly Target[]> {
  const targets: Target[] = [];
  const folder = join(root, 'story');
  mkdirSync(folder);
  for (const [at, step] of STORY.entries()) {
    prepare(folder, step);
    const from = join(root, `from-${at}`);
    if (step.quiet !== true) cpSync(folder, from, { recursive: true });
    const log = join(root, 'calls.json');
    const { exit, stdout, stderr, ms } = await runProgram(folder, step.line, { measure: log });
    if (exit !== 0) throw new Error(`${step.line}: ${stdout}${stderr}`);
    if (step.quiet === true) continue;
    const system = traced ? await tracedRun(from, root, step) : [];
    const [before, after] = [await recordOf(from, deep), await recordOf(folder, deep)];
    targets.push({ at, step, from, before, after, calls: callsIn(log), system, ms });
  }
  return targets;
}

async function tracedRun(from: string, root: string, step: Step): Promise<string[]> {
  const copy = join(root, 'traced');
  cpSync(from, copy, { recursive: true });
  try {
    return await systemCalls(copy, step.line, join(root, 'strace.txt'));
  } finally {
    rmSync(copy, { recursive: true });
  }
}
