import { blocks, GROUPS, type Finding, type JudgedFinding } from '../domain/finding.ts';
import type { FindingTexts } from './messages/findings.ts';
import type { Messages } from './messages.ts';
import type { TextStyle } from './text.ts';

/** How many findings of one kind a terminal shows. */
const SHOWN = 20;

export function findingText(finding: Pick<Finding, 'kind' | 'facts'>, texts: FindingTexts): string {
  // The catalogue has a message for each kind; which one it is cannot be told to the compiler for a union.
  const say = texts.findings[finding.kind] as (facts: Finding['facts']) => string;
  return say(finding.facts);
}

/**
 * Findings for a person, under the heading of what is held against what, errors first: what differs, its name, whose it is
 * to mend and since when, and the command that mends it.
 */
export function findingLines(
  findings: readonly JudgedFinding[],
  m: Messages,
  texts: FindingTexts,
  style: TextStyle,
): string[] {
  const order = { error: 0, warning: 1, notice: 2 } as const;
  const sorted = findings.toSorted(
    (a, b) => Number(blocks(b)) - Number(blocks(a)) || order[a.severity] - order[b.severity],
  );
  const shown = new Map<string, number>();
  const lines: string[] = [];
  for (const group of GROUPS) {
    const of = sorted.filter((finding) => finding.group === group);
    if (of.length === 0) continue;
    lines.push(style.bold(texts.groups[group]));
    for (const finding of of) {
      const count = (shown.get(finding.kind) ?? 0) + 1;
      shown.set(finding.kind, count);
      if (count <= SHOWN) lines.push(...said(finding, m, texts, style));
    }
  }
  const hidden = [...shown.values()].reduce((sum, count) => sum + Math.max(0, count - SHOWN), 0);
  if (hidden > 0) lines.push(m.words.more(hidden));
  return lines.length > 0 ? [...lines, ''] : [];
}

function said(finding: JudgedFinding, m: Messages, texts: FindingTexts, style: TextStyle): string[] {
  const severity = finding.accepted ? m.severities.accepted : m.severities[finding.severity];
  const { name, rule, owner, age, mend } = finding;
  const since = age === undefined || age === 0 ? [] : [texts.age(age)];
  const facts = [name, rule, texts.owners[owner], ...since].join(' · ');
  return [
    `  ${style.bold(severity)}  ${findingText(finding, texts)}`,
    style.dim(`      ${facts}`),
    ...(mend === undefined || finding.accepted ? [] : [`      ${m.words.mend}: ${mend}`]),
  ];
}
