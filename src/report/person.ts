import type { awardStage, ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import type { State } from '../domain/status.ts';
import type { Row, Table } from './table.ts';

/** One part of an award as its person sees it: who pays, and when it came. */
export interface PartPage {
  readonly line: number;
  /** A fund's code; absent where somebody outside gives it, or nobody is named. */
  readonly payer?: string;
  readonly outside?: string;
  readonly form: 'cash' | 'goods';
  readonly amount: Dong;
  readonly paidOn?: Day;
  readonly signedOn?: Day;
  readonly returnedOn?: Day;
}

export interface AwardPage {
  readonly award: string;
  readonly round: string;
  readonly kind: ProgrammeKind;
  readonly category: string;
  readonly stage: ReturnType<typeof awardStage>;
  readonly decision?: string;
  readonly decidedOn?: Day;
  readonly total: Dong;
  readonly parts: readonly PartPage[];
}

/** What a person received in a year by one kind of programme; `paid` in đồng, through our hands or before the book. */
export interface YearTotal {
  readonly year: string;
  readonly kind: ProgrammeKind;
  readonly times: number;
  readonly paid: Dong;
}

export interface PersonReport {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: 'member' | 'relative' | 'worker';
  readonly state: Exclude<State, 'moved'>;
  readonly born?: string;
  readonly joined?: Day;
  readonly staffNo?: string;
  readonly cardNo?: string;
  readonly relativeOf?: string;
  /** Codes of records that were merged into this one. */
  readonly merged: readonly string[];
  /** The last three digits, where no purpose was given. */
  readonly private: readonly { readonly field: string; readonly value: string }[];
  readonly statuses: readonly {
    readonly state: State;
    readonly day: Day;
    readonly unit?: string;
    readonly document?: string;
  }[];
  readonly awards: readonly AwardPage[];
  readonly history: readonly {
    readonly kind: ProgrammeKind;
    readonly day: Day;
    readonly amount: Dong;
    readonly content: string;
  }[];
  readonly totals: readonly YearTotal[];
  readonly paid: Dong;
}

/** What a person received, a line each part of an award, then what came before the book. */
export function personTable(person: PersonReport, values: Readonly<Record<string, string>>): Table {
  const rows = person.awards.flatMap(({ parts, ...award }): Row[] =>
    parts.map((part) => ({
      kind: 'line',
      cells: {
        award: award.award,
        kind: values[award.kind],
        payer: part.payer ?? part.outside,
        amount: part.amount,
        decided: award.decidedOn,
        paidOn: part.paidOn,
        signedOn: part.signedOn,
        state:
          part.returnedOn === undefined
            ? part.outside === undefined
              ? values[award.stage]
              : values['outside']
            : values['returned'],
      },
    })),
  );
  const before = person.history.map(({ kind, day, amount }): Row => ({
    kind: 'line',
    cells: { kind: values[kind], amount, paidOn: day, state: values['history'] },
  }));
  return {
    name: 'person',
    facts: { member: person.code },
    columns: [
      { key: 'award', type: 'code' },
      { key: 'kind', type: 'text' },
      { key: 'payer', type: 'text' },
      { key: 'amount', type: 'dong' },
      { key: 'decided', type: 'day' },
      { key: 'paidOn', type: 'day' },
      { key: 'signedOn', type: 'day' },
      { key: 'state', type: 'text' },
    ],
    rows: [...before, ...rows],
  };
}
