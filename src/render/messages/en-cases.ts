import { counted } from '../figures.ts';
import type { Messages, Refusals } from '../messages.ts';
import { d, day, list } from './en-terms.ts';
import { PAPER_NAMES } from './en-papers.ts';

/** Occasions of visits, by the codes under which they are kept. */
export const VISITS: Readonly<Record<string, string>> = {
  sick: 'illness',
  bereavement: 'bereavement',
  wedding: 'wedding',
  birth: 'birth of a child',
};

export const casesDone = (): Pick<Messages['done'], 'opened' | 'visited' | 'dueParts'> => ({
  opened: (a) => {
    const first = a.due[0];
    const last = a.due.at(-1);
    return [
      `Opened ${a.case}, ${d(a.total)}.`,
      ...(first === undefined || last === undefined
        ? []
        : [`Paid in ${a.due.length} monthly parts, from ${day(first)} to ${day(last)}.`]),
      ...(a.promised.length === 0 || a.papersDue === undefined
        ? []
        : [
            `Paid first, papers due by ${day(a.papersDue)}: ${list(a.promised.map((paper) => PAPER_NAMES[paper]))}.`,
          ]),
      ...(a.reason ? ['The reason is kept apart and stands on no list.'] : []),
    ].join('\n');
  },
  dueParts: (a) =>
    a.parts === 0
      ? `Nothing is to be paid up to the end of ${day(a.on.slice(0, 7))}.`
      : `To be paid: ${d(a.total)}, ${counted(a.parts, 'part')} of ${counted(a.cases, 'case')}.${a.overdue.parts === 0 ? '' : ` Left from earlier months: ${counted(a.overdue.parts, 'part')}, ${d(a.overdue.total)}.`}`,
  visited: (a) =>
    [
      `${a.case}: visit (${VISITS[a.kind] ?? a.kind}), ${d(a.amount)}, by ${a.decision}.`,
      a.voucher === ''
        ? 'Not paid yet.'
        : `${a.voucher}: paid, ${a.signed ? 'signed for' : 'not signed for yet'}.`,
    ].join('\n'),
});

export const caseFailures = {
  'visit.undecided': ({ category, amount, level, standing }) => [
    standing === ''
      ? `Nothing decides the visit (${VISITS[category] ?? category}) of ${d(amount)} yet.`
      : level === undefined
        ? `Visit (${VISITS[category] ?? category}) of ${d(amount)}: ${standing} names no sum for it.`
        : `Visit (${VISITS[category] ?? category}) of ${d(amount)} is more than the ${d(level)} of ${standing}.`,
    'A visit follows a clause of the spending regulation, within its level, or a decision of its own.',
    standing === ''
      ? 'Add --decision NO, or name the clause once: phucloi setting set visit.standing "Article … of the spending regulation"'
      : 'Pay within the level, or add --decision NO.',
  ],
} satisfies Partial<Refusals['failures']>;
