import { lastDay } from '../domain/day.ts';
import { DUE_STATES, type Due, type Status } from '../domain/due.ts';
import type { StatusTexts } from './messages/status.ts';
import type { TextStyle } from './text.ts';

/** How many of one kind a terminal shows. */
const SHOWN = 5;

/** What waits, for a person: overdue, what blocks the close, the rest; under each the command that settles it. */
export function statusText({ today, month, due }: Status, texts: StatusTexts, style: TextStyle): string {
  const told = { month: month.open, ended: month.ended, last: lastDay(month.open) };
  const lines = [texts.title({ today, ...told }), ''];
  for (const state of DUE_STATES) {
    const of = due.filter((each) => each.state === state);
    if (of.length === 0) continue;
    lines.push(style.bold(texts.states[state](month.open)));
    for (const code of new Set(of.map((each) => each.code))) {
      const alike = of.filter((each) => each.code === code);
      lines.push(...alike.slice(0, SHOWN).flatMap((each) => dueLines(each, texts, style)));
      if (alike.length > SHOWN) lines.push(`  ${texts.more(alike.length - SHOWN)}`);
    }
    lines.push('');
  }
  return due.length === 0 ? [...lines, texts.nothing(told)].join('\n') : lines.slice(0, -1).join('\n');
}

function dueLines(due: Due, texts: StatusTexts, style: TextStyle): string[] {
  const by = texts.by(due);
  return [`  ${dueText(due, texts)}${by === '' ? '' : ` (${by})`}.`, style.dim(`      ${due.command}`)];
}

/** What waits, in a sentence without its full stop. */
export function dueText(due: Pick<Due, 'code' | 'facts'>, texts: StatusTexts): string {
  // The catalogue has a sentence for each code; which one it is cannot be told to the compiler for a union.
  const say = texts.due[due.code] as (facts: Due['facts']) => string;
  return say(due.facts);
}
