import { checkBook } from '../../usecase/month-end.ts';
import { findingLines } from '../../render/findings.ts';
import { command } from '../command.ts';
import { findingData, FINDING_SHAPE } from '../findings.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'check',
    args: [],
    options: {},
    examples: ['check'],
    answer: { findings: [FINDING_SHAPE], errors: 'integer', warnings: 'integer' },
    async run(desk) {
      const findings = await checkBook(await desk.session());
      const errors = findings.filter((finding) => finding.severity === 'error').length;
      const warnings = findings.filter((finding) => finding.severity === 'warning').length;
      return {
        data: { findings: findings.map((each) => findingData(each, desk.m)), errors, warnings },
        exit: errors > 0 ? 1 : 0,
        text: (m, style) =>
          [...findingLines(findings, m, style), m.done.checked({ errors, warnings })].join('\n'),
      };
    },
  }),
);
