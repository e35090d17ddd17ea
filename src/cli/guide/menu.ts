import { isInterrupt } from '../interrupt.ts';
import type { Io } from '../io.ts';
import { guideFor } from './guide.ts';

/** What `phucloi` alone opens on a terminal: a menu of what is due; gives the exit code. */
export async function menu(globals: readonly string[], io: Io): Promise<number> {
  const guide = await guideFor(globals, io);
  try {
    await guide.perform(['balance']);
    return 0;
  } catch (error) {
    if (isInterrupt(error)) return 130;
    throw error;
  }
}
