import type { BookWriter } from '../../domain/failure-facts.ts';
import type { Messages } from '../messages.ts';

/** How far long work is: one line, written over by the next. */
export const progress: Messages['words']['progress'] = ({ unit, done, all, perSecond, seconds }) => {
  const of = all === undefined ? '' : ` of ${all.toLocaleString('en')}`;
  const rate = perSecond < 2 ? '' : `, ${perSecond.toLocaleString('en')} a second`;
  return `Working: ${done.toLocaleString('en')}${of} ${unit}${rate}${seconds === undefined ? '' : `, about ${timeLeft(seconds)} left`}`;
};

/** Who writes, as the one who waits can find them: who, what, since when, and where that is another machine. */
export function writerNamed({ actor, command, since, machine }: BookWriter): string {
  const where = machine === undefined ? '' : `, on ${machine}`;
  return `${actor} (phucloi ${command}, since ${since.slice(11, 19)}${where})`;
}

/** Another process has the book: one line too. */
export const waiting: Messages['words']['waiting'] = ({ how, writer, seconds }) =>
  how === 'reading'
    ? `Waiting for commands that read the book: ${seconds} s`
    : `Waiting for ${writer === undefined ? 'another command' : writerNamed(writer)} to finish writing: ${seconds} s`;

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600
    ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
    : `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** The program failed by itself: what to send in, and where it lies. */
export const defect: Messages['defect'] = (report, path) =>
  [
    'The program failed by a defect of its own; the book is not half-written.',
    'Send these lines to the maintainers (no name, amount or text of the book is in them):',
    report.replaceAll(/^/gm, '  '),
    ...(path === undefined ? [] : [`They are in this file: ${path}`]),
    'To see the error itself on this computer: run the command again with --verbose.',
  ].join('\n');
