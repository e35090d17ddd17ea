import { readMonth } from '../../domain/day.ts';
import { blocks } from '../../domain/finding.ts';
import { reconciliationReport, reconciliationTable } from '../../report/reconciliation.ts';
import { findingLines } from '../../render/findings.ts';
import { renderTable } from '../../render/text.ts';
import { reconcile } from '../../usecase/reconcile.ts';
import { command } from '../command.ts';
import { findingData, findingsFor, FINDING_SHAPE } from '../findings.ts';
import { FUND_RECONCILED } from '../shapes.ts';
import { span } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'reconcile',
    lists: true,
    args: [],
    options: { period: span() },
    examples: [
      'reconcile --period 2024-01',
      'reconcile --period 2024-Q1',
      'reconcile --period 2023-12..2024-02',
    ],
    answer: { period: 'text', balanced: 'boolean', funds: [FUND_RECONCILED], findings: [FINDING_SHAPE] },
    async run(desk, { options }) {
      const session = await desk.session();
      const report = reconciliationReport(await reconcile(session, options.period));
      const table = reconciliationTable(report);
      const errors = report.findings.filter(blocks).length;
      const accepted = report.findings.filter((finding) => finding.accepted).length;
      const { period, balanced, funds } = report;
      const texts = await findingsFor(desk.m.language);
      return {
        data: { period, balanced, funds, findings: report.findings.map((each) => findingData(each, texts)) },
        table,
        exit: balanced ? 0 : 1,
        text: (m, style) =>
          [
            renderTable(table, m, style),
            ...findingLines(report.findings, m, texts, style),
            m.done.balanced({ period, balanced, errors, accepted }),
          ].join('\n'),
      };
    },
    next: ({ period, balanced }) =>
      balanced && readMonth(period) !== undefined ? [`phucloi close ${period}`] : [],
  }),
);
