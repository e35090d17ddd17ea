import type { BookWriter } from '../../domain/failure-facts.ts';
import type { Awaited, WorkUnit } from '../../usecase/port/work.ts';

/** How far long work is. */
export interface ProgressFacts {
  readonly unit: WorkUnit;
  readonly done: number;
  readonly all: number | undefined;
  readonly perSecond: number;
  readonly seconds: number | undefined;
}

/** Whom a command waits for, and since how many seconds. */
export interface WaitingFacts {
  readonly how: Awaited['how'];
  readonly writer: BookWriter | undefined;
  readonly seconds: number;
}
