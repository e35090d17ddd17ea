import { UNIDENTIFIED } from '../domain/fund.ts';
import { fold } from '../domain/name.ts';
import type { CodeKind, CodeQuery, Coded, CodeReader } from '../usecase/port/codes.ts';
import { EntityQueries, standing } from './queries.ts';

/** Where codes of a kind are from, in the order in which they are offered. `x` is the table that has the code. */
interface Source {
  readonly code: string;
  readonly name?: string;
  /** The folded name, where it is kept: of many rows only those that fit are then taken. */
  readonly folded?: string;
  readonly from: string;
  readonly order: string;
}

/** A programme's own rounds `r`; all where the word is no programme, or one that has none. */
const OWN = '(r.kind = @of or not exists (select 1 from round o where o.entity = r.entity and o.kind = @of))';

/** What a voucher says now, where its one entry was corrected. */
const CORRECTED = `(select k.content from entry e join correction c on c.entity = e.entity and c.entry = e.id and c.wording is not null
   join wording k on k.entity = c.entity and k.id = c.wording
  where e.entity = x.entity and e.voucher = x.id and ${standing('c')}
    and (select count(*) from entry n where n.entity = x.entity and n.voucher = x.id) = 1 order by c.id desc limit 1)`;

const document = (kind: 'contribution' | 'statement'): Source => ({
  code: "'D' || x.id",
  name: 'x.file',
  from: `document x where x.entity = @entity and x.kind = '${kind}' and ${standing('x')}`,
  order: 'x.id',
});

const SOURCES: Readonly<Record<CodeKind, Source>> = {
  fund: {
    code: 'x.code',
    name: 'x.name',
    from: 'fund x where x.entity = @entity',
    order: `x.code = '${UNIDENTIFIED}', x.id`,
  },
  place: { code: 'x.code', name: 'x.name', from: 'place x where x.entity = @entity', order: 'x.id' },
  round: {
    code: 'r.code',
    name: 'r.name',
    from: `round r where r.entity = @entity and ${OWN}`,
    order: 'r.day desc, r.id desc',
  },
  unit: {
    code: 'x.code',
    name: 'x.name',
    folded: 'x.folded',
    from: 'unit x where x.entity = @entity and x.withdrawn = 0',
    order: 'x.id',
  },
  appeal: {
    code: 'x.code',
    name: 'x.name',
    from: 'appeal x where x.entity = @entity',
    order: 'x.from_day, x.id',
  },
  member: {
    code: 'x.code',
    name: 'x.name',
    folded: 'x.folded',
    from: 'beneficiary x where x.entity = @entity and x.withdrawn = 0 and x.merged_into is null',
    order: 'x.sort_key, x.id',
  },
  donor: {
    code: 'x.code',
    name: 'x.name',
    folded: 'x.folded',
    from: 'donor x where x.entity = @entity',
    order: 'x.id',
  },
  officer: {
    code: 'x.name',
    from: 'officer x where x.entity = @entity and x.from_day <= @on and (x.to_day is null or x.to_day >= @on)',
    order: 'x.from_day, x.id',
  },
  holder: { code: 'x.name', from: 'holder x where x.entity = @entity', order: 'x.id' },
  voucher: {
    code: 'x.code',
    name: `coalesce(${CORRECTED}, w.content)`,
    from: 'voucher x join wording w on w.entity = x.entity and w.id = x.wording where x.entity = @entity',
    order: 'x.day desc, x.id desc',
  },
  contribution: document('contribution'),
  statement: document('statement'),
  case: {
    code: 'x.code',
    name: 'b.name',
    folded: 'b.folded',
    from: `award x join beneficiary b on b.entity = x.entity and b.id = x.beneficiary
      join round r on r.entity = x.entity and r.id = x.round where x.entity = @entity and ${OWN}`,
    order: 'x.id',
  },
  rule: { code: 'x.code', from: 'rule x where x.entity = @entity', order: 'x.kind, x.code, x.from_day' },
  item: { code: 'x.code', name: 'x.name', from: 'item x where x.entity = @entity', order: 'x.code' },
  category: {
    code: 'x.category',
    from: 'level x join round r on r.entity = x.entity and r.id = x.round where x.entity = @entity',
    order: 'r.day, r.id, x.id',
  },
};

/** Codes and names of all kinds, each by one question: what a key press asks of a book. */
export class CodeQueries extends EntityQueries implements CodeReader {
  codes({ kind, of, on, typed }: CodeQuery): Promise<readonly Coded[]> {
    const { code, name = 'null', folded, from, order } = SOURCES[kind];
    // SQLite knows the case of plain letters only: another letter may be any.
    const prefix = `${typed.replace(/[\\%_]/g, '\\$&').replace(/[^\0-\x7f]/g, '_')}%`;
    const fits = `(x.code like @prefix escape '\\' or @word <> '' and ' ' || ${folded} like '% ' || @word || '%')`;
    const rows = this.named<{ code: string; name: string | null }>(
      `select ${code} as code, ${name} as name from ${from}${folded === undefined ? '' : ` and ${fits}`} order by ${order}`,
      { of, on, ...(folded === undefined ? {} : { prefix, word: fold(typed) }) },
    );
    return Promise.resolve(rows.map((row) => ({ code: row.code, name: row.name ?? undefined })));
  }
}
