import { firstDay, lastDay } from '../../domain/day.ts';
import { refuse, Refusal } from '../../domain/failure.ts';
import { closeFault, openMonth } from '../../domain/period.ts';
import { calendarOf } from '../../usecase/session.ts';
import { command } from '../command.ts';
import { guideFor } from '../guide/guide.ts';
import { lineOf, MonthWalk, monthTexts, stepsOf } from '../guide/month.ts';
import { isInterrupt } from '../interrupt.ts';
import { month } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'month-end',
    args: [],
    options: { period: month() },
    examples: ['month-end', 'month-end --period 2024-01', 'month-end --json'],
    answer: {
      month: 'text',
      closed: 'boolean',
      steps: [{ step: 'text', state: 'text', stands: ['text'], commands: ['text'] }],
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      const calendar = await book.read((reader) => calendarOf(reader, desk.today));
      const open = openMonth(calendar);
      const period = options.period ?? open;
      const closed = period < open && period >= calendar.firstMonth;
      const fault = closeFault(period, calendar);
      if (!closed && fault !== undefined && fault.code !== 'period.running') throw new Refusal(fault);
      if (firstDay(period) > desk.today)
        refuse('period.running', { month: period, last: lastDay(period), today: desk.today });
      const texts = await monthTexts(desk.m.language);
      const globals = ['--book', desk.bookPath, '--today', desk.today, '--lang', desk.m.language];
      const dry = desk.header('month-end').dryRun ? ['--dry-run'] : [];
      const { actor } = desk.globals;
      const by = actor === undefined ? [] : ['--actor', actor];
      const guide = await guideFor([...globals, ...by, ...dry], desk.io);
      const silent = { data: {}, text: () => '', silent: true };
      if (desk.asks()) {
        const walk = new MonthWalk(guide, period, desk.today, texts);
        try {
          await (closed ? walk.closed() : walk.walk());
        } catch (error) {
          if (!isInterrupt(error)) throw error;
          guide.say(texts.left);
          return { ...silent, exit: 130 };
        }
        return silent;
      }
      const looked = stepsOf(guide, period, desk.today, texts);
      const steps = closed ? [] : await looked.all();
      const data = {
        month: period,
        closed,
        steps: steps.map(({ key, state, lines, actions }) => ({
          step: key,
          state,
          stands: lines,
          commands: actions.map(({ words }) => lineOf(words)),
        })),
      };
      const { title, names, states } = texts;
      return {
        data,
        text: () =>
          (closed
            ? [texts.closed({ month: period }), `  ${lineOf(looked.pack().words)}`]
            : [
                title({ month: period }),
                ...data.steps.flatMap(({ stands, commands, state }, at) => [
                  '',
                  `${at + 1}. ${names[steps[at]?.key ?? 'in']} – ${states[state]}`,
                  ...stands.map((line) => `   ${line}`),
                  ...(state === 'done' ? [] : commands.map((line) => `     ${line}`)),
                ]),
              ]
          ).join('\n'),
      };
    },
  }),
);
