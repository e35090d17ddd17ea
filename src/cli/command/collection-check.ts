import { refuse } from '../../domain/failure.ts';
import { findingLines } from '../../render/findings.ts';
import { checkCollection, type CheckScope } from '../../usecase/collection-check.ts';
import { command } from '../command.ts';
import { findingData, findingsFor, FINDING_SHAPE } from '../findings.ts';
import { collectTexts } from '../language.ts';
import { code, month } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'collection check',
    rows: ['findings'],
    args: [],
    options: { period: month(), round: code('ROUND') },
    examples: ['collection check --period 2024-01', 'collection check --round tet-2024'],
    answer: {
      findings: [FINDING_SHAPE],
      errors: 'integer',
      warnings: 'integer',
      units: 'integer',
      locked: ['text'],
    },
    async run(desk, { options: { period, round } }) {
      const scope: CheckScope =
        period !== undefined
          ? { period }
          : round === undefined
            ? refuse('usage.missing', { option: '--period | --round' })
            : { round };
      if (period !== undefined && round !== undefined)
        refuse('usage.conflict', { options: ['--period', '--round'] });
      const session = await desk.session();
      const collection = await desk.library.collection(desk.bookPath, desk.access);
      const { findings, units, locked } = await checkCollection(session, collection, scope);
      const texts = await findingsFor(desk.m.language);
      const said = await collectTexts(desk.m.language);
      const count = (severity: string) => findings.filter((each) => each.severity === severity).length;
      const [errors, warnings] = [count('error'), count('warning')];
      return {
        data: { findings: findings.map((each) => findingData(each, texts)), errors, warnings, units, locked },
        exit: errors > 0 ? 1 : 0,
        text: (m, style) =>
          [
            ...findingLines(findings, m, texts, style),
            ...(locked.length === 0 ? [] : [said.locked(locked)]),
            m.done.checked({ errors, warnings, findings: findings.length }),
          ].join('\n'),
      };
    },
  }),
);
