import { createHash } from 'node:crypto';
import type { RuleCode } from '../../domain/finding.ts';
import { shortHead } from '../../domain/form.ts';
import { refuse } from '../../domain/failure.ts';
import { findingLines } from '../../render/findings.ts';
import { checkBook } from '../../usecase/check/check-book.ts';
import { inspectAs } from '../../usecase/check/inspector.ts';
import { RULES } from '../../usecase/check/rules.ts';
import { command, type Answer, type Desk } from '../command.ts';
import { findingData, findingsFor, FINDING_SHAPE } from '../findings.ts';
import { choice, count, many, month } from '../options.ts';
import { starter } from '../starter.ts';

/** How many awards are drawn where nobody said. */
const SAMPLE = 10;

const ruleNamed = (typed: string): RuleCode | undefined =>
  RULES.find(({ code }) => code === typed.toUpperCase())?.code;

export const { start, commandFor } = starter(
  command({
    name: 'check',
    rows: ['findings', 'questions'],
    args: [],
    options: { period: month(), rule: many('R12', ruleNamed), as: choice('inspector'), sample: count() },
    examples: ['check', 'check --period 2024-01 --rule R12 R15', 'check --as inspector --sample 20'],
    answer: {
      'findings?': [FINDING_SHAPE],
      'errors?': 'integer',
      'warnings?': 'integer',
      'from?': 'day',
      'to?': 'day',
      'questions?': [
        { question: 'text', count: 'integer', total: 'integer', subjects: ['text'], message: 'text' },
      ],
      'sample?': {
        head: 'text',
        of: 'integer',
        awards: [{ award: 'text', unit: 'text', amount: 'integer' }],
      },
    },
    async run(desk, { options: { period, rule, as, sample } }) {
      if (as === 'inspector') return asInspector(desk, period, sample ?? SAMPLE);
      if (sample !== undefined) refuse('usage.missing', { option: '--as inspector' });
      const findings = await checkBook(await desk.session(), { period, rules: rule });
      const texts = await findingsFor(desk.m.language);
      const counted = findings.filter((finding) => !finding.accepted);
      const errors = counted.filter((finding) => finding.severity === 'error').length;
      const warnings = counted.filter((finding) => finding.severity === 'warning').length;
      return {
        data: { findings: findings.map((each) => findingData(each, texts)), errors, warnings },
        exit: errors > 0 ? 1 : 0,
        text: (m, style) =>
          [
            ...findingLines(findings, m, texts, style),
            m.done.checked({ errors, warnings, findings: findings.length }),
          ].join('\n'),
      };
    },
  }),
);

type Period = Parameters<typeof inspectAs>[1]['period'];

async function asInspector(desk: Desk, period: Period, size: number): Promise<Answer> {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const { questions, sample, ...span } = await inspectAs(await desk.session(), {
    period,
    sample: size,
    digest,
  });
  const texts = await findingsFor(desk.m.language);
  const said = questions.map((each) => ({ ...each, message: texts.inspector[each.question](each) }));
  return {
    data: { ...span, questions: said, sample },
    text: (m) =>
      [
        ...said.flatMap(({ message, subjects }) => [message, ...subjectLine(subjects, m.words.more)]),
        '',
        texts.sample({ count: sample.awards.length, of: sample.of, head: shortHead(sample.head) }),
        ...sample.awards.map(({ award, unit, amount }) => `    ${award}  ${unit}  ${m.words.dong(amount)}`),
        `    SHA-256("${sample.head} …")`,
      ].join('\n'),
  };
}

/** How many codes stand below a question on a terminal. */
const SHOWN = 10;

function subjectLine(subjects: readonly string[], more: (count: number) => string): string[] {
  if (subjects.length === 0) return [];
  const rest = subjects.length > SHOWN ? ` ${more(subjects.length - SHOWN)}` : '';
  return [`    ${subjects.slice(0, SHOWN).join(', ')}${rest}`];
}
