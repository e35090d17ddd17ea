import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal, refuse } from '../domain/failure.ts';
import { mustBeWritable, writeWhole } from '../files/write.ts';
import type { Desk } from './command.ts';
import { objectIn, type ConfigFile } from './config.ts';

/** The file that a change goes to: the user's, or the working folder's. */
export function configFile({ io: { config } }: Desk, project: boolean): ConfigFile {
  const scope = project ? 'project' : 'user';
  const found = config?.files.find((each) => each.scope === scope);
  return found ?? refuse('usage.missing', { option: 'XDG_CONFIG_HOME | --project' });
}

/** What a file says now, keys that mean nothing with it; one that is no configuration is not written over. */
export function writtenIn({ path, exists, fault }: ConfigFile): Record<string, unknown> {
  if (!exists) return {};
  const problem = fault?.code === 'config.unfit' ? fault.facts.problem : undefined;
  if (fault !== undefined && (problem === 'file' || problem === 'json')) throw new Refusal(fault);
  return objectIn(readFileSync(path, 'utf8')) ?? {};
}

/** Puts a configuration in its place, whole; its folder is made where it is the first. */
export function writeConfig(desk: Desk, path: string, values: Readonly<Record<string, unknown>>): void {
  if (desk.globals.dryRun === true) return;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch {
    refuse('file.unwritable', { path, reason: 'folder' });
  }
  mustBeWritable(path);
  writeWhole(path, Buffer.from(`${JSON.stringify(values, undefined, 2)}\n`));
}
