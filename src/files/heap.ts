import { setFlagsFromString } from 'node:v8';

/**
 * Makes ready for a long list: what is made of a row is gone soon after it, and V8 would let three times as much of that
 * lie about as the list needs before it clears it away. At one and a half times an import of a million rows stays within
 * its bound (docs/performance.md), and takes no longer.
 */
export function expectManyRows(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
