import type { Found } from '../../domain/finding.ts';
import { readWords } from '../../intake/words.ts';
import { error, type Rule } from './rule.ts';

/** The label before an amount in words, as vouchers print it; the words end with the line or a full stop. */
const LABEL = /b\u1EB1ng ch\u1EEF[^:]*:([^.;\n)]*)/iu;

/** An amount written in words against the figure beside it. Words that are no number prove nothing. */
export const r02: Rule = {
  code: 'R02',
  group: 'lists',
  scope: 'month',
  kinds: { 'words.differ': error('accountant') },
  look: async (facts) =>
    (await facts.ask.contents(facts, ['ng ch'])).flatMap(
      ({ voucher, entry, content, amount, day }): Found[] => {
        const said = LABEL.exec(content.normalize('NFC'))?.[1];
        const written = said === undefined ? undefined : readWords(said);
        if (written === undefined || written === amount) return [];
        const subject = voucher === '' ? `#${entry}` : voucher;
        const mend =
          entry === 0 ? `phucloi voucher list --from ${day} --to ${day}` : `phucloi entry show ${entry}`;
        return [{ kind: 'words.differ', subject, facts: { voucher: subject, written, amount }, day, mend }];
      },
    ),
};
