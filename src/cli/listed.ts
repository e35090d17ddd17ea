import { extname } from 'node:path';
import { refuse } from '../domain/failure.ts';
import type { Table } from '../report/table.ts';
import type { Answer, Desk } from './command.ts';
import { resolved } from './given.ts';
import { text } from './options.ts';

/** Where a list is written to instead of being printed; its ending says as what. */
export const LIST_OUTPUT = { output: text('FILE.xlsx|.csv|.json') };

/** Writes a list to the file that was named, and says where; a list that no file was named for is printed. */
export async function listedTo(
  desk: Desk,
  output: string | undefined,
  answer: Answer & { readonly table: Table },
): Promise<Answer> {
  if (output === undefined) return answer;
  const bytes = await bytesOf(desk, output, answer);
  const { isSameFile, writeWhole } = await import('../files/write.ts');
  const path = resolved(desk, output);
  if (isSameFile(path, desk.bookPath)) refuse('file.unwritable', { path: output, reason: 'book' });
  if (!desk.header('').dryRun) writeWhole(path, bytes);
  const data = { ...answer.data, path: output };
  return { data, text: (m) => m.done.listed({ path: output, rows: linesOf(answer.table) }) };
}

async function bytesOf(
  desk: Desk,
  output: string,
  { data, table }: Answer & { readonly table: Table },
): Promise<Uint8Array> {
  switch (extname(output).toLowerCase()) {
    case '.xlsx': {
      const { renderListWorkbook } = await import('../render/xlsx-list.ts');
      return renderListWorkbook(table, desk.m, desk.today);
    }
    case '.csv': {
      const { renderCsv } = await import('../render/csv.ts');
      // The mark at the beginning tells Excel that the letters are UTF-8.
      return Buffer.from(`\ufeff${renderCsv(table)}`);
    }
    case '.json':
      return Buffer.from(`${JSON.stringify(data, undefined, 2)}\n`);
    default:
      return refuse('usage.value', {
        option: '--output',
        given: output,
        expected: 'FILE.xlsx · .csv · .json',
      });
  }
}

function linesOf(table: Table): number {
  return table.rows.filter(({ kind }) => kind === 'line').length;
}
