import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { format, resolveConfig } from 'prettier';
import type { Compared, Quartiles } from './pairs.ts';

/** What a group of cases came to, and the most rows that a case of it could have. */
export interface Found {
  readonly largest: number;
  readonly compared: readonly Compared[];
}

/** Between these the run writes its tables; what stands outside them is written by hand. */
const [BEGIN, END] = ['<!-- measured -->', '<!-- end of what was measured -->'];
const GIBIBYTE = 2 ** 30;

const ratio = (values: Quartiles) =>
  `${values[1].toFixed(2)} (${values[0].toFixed(2)}–${values[2].toFixed(2)})`;
/** Milliseconds as people read them. */
const time = (ms: number) => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`);
const verdict = ({ bound, wall }: Compared) =>
  bound === undefined ? '' : wall.ratio[1] <= bound ? `≤ ${bound}` : `**over ${bound}**`;

/** A case on one line of a terminal. */
export function lineOf(each: Compared): string {
  const { name, beside, pairs, cpu, wall, mebibytes } = each;
  return (
    `${name} beside ${beside}: wall ${ratio(wall.ratio)} ${verdict(each)}, ${time(wall.ours[1])} against ${time(wall.theirs[1])}; ` +
    `processor ${ratio(cpu.ratio)}, ${time(cpu.ours[1])} against ${time(cpu.theirs[1])}; ` +
    `at most ${mebibytes.ours.toFixed(0)} MiB against ${mebibytes.theirs.toFixed(0)}; ${pairs} pairs\n`
  );
}

function tableOf(name: string, { largest, compared }: Found): string {
  const rows = compared.map((each) =>
    [
      each.name,
      each.beside,
      ratio(each.wall.ratio),
      verdict(each),
      ratio(each.cpu.ratio),
      `${time(each.wall.ours[1])} / ${time(each.wall.theirs[1])}`,
      `${each.mebibytes.ours.toFixed(0)} / ${each.mebibytes.theirs.toFixed(0)}`,
      String(each.pairs),
    ].join(' | '),
  );
  return [
    `### ${name}`,
    '',
    `At most ${largest} rows, gifts or people.`,
    '',
    '| case | beside | wall time | bound | processor time | wall time of each | MiB | pairs |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

/** Puts what was measured into the document, in place of what stood there. */
export async function writePerformance(path: string, found: Readonly<Record<string, Found>>): Promise<void> {
  const text = readFileSync(path, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${path} has no place for what was measured`);
  const machine = `Node ${process.version}, ${cpus().length} processors, ${(totalmem() / GIBIBYTE).toFixed(0)} GiB, ${process.platform}-${process.arch}.`;
  const tables = Object.entries(found).map(([name, each]) => tableOf(name, each));
  const whole = [before, BEGIN, '\n\n', machine, '\n\n', tables.join('\n'), '\n', END, after].join('');
  writeFileSync(path, await format(whole, { ...(await resolveConfig(path)), filepath: path }));
}
