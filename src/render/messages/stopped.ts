/** What must hold where a file cannot be written, and what to do. */
export type Unwritable = readonly [mustHold: string, toDo: string];

/** What a catalogue says of a reason; the system has others. */
export function saidOf<T>(said: Readonly<Record<string, T>>, reason: string): T | undefined {
  return said[reason];
}
