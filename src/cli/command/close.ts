import { readMonth } from '../../domain/day.ts';
import { refuse } from '../../domain/failure.ts';
import { findingLines, findingText } from '../../render/findings.ts';
import type { FindingTexts } from '../../render/messages/findings.ts';
import type { Messages } from '../../render/messages.ts';
import type { TextStyle } from '../../render/text.ts';
import { closeMonth, readyToClose, type Readiness } from '../../usecase/close.ts';
import { closingFiles } from '../closing-files.ts';
import { command } from '../command.ts';
import { findingData, findingsFor, FINDING_SHAPE } from '../findings.ts';
import { keepHeapSmall } from '../memory.ts';
import { flag, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'close',
    writes: { typed: ({ args }) => args[0] ?? '', question: (q, month) => q.closeMonth({ month }) },
    looks: ({ options }) => options.check,
    args: ['month'],
    options: { check: flag(), minutes: text('FILE.xlsx|.pdf|.html'), noPapers: flag() },
    examples: ['close 2024-01', 'close --check 2024-01', 'close 2024-01 --minutes bien-ban-01.xlsx'],
    answer: {
      month: 'text',
      'head?': 'text',
      accepted: ['text'],
      'backup?': 'text',
      'minutes?': 'text',
      'ready?': 'boolean',
      'blocking?': [FINDING_SHAPE],
      'acceptances?': [{ finding: 'text', reason: 'text', by: 'text', until: 'day' }],
      'warnings?': [FINDING_SHAPE],
    },
    async run(desk, { args, options }) {
      const typed = args[0] ?? '';
      const month = readMonth(typed);
      if (month === undefined) {
        return refuse('usage.value', { option: 'MONTH', given: typed, expected: '2024-01 · 01/2024' });
      }
      keepHeapSmall();
      const session = await desk.session();
      const texts = await findingsFor(desk.m.language);
      if (options.check) {
        const readiness = await readyToClose(session, month);
        const { ready, ends, blocking, accepted, warnings } = readiness;
        return {
          data: {
            month,
            ready,
            blocking: blocking.map((each) => findingData(each, texts)),
            accepted: accepted.map(({ finding }) => finding.name),
            acceptances: accepted.map(({ finding, reason, by, until }) => ({
              finding: finding.name,
              reason,
              by,
              until,
            })),
            warnings: warnings.map((each) => findingData(each, texts)),
          },
          exit: ready ? 0 : 1,
          text: (m, style) =>
            [
              ...readinessLines(readiness, m, texts, style),
              m.done.readyToClose({ month, errors: blocking.length, ends }),
            ].join('\n'),
        };
      }
      const language = await session.book.read((reader) => Promise.resolve(reader.entity.language));
      const files = await closingFiles(desk, month, language, options);
      const { head, readiness } = await closeMonth(session, month, files);
      const { told } = files;
      return {
        data: { month, head, accepted: readiness.accepted.map(({ finding }) => finding.name), ...told },
        text: (m, style) =>
          [...readinessLines(readiness, m, texts, style), m.done.closed({ month, head, ...told })].join('\n'),
      };
    },
    next: ({ month, ready }) => {
      if (ready === undefined) return [`phucloi report month-end --period ${month} -o …`];
      return ready ? [`phucloi close ${month}`] : [];
    },
  }),
);

/** What blocks with the command that mends it, what is accepted by whom until when, what is worth a look. */
function readinessLines(readiness: Readiness, m: Messages, texts: FindingTexts, style: TextStyle): string[] {
  const accepted = readiness.accepted.flatMap(({ finding, ...by }) => [
    `${style.bold(m.severities.accepted)}  ${findingText(finding, texts)}`,
    style.dim(`    ${finding.name}`),
    `    ${m.done.acceptedBy(by)}`,
  ]);
  return [
    ...findingLines(readiness.blocking, m, texts, style),
    ...(accepted.length === 0 ? [] : [...accepted, '']),
    ...findingLines(readiness.warnings, m, texts, style),
  ];
}
