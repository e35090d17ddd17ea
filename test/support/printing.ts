import { COMMANDS } from '../../src/cli/commands.ts';

/** What is asked of the commands that do not answer without. */
const ASKED: Readonly<Record<string, string>> = {
  'member show': 'M3',
  'programme progress': 'tet',
  'appeal show': 'vd',
  'statement show': 'D1',
  'gift show': 'tet/0001',
  'hardship show': 'kk/0001',
  'visit show': 'visit-2024/0001',
  'home show': 'ma/0001',
  'gift sheet': '--round tet',
  'hardship sheet': '--round kk',
  'visit sheet': '--round visit-2024',
  'home sheet': '--round ma',
  'visit print': 'visit-2024/0001',
  'advance show': 'PC-TCCD-2024-0001',
  'entry show': '2',
  'goods ledger': 'QUA',
  reconcile: '--period 2024-01',
  'ledger fund': 'TCCD',
  'ledger account': '5',
  'ledger member': 'M3',
  'report disbursements': '--period 2024-01',
  'report term': '--period 2024-H1',
  'report disclosure': '--level inspector --period 2024-01',
  'report recipients': '--period 2024-01',
  'report contributions': '--period 2024-01',
  'report thanks': '--period 2024-01',
  'report units': '--period 2024-01',
  'report consolidated': '--period 2024-01',
  'report cash-count': '--on 2024-01-31',
  'report decision': '--round tet2',
  'report s82': '--year 2024 --fund TCCD',
  'report b07': '--year 2024 --fund TCCD',
  'report month-page': '--period 2024-01',
  'voucher print': 'PC-TCCD-2024-0001',
  handover: '--role cashier --on 2024-11-30 --to "=1+1 <b>x" --dry-run',
};
/** Of a month that is closed, of a thing that was not done here or is on a server, or no paper: not asked. */
const APART = new Set([
  'programme check',
  'report closing-minutes',
  'report return-minutes',
  'report month-end',
  'report template',
  'book end',
  'role list',
  'export',
  // What is kept of one person, whole: that is what it is for.
  'member export',
]);

const MEDIA = ['html', 'xlsx', 'pdf'];

/**
 * Every command that lists or prints the book of support/hostile.ts, with the forms that it is written in: the command
 * line, whether it answers with a list, the forms' names.
 */
export async function printing(): Promise<{ line: string; lists: boolean; forms: readonly string[] }[]> {
  const found = [];
  for (const { name, load } of COMMANDS) {
    const { options, lists = false } = (await load()).commandFor(name.split(' ')[0] ?? '');
    if (APART.has(name) || !(lists || 'output' in options)) continue;
    const media = name === 'report month-page' ? ['html'] : MEDIA;
    const forms = lists ? ['csv', 'json', ...media] : media;
    found.push({ line: `${name} ${ASKED[name] ?? ''}`.trim(), lists, forms });
  }
  return found;
}
