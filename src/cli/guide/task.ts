import type { QuestionName } from '../../render/guide/task-texts.ts';

/** How a question is asked. Most follow from how the option is declared; the others are said by the task. */
export type Way =
  | 'amount'
  | 'day'
  | 'month'
  | 'period'
  | 'count'
  | 'text'
  | 'code'
  | 'flag'
  | 'choice'
  | 'file'
  | 'output'
  | 'fund'
  | 'place'
  | 'fundPlace'
  | 'round'
  | 'member'
  | 'unit'
  | 'donor'
  | 'donorName'
  | 'appeal'
  | 'voucher'
  | 'advance'
  | 'case'
  | 'awards'
  | 'signers'
  | 'entry'
  | 'operation'
  | 'setting'
  | 'line'
  | 'officer'
  | 'levels'
  | 'notes';

/** One question of a task: which option or argument of the command it answers, and in which words it is asked. */
export interface Ask {
  /** The option's key, or the argument's name. */
  readonly option: string;
  readonly question: QuestionName;
  /** Whether Enter skips it. */
  readonly optional: boolean;
  readonly way?: Way;
  /** Offered to Enter. */
  readonly fallback?: string;
  /** A day or month to come, not one that was. */
  readonly ahead?: boolean;
  /** Awards in one of these states are offered; places of this kind. */
  readonly only?: readonly string[];
  /** Asked only where an earlier answer is this one, or where an earlier question was skipped. */
  readonly where?: { readonly option: string; readonly is?: string };
}

/** Something that is done by answering questions: one command, and which of its options are asked, in which order. */
export interface Task {
  readonly command: string;
  /** Words that go with it unasked. */
  readonly with?: readonly string[];
  readonly asks: readonly Ask[];
}

type More = Omit<Partial<Ask>, 'option' | 'question' | 'optional'>;

/** A question that must be answered. */
export function must(option: string, question: QuestionName, more: More = {}): Ask {
  return { option, question, optional: false, ...more };
}

/** A question that Enter skips. */
export function may(option: string, question: QuestionName, more: More = {}): Ask {
  return { option, question, optional: true, ...more };
}

export function task(command: string, ...asks: readonly Ask[]): Task {
  return { command, asks };
}
