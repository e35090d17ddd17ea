import { refuse } from '../domain/failure.ts';
import type { Objection } from '../domain/objection.ts';
import type { Messages } from '../render/messages.ts';
import type { Waive } from '../usecase/objections.ts';
import { many, text, type Values } from './options.ts';

/** Options by which a second person lets awards break rules. */
export const WAIVE = {
  waive: many('RULE', (typed) => typed),
  waivedBy: text('NAME'),
  reason: text('REASON'),
  waiveDecision: text('NO'),
};

/** The same where `--reason` says why the benefit is given, which is private: a waiver's reason is told apart from it. */
export const WAIVE_BESIDE = {
  waive: WAIVE.waive,
  waivedBy: WAIVE.waivedBy,
  waiveReason: text('REASON'),
  waiveDecision: WAIVE.waiveDecision,
};

/** What they say together; a waiver without a name or a reason is none. */
export function waived(
  { waive, waivedBy, reason, waiveDecision }: Values<typeof WAIVE>,
  option = '--reason',
): Waive | undefined {
  if (waive.length === 0) return undefined;
  if (waivedBy === undefined) return refuse('usage.missing', { option: '--waived-by' });
  if (reason === undefined) return refuse('usage.missing', { option });
  return { rules: waive, by: waivedBy, reason, decision: waiveDecision };
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

/** What was let pass with a word, a line each below the answer. */
export function withObjections(said: string, objections: readonly Objection[], m: Messages): string {
  return [said, ...objections.map((objection) => m.done.objected(objection))].join('\n');
}
