import defaults from '../../data/funds.json' with { type: 'json' };
import type { FundKind, Purpose } from '../domain/fund.ts';

/** A fund that every new book has. */
export interface DefaultFund {
  readonly code: string;
  readonly name: string;
  readonly kind: FundKind;
  readonly purposes: readonly Purpose[];
  /** Whose money it is where it is not the union's own; empty otherwise. */
  readonly owner: string;
}

/** The funds that every new book has, in one language. */
export function defaultFunds(language: 'vi' | 'en'): readonly DefaultFund[] {
  return defaults.funds.map((fund) => ({
    code: fund.code,
    name: fund.name[language],
    kind: fund.kind as FundKind,
    purposes: fund.purposes as readonly Purpose[],
    owner: fund.owner?.[language] ?? '',
  }));
}
