import { basename, extname } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { isSameFile, mustBeWritable, stageWhole, type StagedFile } from '../files/write.ts';
import { readTemplate } from '../intake/workbook-template.ts';
import { fillTemplate, type Filled } from '../render/template/fill.ts';
import type { Paper } from '../report/papers/paper.ts';
import type { Answer, Desk } from './command.ts';
import { resolved } from './given.ts';

/** What was written of a template, and how it is told. */
export interface FilledFiles {
  readonly files: readonly string[];
  readonly answer: Pick<Answer, 'text' | 'warnings'>;
}

/**
 * Fills a template with a paper: one file, or one for each sheet of a paper whose sheets are all alike, named after it.
 * All of them or none; never over the template or the book.
 */
export async function putFilled(
  desk: Desk,
  template: string,
  output: string,
  paper: Paper,
): Promise<FilledFiles> {
  const path = resolved(desk, template);
  const file = basename(template);
  mustNotBe(desk, output, path);
  const filled: { readonly name: string; readonly made: Filled }[] = [];
  const names = new Set<string>();
  for await (const made of fillTemplate(file, await readTemplate(path), paper)) {
    const name = made.sheet === undefined ? output : besides(output, made.sheet, names);
    mustNotBe(desk, name, path);
    filled.push({ name, made });
  }
  if (!desk.header('').dryRun) place(desk, filled);
  const unknown = [...new Set(filled.flatMap(({ made }) => made.unknown))];
  const files = filled.map(({ name }) => name);
  return {
    files,
    answer: {
      text: (m) => m.done.filled({ template, files }),
      warnings: unknown.length === 0 ? [] : [{ code: 'template.unknown', facts: { file, names: unknown } }],
    },
  };
}

/** `phieu.xlsx` for the sheet PC-TET-0001 is `phieu-PC-TET-0001.xlsx`. */
function besides(output: string, sheet: string, taken: Set<string>): string {
  const ending = extname(output);
  const stem = output.slice(0, output.length - ending.length);
  const plain = sheet.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  for (let number = 1; ; number++) {
    const name = `${stem}-${plain}${number === 1 ? '' : `-${number}`}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function mustNotBe(desk: Desk, output: string, template: string): void {
  const path = resolved(desk, output);
  if (isSameFile(path, desk.beside)) refuse('file.unwritable', { path: output, reason: 'book' });
  if (isSameFile(path, template)) refuse('file.unwritable', { path: output, reason: 'template' });
}

/** Every file is whole beside its place before the first is put there. */
function place(desk: Desk, filled: readonly { readonly name: string; readonly made: Filled }[]): void {
  const staged: StagedFile[] = [];
  try {
    for (const { name, made } of filled) {
      const path = resolved(desk, name);
      staged.push(stageWhole(path, made.bytes));
      mustBeWritable(path);
    }
    for (const each of staged) each.put();
  } catch (error) {
    for (const each of staged) each.drop();
    throw error;
  }
}
