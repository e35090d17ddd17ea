import type { JudgedFinding } from '../domain/finding.ts';
import { findingText } from '../render/findings.ts';
import type { Messages } from '../render/messages.ts';

/** Shape of a finding in JSON. */
export const FINDING_SHAPE = {
  finding: 'text',
  rule: 'text',
  severity: 'text',
  subject: 'text',
  message: 'text',
  accepted: 'boolean',
  facts: 'any',
  'mend?': 'text',
} as const;

export function findingData(finding: JudgedFinding, m: Messages) {
  const { name, rule, severity, subject, accepted, facts, mend } = finding;
  const message = findingText(finding, m);
  return {
    finding: name,
    rule,
    severity,
    subject,
    message,
    accepted,
    facts,
    ...(mend === undefined ? {} : { mend }),
  };
}
