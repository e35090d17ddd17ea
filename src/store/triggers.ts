import { FACTS, REGISTERS } from './schema.ts';

/** What a database refuses of a row: by itself, whatever program asks. */
export interface Law {
  readonly name: string;
  readonly table: string;
  readonly at: 'before insert' | 'after insert' | 'before update' | 'before delete';
  /** Of an update: the columns it is of; all of them where none is named. */
  readonly of?: string;
  /** In the order in which they are looked at; one without `where` holds for every row. */
  readonly refuses: readonly { readonly message: string; readonly where?: string }[];
  /** It holds what only SQLite would let pass: `insert or replace`. */
  readonly replacing?: true;
}

const frozen = [...FACTS, 'posting', 'award_part', 'match_line', 'match_entry', 'operation'];

/**
 * `insert or replace` deletes what it collides with, past the triggers on delete: so no row may be inserted where its
 * key, or a name that must stay its own, is taken.
 */
const NAMES: Readonly<Record<string, string>> = {
  posting: 'entry = new.entry and line = new.line',
  award_part: 'award = new.award and line = new.line',
  award: 'id = new.id or code = new.code',
  advance: 'id = new.id or entry = new.entry',
  match_line: 'match = new.match and line = new.line',
  match_entry: 'match = new.match and entry = new.entry',
  departure: 'id = new.id or status = new.status',
  stock: 'id = new.id or (new.reverses is not null and reverses = new.reverses)',
  unmatch: 'id = new.id or match = new.match',
  entry: 'id = new.id or (new.reverses is not null and reverses = new.reverses)',
  statement: 'id = new.id or document = new.document',
  undo: 'id = new.id or undone = new.undone',
  voucher:
    'id = new.id or (kind = new.kind and series = new.series and year = new.year and number = new.number)',
};
const once = [...frozen, 'wording'].map((table): Law => {
  const taken = (NAMES[table] ?? 'id = new.id')
    .split(' or ')
    .map((name) => `exists (select 1 from ${table} where entity = new.entity and ${name})`)
    .join(' or ');
  const message = `${table}: posted rows are never replaced; reverse them`;
  return {
    name: `${table}_once`,
    table,
    at: 'before insert',
    refuses: [{ message, where: taken }],
    replacing: true,
  };
});

/** What names a register's row in the chain never changes, and no row of a register goes. */
const FIXED: Readonly<Record<string, string>> = {
  entity: 'code, first_month, series',
  account: 'role, held',
  place: 'code, kind',
  fund: 'code, kind',
  unit: 'code',
  beneficiary: 'code',
  holder: 'code',
  donor: 'code',
  round: 'code, kind',
  appeal: 'code, fund, share_fund, share',
  item: 'code',
  rule: 'code, kind, what',
};
const fixed = REGISTERS.flatMap((register): Law[] => [
  {
    name: `${register}_fixed`,
    table: register,
    at: 'before update',
    of: ['entity, id', FIXED[register] ?? []].flat().join(', '),
    refuses: [{ message: `${register}: codes and kinds never change` }],
  },
  {
    name: `${register}_kept`,
    table: register,
    at: 'before delete',
    refuses: [{ message: `${register}: rows are never deleted` }],
  },
]);

/** What is posted, given or decided: nothing of it comes after the book's end. */
const ENDED = [
  'entry',
  'voucher',
  'stock',
  'award',
  'award_event',
  'decision',
  'advance',
  'cash_count',
  'document',
  'statement',
  'period_event',
  'succession',
  'placement',
  'ending',
] as const;

/** A match that nobody took back, by itself or with its whole operation or its statement's. */
function standingMatch(key: string): string {
  return `not exists (select 1 from unmatch u where u.entity = new.entity and u.match = ${key})
    and not exists (select 1 from match y join undo u on u.entity = y.entity and u.undone = y.operation
      where y.entity = new.entity and y.id = ${key})
    and not exists (select 1 from match_line z
      join statement_line l on l.entity = z.entity and l.id = z.line
      join undo u on u.entity = l.entity and u.undone = l.operation
      where z.entity = new.entity and z.match = ${key})`;
}

const kept = [...frozen, 'wording'].map((table): Law => ({
  name: `${table}_kept`,
  table,
  at: 'before delete',
  refuses: [{ message: `${table}: posted rows are never deleted; reverse them` }],
}));

const unchanged = frozen.map((table): Law => {
  const law = { name: `${table}_frozen`, table, at: 'before update' } as const;
  return table === 'operation'
    ? {
        ...law,
        refuses: [
          {
            message: "operation: only the actor's name may be erased",
            where: `new.actor is not null or new.salt is not null or new.digest is distinct from old.digest
             or new.command is distinct from old.command or new.recorded_at is distinct from old.recorded_at
             or new.actor_digest is distinct from old.actor_digest or new.id is distinct from old.id
             or new.entity is distinct from old.entity`,
          },
        ],
      }
    : { ...law, refuses: [{ message: `${table}: posted rows are never changed; reverse them` }] };
});

/** What comes after the row that it is part of is refused: that row was sealed without it. */
const late = (
  [
    ['posting', 'entry', 'the entry is already posted'],
    ['award_part', 'award', 'the award is already recorded'],
    ['match_line', 'match', 'the match is already recorded'],
    ['match_entry', 'match', 'the match is already recorded'],
  ] as const
).map(([table, owner, why]): Law => ({
  name: `${table}_late`,
  table,
  at: 'before insert',
  refuses: [
    {
      message: `${table}: ${why}`,
      where: `exists (select 1 from ${owner} where entity = new.entity and id = new.${owner})`,
    },
  ],
}));

const erased: Law = {
  name: 'wording_erased',
  table: 'wording',
  at: 'before update',
  refuses: [
    {
      message: 'wording: text may be erased, never changed',
      where: `new.salt is not null or new.party is not null or new.address is not null or new.content is not null
    or new.fingerprint is not null or new.digest is distinct from old.digest or new.id is distinct from old.id
    or new.entity is distinct from old.entity`,
    },
  ],
};

const matched: Law = {
  name: 'match_made',
  table: 'match',
  at: 'after insert',
  refuses: [
    {
      message: 'match: a line of another account, or in two matches',
      where: `exists (select 1 from match_line m join statement_line l on l.entity = m.entity and l.id = m.line
      where m.entity = new.entity and m.match = new.id and (l.place <> new.place or exists (
        select 1 from match_line o where o.entity = m.entity and o.line = m.line and o.match <> m.match
          and ${standingMatch('o.match')})))`,
    },
    {
      message: 'match: an entry is in two matches',
      where: `exists (select 1 from match_entry m
      join match_entry o on o.entity = m.entity and o.entry = m.entry and o.match <> m.match
      join match x on x.entity = o.entity and x.id = o.match and x.place = new.place
      where m.entity = new.entity and m.match = new.id and ${standingMatch('o.match')})`,
    },
    {
      message: 'match: lines and entries differ',
      where: `(select coalesce(sum(l.amount), 0) from match_line m
        join statement_line l on l.entity = m.entity and l.id = m.line where m.entity = new.entity and m.match = new.id)
      <> (select coalesce(sum(case p.side when 'debit' then p.amount else -p.amount end), 0) from match_entry m
        join posting p on p.entity = m.entity and p.entry = m.entry and p.place = new.place
        where m.entity = new.entity and m.match = new.id)`,
    },
  ],
};

const locked: Law = {
  name: 'period_locked',
  table: 'period_event',
  at: 'before insert',
  refuses: [
    {
      message: 'period_event: the year is locked',
      where: `new.kind <> 'close' and exists (select 1 from period_event where entity = new.entity and kind = 'lock'
    and month >= new.month)`,
    },
  ],
};

const posted: Law = {
  name: 'entry_posted',
  table: 'entry',
  at: 'after insert',
  refuses: [
    {
      message: 'entry: no posting',
      where: 'not exists (select 1 from posting where entity = new.entity and entry = new.id)',
    },
    {
      message: 'entry: a fund is not balanced',
      where: `exists (select 1 from posting where entity = new.entity and entry = new.id
      group by fund having sum(case side when 'debit' then amount else -amount end) <> 0)`,
    },
    {
      message: 'entry: amounts are positive, or negative in a reversal',
      where: `exists (select 1 from posting where entity = new.entity and entry = new.id
      and (amount > 0) <> (new.reverses is null))`,
    },
    {
      message: 'entry: money lies in a place, and nothing else does',
      where: `exists (select 1 from posting p join account a on a.entity = p.entity and a.id = p.account
      where p.entity = new.entity and p.entry = new.id and (a.role in ('cash', 'bank')) <> (p.place is not null))`,
    },
    {
      message: 'entry: the month is closed',
      where: `new.booked_on <= coalesce((
      select max(month) from period_event e where entity = new.entity and kind in ('close', 'lock') and not exists (
        select 1 from period_event r where r.entity = e.entity and r.month = e.month and r.kind = 'reopen' and r.id > e.id)
    ) || '-31', '')`,
    },
    {
      message: 'entry: the place was counted on that day or later',
      where: `exists (select 1 from posting p join cash_count c on c.entity = p.entity and c.place = p.place
      where p.entity = new.entity and p.entry = new.id and c.day >= new.booked_on and c.operation < new.operation
        and not exists (select 1 from undo u where u.entity = c.entity and u.undone = c.operation))`,
    },
    {
      message: 'entry: matched with the bank; take the match back first',
      where: `new.reverses is not null and exists (select 1 from match_entry m
      where m.entity = new.entity and m.entry = new.reverses and ${standingMatch('m.match')})`,
    },
    {
      message: 'entry: before the first month',
      where: `new.kind <> 'opening' and new.booked_on < (select first_month from entity where entity = new.entity) || '-01'`,
    },
  ],
};

const ended = ENDED.map((table): Law => ({
  name: `${table}_ended`,
  table,
  at: 'before insert',
  refuses: [
    {
      message: `${table}: the book ended, and its money was handed over`,
      where: 'exists (select 1 from ending where entity = new.entity and operation < new.operation)',
    },
  ],
}));

/** Laws 2 and 3 where no program can pass them by. */
export const LAWS: readonly Law[] = [
  ...unchanged,
  ...kept,
  ...once,
  ...fixed,
  erased,
  ...late,
  ...ended,
  matched,
  locked,
  posted,
];

/** The laws as SQLite is told them. */
export const TRIGGERS = LAWS.map(({ name, table, at, of, refuses }) => {
  const on = `create trigger ${name} ${at}${of === undefined ? '' : ` of ${of}`} on "${table}"`;
  const quoted = (message: string) => message.replaceAll("'", "''");
  const [first] = refuses;
  // Alone, a condition is looked at before anything of the trigger is begun.
  if (refuses.length === 1 && first !== undefined && at !== 'after insert')
    return `${on}${first.where === undefined ? '' : ` when ${first.where}`}
  begin select raise(abort, '${quoted(first.message)}'); end;`;
  return `${on}
begin
${refuses.map(({ message, where = 'true' }) => `  select raise(abort, '${quoted(message)}')\n    where ${where};`).join('\n')}
end;`;
}).join('\n');
