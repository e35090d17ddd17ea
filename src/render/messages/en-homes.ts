import { counted } from '../figures.ts';
import { capital, d, day, list } from './en-terms.ts';
import type { HomesDone } from './homes.ts';
import { MILESTONE_NAMES, PAPER_NAMES } from './en-papers.ts';

export const homesDone = (): HomesDone => ({
  paperKept: (a) => {
    const had = a.known > 0 ? ` ${a.known} had it already.` : '';
    if (a.cases.length === 0)
      return `Nothing new: ${counted(a.known, 'dossier has', 'dossiers have')} the ${PAPER_NAMES[a.paper]} already.`;
    const cases = a.cases.length <= 5 ? ` (${list(a.cases)})` : '';
    return a.due === undefined
      ? `Kept the ${PAPER_NAMES[a.paper]} of ${day(a.day)} with ${counted(a.cases.length, 'dossier')}${cases}.${had}`
      : `The ${PAPER_NAMES[a.paper]} of ${counted(a.cases.length, 'dossier')}${cases} must be there by ${day(a.due)}.${had}`;
  },
  milestone: (a) =>
    `Home ${a.case}: ${MILESTONE_NAMES[a.milestone]} on ${day(a.day)}, minutes ${a.minutes}.${a.photos > 0 ? ` Kept ${counted(a.photos, 'picture')}.` : ''}${a.skipped.length > 0 ? `\nThere are no minutes of: ${list(a.skipped.map((each) => MILESTONE_NAMES[each]))}; record them if there are.` : ''}`,
  dossier: (a) =>
    [
      `Home ${a.case}${a.cost === undefined ? '' : `: costs ${d(a.cost)} in all`}`,
      `Paid for by: ${list(
        [
          [a.own, 'own funds'],
          [a.held, 'held funds'],
          [a.unnamed, 'no fund named yet'],
          [a.outside, 'others directly'],
        ].flatMap(([amount, name]) => (amount === 0 ? [] : [`${name} ${d(Number(amount))}`])),
      )}.${a.open === undefined || a.open === 0 ? '' : a.open > 0 ? ` ${d(a.open)} has no source yet.` : ` ${d(-a.open)} more is given than it costs.`}`,
      ...a.instalments.map(
        (part) =>
          `  Instalment ${part.line}: ${d(part.amount)}${part.needs === undefined ? '' : `, waits for the ${PAPER_NAMES[part.needs]}`} – ${part.paidOn === undefined ? 'not paid' : `paid on ${day(part.paidOn)}${part.signedOn === undefined ? ', not signed for' : `, signed for on ${day(part.signedOn)}`}`}`,
      ),
      ...(a.handedBack > 0 ? [`${d(a.handedBack)} was handed back.`] : []),
      'Papers:',
      ...a.papers.map(
        ({ paper, number, day: dated, due }) =>
          `  ${capital(PAPER_NAMES[paper])}${due === undefined ? ` ${number} of ${day(dated)}` : `: promised by ${day(due)}`}`,
      ),
      ...(a.missing.length > 0 ? [`  Missing: ${list(a.missing.map((kind) => PAPER_NAMES[kind]))}`] : []),
      'Milestones:',
      ...(a.milestones.length === 0 ? ['  none yet'] : []),
      ...a.milestones.map(
        ({ milestone, day: on, minutes }) =>
          `  ${capital(MILESTONE_NAMES[milestone])} on ${day(on)}, minutes ${minutes}`,
      ),
    ].join('\n'),
  reported: (a) =>
    `Kept ${a.accepted} of ${a.rows} reported rows of round ${a.round}, ${d(a.total)} (list ${a.document}); nothing is posted.${a.rejected > 0 ? `\nLeft out ${counted(a.rejected, 'bad row')}.` : ''}\nHold them against the book: phucloi reconcile MONTH`,
});

/** Stages of houses and papers as cells of a table. */
export const homeValues: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(MILESTONE_NAMES).map(([kind, name]) => [`stage.${kind}`, name]),
  ['stage.proposed', 'proposed'],
  ['stage.approved', 'not begun'],
  ...Object.entries(PAPER_NAMES).map(([kind, name]) => [`paper.${kind}`, capital(name)]),
  ['stalled', 'stalled'],
]);

export const homeColumns = { stage: 'Stage', since: 'Last step', paid: 'Paid', houses: 'Homes' } as const;
