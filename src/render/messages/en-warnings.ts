import { once } from '../../domain/once.ts';
import { counted } from '../figures.ts';
import type { Messages } from '../messages.ts';
import { doubtful } from './en-people.ts';
import { d, day, list } from './en-terms.ts';
import { unitOpen } from './en-units.ts';

/** Kinds of lines of a bank's statement. */
export const lines: Messages['lines'] = {
  contribution: 'contribution',
  fee: 'fee',
  vat: 'VAT',
  interest: 'interest',
  refund: 'refund',
  sweep: 'sweep',
  salary: 'salary',
  dues: 'dues',
  allocation: 'allocation',
  payment: 'payment',
};

export const warnings = once((): Messages['warnings'] => ({
  'row.magnitude': (f) =>
    `Row ${some(f.rows)}: an amount unlike the rest of the list (perhaps in thousands). Posted as printed; ask the sender.`,
  'rows.suspect': (f) =>
    `${counted(f.count, 'row')} equal rows of another list (day, amount, name). Posted; worth a look.`,
  'rows.left': (f) =>
    `Left out rows ${some(f.rows)}. The total that the list prints could therefore not be checked.`,
  'donors.unsure': (f) =>
    `${counted(f.unsure.length, 'name')} may mean several people, or are only like one; posted, and linked with nobody: ${f.unsure
      .slice(0, 5)
      .map(
        ({ row, candidates }) =>
          `row ${row} (${list(candidates.slice(0, 5))}${candidates.length > 5 ? ', …' : ''})`,
      )
      .join(
        '; ',
      )}${f.unsure.length > 5 ? '; …' : ''}. Say who, for later lists: phucloi donor match --name NAME --is CODE`,
  'lines.left-out': (f) =>
    `Left out, as they are no gifts: ${f.kinds.map((each) => `${each.lines} ${lines[each.kind] ?? each.kind}`).join(', ')}.`,
  'lines.alike': (f) =>
    `${counted(f.count, 'line looks', 'lines look')} like lines of an earlier statement (day and amount); kept unless --suspects skip:${f.alike
      .slice(0, 10)
      .map(
        (each) =>
          `\n  row ${each.row} | ${each.document} row ${each.documentRow} | ${day(each.day)} | ${d(each.amount)}`,
      )
      .join('')}${f.count > 10 ? `\n  … and ${f.count - 10} more` : ''}`,
  'reported.unknown': (f) =>
    `Row ${some(f.rows)}: people who have no award in the round. Kept; reconcile will tell.`,
  'private.open': () =>
    'The book was encrypting private fields; the one made anew has no key, and keeps none until a passphrase is set: phucloi private encrypt',
  'private.withheld': (f) =>
    `${f.fields} private fields (ID numbers, phones, accounts, circumstances) are not in the file. Where they are needed: export --private --purpose "WHY".`,
  'template.unknown': (f) =>
    `${f.file}: this paper has no ${list(f.names.slice(0, 12))}${f.names.length > 12 ? ', …' : ''}; those cells stay as they were.`,
  'member.doubtful': ({ doubts }) => doubtful(doubts),
  'unit.open': unitOpen,
  'statement.unproved': () =>
    'There is no balance to check, so nothing proves that no line is missing. Compare the sums with the paper of the bank.',
  'units.absent': (f) =>
    `No figures of ${counted(f.units.length, 'unit')}: ${list(f.units)}. See: phucloi collection list`,
  'units.behind': (f) => `Only up to their last closed month: ${list(f.units)}.`,
  'passed.unmatched': (f) =>
    `${d(f.amount)} passed down or up stands in only one book of the two within these days and is not eliminated. See: phucloi collection check --period MONTH`,
  'list.many-days': (f) =>
    `The list has ${counted(f.days, 'day')} and so ${counted(f.days, 'receipt')}. If the money came at once: --received-on DAY --from-person NAME`,
}));

/** The first rows of many. */
function some(rows: readonly number[]): string {
  return rows.length <= 20 ? list(rows) : `${list(rows.slice(0, 20))}, … (${rows.length})`;
}
