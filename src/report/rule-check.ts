import type { Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { inOrder } from '../domain/order.ts';
import type { RuleSubject } from '../domain/rule.ts';
import type { Row, Table } from './table.ts';

/** One rule whose verdict on one award would be another one. */
interface Touch {
  readonly award: string;
  readonly unit: string;
  readonly state: string;
  readonly rule: string;
  readonly what: RuleSubject;
  readonly change: 'breaks' | 'keeps' | 'freed';
  readonly allowed: string;
  readonly found: string;
  readonly waived: boolean;
  readonly amount: Dong;
  readonly difference?: Dong;
}

/** What other rules would change, rule by rule; amounts of the awards in đồng, each award once. */
export interface RuleTotals {
  readonly rule: string;
  readonly breaks: number;
  readonly keeps: number;
  readonly freed: number;
  readonly waived: number;
  readonly amount: Dong;
  /** How much more, or less, the awards would come to if they kept the rule; only where money alone decides. */
  readonly difference?: Dong;
}

export function ruleTotals(touches: readonly Touch[]): RuleTotals[] {
  return [...Map.groupBy(touches, ({ rule }) => rule)]
    .toSorted(([a], [b]) => inOrder(a, b))
    .map(([rule, those]) => {
      const counted = (change: Touch['change']) => those.filter((each) => each.change === change).length;
      const told = those.flatMap(({ difference }) => (difference === undefined ? [] : [difference]));
      return {
        rule,
        breaks: counted('breaks'),
        keeps: counted('keeps'),
        freed: counted('freed'),
        waived: those.filter(({ waived }) => waived).length,
        amount: those.reduce<Dong>((sum, { amount }) => add(sum, amount), ZERO),
        ...(told.length === 0 ? {} : { difference: told.reduce<Dong>(add, ZERO) }),
      };
    });
}

/** The touched awards as a table; `words` names states and changes, `said` a rule's figures. */
export function ruleCheckTable(
  { touches, from }: { readonly touches: readonly Touch[]; readonly from?: Day },
  words: Readonly<Record<string, string>>,
  said: (what: RuleSubject, allowed: string, found: string) => string,
): Table {
  return {
    name: 'ruleCheck',
    facts: { from },
    columns: [
      { key: 'award', type: 'code' },
      { key: 'unit', type: 'code' },
      { key: 'state', type: 'text' },
      { key: 'rule', type: 'code' },
      { key: 'change', type: 'text' },
      { key: 'found', type: 'text' },
      { key: 'amount', type: 'dong' },
      { key: 'difference', type: 'dong' },
    ],
    rows: touches.map(
      ({ award, unit, state, rule, what, change, allowed, found, waived, amount, difference }): Row => ({
        kind: 'line',
        cells: {
          award,
          unit,
          state: words[state],
          rule,
          change: words[waived ? 'change.waived' : `change.${change}`],
          found: said(what, allowed, found),
          amount,
          difference,
        },
      }),
    ),
  };
}
