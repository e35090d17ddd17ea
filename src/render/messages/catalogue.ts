import type { Messages } from '../messages.ts';

/** What most commands never say; making all of it takes as long as reading it. */
type Later = 'warnings' | 'done' | 'config' | 'cases' | 'pay' | 'questions' | 'prompt' | 'phrases';
export type Now = Omit<Messages, Later>;

/** A language's catalogue: what is there at once, and what is made when it is first said. */
export function catalogue(now: Now, later: { readonly [K in Later]: () => Messages[K] }): Messages {
  const made = Object.entries(later).map(([key, get]) => [key, { get, enumerable: true }]);
  return Object.defineProperties(now, Object.fromEntries(made) as PropertyDescriptorMap) as Messages;
}
