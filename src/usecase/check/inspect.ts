import { judge, type Finding, type Found, type JudgedFinding, type RuleCode } from '../../domain/finding.ts';
import type { Day, Month } from '../../domain/day.ts';
import type { FundLine } from '../../domain/reconcile.ts';
import type { Reader } from '../port/ports.ts';
import { Facts } from './facts.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';
import type { Settings } from './settings.ts';

/** A month looked through: each fund's identity, and everything that differs. */
export interface Inspection {
  readonly period: Month;
  readonly funds: readonly FundLine[];
  readonly findings: readonly JudgedFinding[];
}

/** Finds what an inspection committee would find in one month, before it does. */
export async function inspect(
  reader: Reader,
  period: Month,
  today: Day,
  /** Only these rules; empty for all. */
  only: readonly RuleCode[] = [],
): Promise<Inspection> {
  const facts = await Facts.ofMonth(reader, period, today);
  const findings = await ask(
    facts,
    RULES.filter((rule) => rule.scope === 'month' && (only.length === 0 || only.includes(rule.code))),
  );
  const accepted = new Set((await reader.acceptances(facts.to)).map((each) => each.finding));
  const on = facts.to < today ? facts.to : today;
  return { period, funds: await facts.funds(), findings: judge(findings, accepted, on) };
}

/** Asks some rules and says how loud each finding is. */
export async function ask(facts: Facts, rules: readonly Rule[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { work } = facts.reader;
  for (const rule of rules) {
    const wait = work.step(1);
    if (wait !== undefined) await wait;
    for (const found of await rule.look(facts)) {
      const finding = weigh(rule, found, facts.settings);
      if (finding !== undefined) findings.push(finding);
    }
  }
  return findings;
}

/** What a rule found, with its severity by the settings; undefined where they silence it. */
export function weigh(rule: Rule, found: Found, settings: Settings): Finding | undefined {
  const kind = rule.kinds[found.kind];
  if (kind === undefined) throw new TypeError(`${rule.code} does not know ${found.kind}`);
  const { owner, acceptable, setting } = kind;
  const severity = setting === undefined ? (found.severity ?? kind.severity) : settings.severity(setting);
  if (severity === 'off') return undefined;
  return { ...found, rule: rule.code, group: rule.group, severity, owner, acceptable };
}
