import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { recipients } from './recipients.ts';

const RECIPIENTS = 5000;
const PAIRS = 7;
const KIB = 1024;
/** Debian's python3-xlsxwriter belongs to Debian's Python. */
const PYTHON = '/usr/bin/python3';

interface Measured {
  readonly ms: number;
  readonly mebibytes: number;
}

/**
 * A disbursement report of 5,000 recipients as PDF beside the same rows in a workbook of XlsxWriter: interleaved pairs,
 * each in a process of its own. Undefined where XlsxWriter is not installed.
 */
export function recipientsToPdf(
  folder: string,
): { name: string; ours: readonly Measured[]; theirs: readonly Measured[] } | undefined {
  const found = existsSync(PYTHON) && spawnSync(PYTHON, ['-c', 'import xlsxwriter']).status === 0;
  if (!found) return undefined;
  const home = join(folder, 'pdf');
  mkdirSync(home);
  const { columns, rows } = recipients(RECIPIENTS);
  writeFileSync(join(home, 'rows.json'), JSON.stringify({ columns: columns.map(({ key }) => key), rows }));
  writeFileSync(join(home, 'write.py'), XLSXWRITER);
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  for (let pair = 0; pair <= PAIRS; pair++) {
    const bare = run(home, PYTHON, ['write.py']);
    const made = run(home, process.execPath, [
      join(import.meta.dirname, 'recipients.ts'),
      String(RECIPIENTS),
    ]);
    // The first pair warms the disk.
    if (pair > 0) {
      theirs.push(bare);
      ours.push(made);
    }
  }
  return { name: `${RECIPIENTS} recipients to PDF`, ours, theirs };
}

function run(cwd: string, program: string, words: readonly string[]): Measured {
  const start = performance.now();
  const played = spawnSync(program, words, { cwd, encoding: 'utf8' });
  const ms = performance.now() - start;
  if (played.status !== 0) throw new Error(`${words.join(' ')}: ${played.stderr}`);
  return { ms, mebibytes: Number(/peak (\d+)/.exec(played.stdout)?.[1]) / KIB };
}

const XLSXWRITER = `
import json, resource, xlsxwriter
data = json.load(open('rows.json', encoding='utf-8'))
book = xlsxwriter.Workbook('rows.xlsx', {'constant_memory': True})
sheet = book.add_worksheet()
amount = book.add_format({'num_format': '#,##0', 'border': 1})
plain = book.add_format({'border': 1, 'text_wrap': True})
sheet.write_row(0, 0, data['columns'], plain)
for at, row in enumerate(data['rows'], 1):
    for column, key in enumerate(data['columns']):
        value = row['cells'].get(key)
        if isinstance(value, (int, float)):
            sheet.write_number(at, column, value, amount)
        elif value is None:
            sheet.write_blank(at, column, None, plain)
        else:
            sheet.write_string(at, column, value if isinstance(value, str) else value['facts'].get('text', ''), plain)
book.close()
print('peak', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
`;
