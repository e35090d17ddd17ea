import type { JudgedFinding } from '../domain/finding.ts';
import { findingText } from '../render/findings.ts';
import type { FindingTexts } from '../render/messages/findings.ts';

/** Shape of a finding in JSON. */
export const FINDING_SHAPE = {
  finding: 'text',
  rule: 'text',
  kind: 'text',
  severity: 'text',
  subject: 'text',
  message: 'text',
  group: 'text',
  owner: 'text',
  'age?': 'integer',
  accepted: 'boolean',
  acceptable: 'boolean',
  facts: 'any',
  'mend?': 'text',
} as const;

export function findingData(finding: JudgedFinding, texts: FindingTexts) {
  const { name, rule, kind, severity, subject, group, owner, age, accepted, acceptable, facts, mend } =
    finding;
  const message = findingText(finding, texts);
  return {
    finding: name,
    rule,
    kind,
    severity,
    subject,
    message,
    group,
    owner,
    ...(age === undefined ? {} : { age }),
    accepted,
    acceptable,
    facts,
    ...(mend === undefined ? {} : { mend }),
  };
}

/** The sentences of findings: most commands find nothing. */
export async function findingsFor(language: 'vi' | 'en'): Promise<FindingTexts> {
  return language === 'en'
    ? (await import('../render/messages/en-findings.ts')).en
    : (await import('../render/messages/vi-findings.ts')).vi;
}
