import { blocks, type Finding, type JudgedFinding } from '../domain/finding.ts';
import type { Messages } from './messages.ts';
import type { TextStyle } from './text.ts';

/** How many findings of one rule a terminal shows. */
const SHOWN = 20;

export function findingText(finding: Finding, m: Messages): string {
  // The catalogue has a message for each rule; which one it is cannot be told to the compiler for a union.
  const say = m.findings[finding.rule] as (facts: Finding['facts']) => string;
  return say(finding.facts);
}

/** Findings for a person, errors first: what differs, its name, and the command that mends it. */
export function findingLines(findings: readonly JudgedFinding[], m: Messages, style: TextStyle): string[] {
  const order = { error: 0, warning: 1, notice: 2 } as const;
  const sorted = findings.toSorted(
    (a, b) => Number(blocks(b)) - Number(blocks(a)) || order[a.severity] - order[b.severity],
  );
  const shown = new Map<string, number>();
  const lines: string[] = [];
  for (const finding of sorted) {
    const count = (shown.get(finding.rule) ?? 0) + 1;
    shown.set(finding.rule, count);
    if (count > SHOWN) continue;
    const severity = finding.accepted ? m.severities.accepted : m.severities[finding.severity];
    lines.push(`${style.bold(severity)}  ${findingText(finding, m)}`, style.dim(`    ${finding.name}`));
    if (finding.mend !== undefined && !finding.accepted) lines.push(`    ${m.words.mend}: ${finding.mend}`);
  }
  const hidden = [...shown.values()].reduce((sum, count) => sum + Math.max(0, count - SHOWN), 0);
  if (hidden > 0) lines.push(m.words.more(hidden));
  return lines.length > 0 ? [...lines, ''] : [];
}
