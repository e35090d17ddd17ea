import type { Messages } from '../messages.ts';

/** How far long work is: one line, written over by the next. */
export const progress: Messages['words']['progress'] = ({ unit, done, all, perSecond, seconds }) => {
  const of = all === undefined ? '' : ` of ${all.toLocaleString('en')}`;
  const rate = perSecond < 2 ? '' : `, ${perSecond.toLocaleString('en')} a second`;
  return `Working: ${done.toLocaleString('en')}${of} ${unit}${rate}${seconds === undefined ? '' : `, about ${timeLeft(seconds)} left`}`;
};

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600
    ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
    : `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
