import type { Day } from '../../domain/day.ts';
import type { MonthTexts } from '../../render/guide/month-texts.ts';
import type { Action, Ask } from './month-steps.ts';

/** How many awards of a round wait for what. */
export interface RoundPending {
  readonly round: string;
  readonly kind: string;
  readonly day: Day;
  readonly people: number;
  readonly pending: number;
  readonly proposed: number;
  readonly approved: number;
  readonly handed: number;
  readonly paid: number;
}

/**
 * Every round with what it waits for, the one that comes first ahead. `unpaid` says how many awards of a round the
 * book's own money is still to pay: what others give out is approved and never paid here.
 */
export async function roundsPending(
  ask: Ask,
  asOf: Day,
  unpaid: ReadonlyMap<string, number>,
): Promise<RoundPending[]> {
  type Listed = { rounds: readonly { code: string; kind: string; day: Day }[] };
  type Counts = { proposed: number; approved: number; handed: number; paid: number; signed: number };
  const { rounds = [] } = (await ask<Listed>(['programme', 'list'])) ?? {};
  const found: RoundPending[] = [];
  for (const { code: round, kind, day } of rounds.toSorted((a, b) => a.day.localeCompare(b.day))) {
    const data = await ask<{ total: Counts }>(['programme', 'progress', round, '--as-of', asOf]);
    if (data === undefined) continue;
    // The counts are cumulative: what was signed was paid, approved and proposed.
    const { total } = data;
    const waits = {
      proposed: total.proposed - total.approved,
      approved: unpaid.get(round) ?? 0,
      handed: total.handed,
      paid: total.paid - total.signed,
    };
    const pending = Object.values(waits).reduce((sum, count) => sum + count, 0);
    found.push({ round, kind, day, people: total.proposed, pending, ...waits });
  }
  return found;
}

/** What rounds wait for, as command lines. */
export function benefitActions(rounds: readonly RoundPending[], { does }: MonthTexts): Action[] {
  return rounds.flatMap(({ round, kind, proposed, approved, handed, paid }): Action[] => {
    const of = ['--round', round];
    const unsigned = handed + paid;
    return [
      ...(proposed === 0
        ? []
        : [
            {
              label: does.approve({ round, count: proposed }),
              words: [kind, 'approve', ...of, '--decision', '…', '--on', '…', '--by', '…'],
            },
          ]),
      ...(approved === 0
        ? []
        : [
            {
              label: does.pay({ round, count: approved }),
              words: [kind, 'pay', ...of, '--from', '…', '--on', '…'],
            },
            {
              label: does.hand({ round }),
              words: [kind, 'pay', ...of, '--from', '…', '--on', '…', '--handed-to', '…', '--due', '…'],
            },
          ]),
      ...(unsigned === 0
        ? []
        : [
            { label: does.sheet({ round }), words: [kind, 'sheet', ...of, '-o', `ky-nhan-${round}.xlsx`] },
            { label: does.signAll({ round, count: unsigned }), words: [kind, 'sign', ...of, '--all'] },
            { label: does.signMost({ round }), words: [kind, 'sign', ...of, '--all', '--except', '…'] },
            {
              label: does.unsigned({ round }),
              words: [kind, 'list', ...of, '--state', handed > 0 ? 'handed' : 'paid'],
            },
          ]),
    ];
  });
}
