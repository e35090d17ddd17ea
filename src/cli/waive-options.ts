import { refuse } from '../domain/failure.ts';
import type { Objection } from '../domain/objection.ts';
import type { Messages } from '../render/messages.ts';
import type { Waive } from '../usecase/objections.ts';
import { text, type Values, words } from './options.ts';

/** Options by which a second person lets awards break rules; `--reason` is kept for why a benefit is given. */
export const WAIVE = {
  waive: words('RULE'),
  waivedBy: text('NAME'),
  waiveReason: text('REASON'),
  waiveDecision: text('NO'),
};

/** What they say together; a waiver without a name or a reason is none. */
export function waived(given: Values<typeof WAIVE>): Waive | undefined {
  const { waive, waivedBy, waiveReason, waiveDecision } = given;
  if (waive.length === 0) return undefined;
  if (waivedBy === undefined) return refuse('usage.missing', { option: '--waived-by' });
  if (waiveReason === undefined) return refuse('usage.missing', { option: '--waive-reason' });
  return { rules: waive, by: waivedBy, reason: waiveReason, decision: waiveDecision };
}

/** The shape of an answer's objections. */
export const OBJECTIONS = [
  {
    award: 'text',
    rule: 'text',
    subject: 'text',
    force: 'text',
    allowed: 'text',
    found: 'text',
    'source?': 'text',
  },
] as const;

/** Objections of one rule that are said one by one; more are said together. */
const SINGLY = 5;

/** What was let pass with a word, below the answer: a line each, or one for all awards that one rule speaks of. */
export function withObjections(said: string, objections: readonly Objection[], m: Messages): string {
  const lines = [...Map.groupBy(objections, ({ rule }) => rule)].flatMap(([rule, those]) => {
    const [first] = those;
    return first === undefined || those.length <= SINGLY
      ? those.map((objection) => m.done.objected(objection))
      : [m.done.objectedMany({ rule, awards: those.map(({ award }) => award), first })];
  });
  return [said, ...lines].join('\n');
}
