import lists from '../../data/lists.json' with { type: 'json' };
import type { Day } from '../domain/day.ts';
import { isCode } from '../domain/fund.ts';
import { fold, tidy } from '../domain/name.ts';
import { isRuleValue, type ProgrammeRule } from '../domain/rule.ts';
import { isBlank, type GridRow } from './cell.ts';
import { readDayCell } from './day-cell.ts';
import type { OpenedList } from './open.ts';
import { peopleList, type PeopleList } from './people.ts';
import { RowReader } from './reader.ts';
import type { FieldName } from './table.ts';

export interface RuleRow {
  readonly source: GridRow;
  readonly rule: ProgrammeRule;
}

const FIELDS: readonly FieldName[] = [
  'code',
  'kind',
  'what',
  'limit',
  'body',
  'category',
  'area',
  'from',
  'to',
  'act',
  'verified',
  'force',
];

/** Reads rules of programmes, one a row; every field that is no rule is a fault of its row, which repeats no cell: it may be anybody's. */
export async function readRules(list: OpenedList): Promise<PeopleList<RuleRow>> {
  const needed: FieldName[][] = [['code'], ['kind'], ['what'], ['limit'], ['from'], ['act']];
  const reader = await RowReader.over(list, { fields: FIELDS, anyOf: needed }, []);
  const rows: RuleRow[] = [];
  for await (const lines of reader.lines())
    for (const { kind, row } of lines) {
      const rule = kind === 'row' ? ruleOf(reader, row) : undefined;
      if (rule !== undefined) rows.push({ source: row, rule });
    }
  const { normalDigest } = peopleList(
    reader,
    rows.map(({ source, rule: { source: act, ...rule } }) => ({ ...rule, act, source })),
  );
  return { reader, rows, normalDigest };
}

function ruleOf(reader: RowReader, row: GridRow): ProgrammeRule | undefined {
  const text = (field: FieldName) => reader.text(row, field);
  const word = <K extends string>(
    field: FieldName,
    kinds: Readonly<Record<K, readonly string[]>>,
    blank?: K,
  ) => {
    const typed = text(field);
    const found = typed === '' ? blank : wordIn(kinds, typed);
    if (found === undefined) reader.fault(row, field, 'kind.unknown');
    return found;
  };
  const code = text('code');
  if (!isCode(code)) reader.fault(row, 'code', 'code.unfit');
  const kind = word('kind', lists.programmeKinds);
  const what = word('what', lists.ruleSubjects);
  const body = text('body') === '' ? '' : word('body', lists.unionBodies);
  const force = word('force', lists.ruleForces, 'refuse');
  const from = dayOf(reader, row, 'from');
  const to = isBlank(reader.cell(row, 'to')) ? undefined : dayOf(reader, row, 'to');
  const source = tidy(text('act'));
  if (source === '') reader.fault(row, 'act', 'source.missing');
  const written = text('limit');
  const value = what === 'cap' || what === 'level' ? written.replaceAll(/[\s.,](?=\d{3}\b)/g, '') : written;
  if (what !== undefined && !isRuleValue(what, value)) reader.fault(row, 'limit', 'rule.value');
  if (
    kind === undefined ||
    what === undefined ||
    body === undefined ||
    force === undefined ||
    from === undefined
  )
    return undefined;
  const [category, area] = [tidy(text('category')), tidy(text('area'))];
  const verified = YES.has(fold(text('verified')));
  return { code, kind, what, body, category, area, from, to, value, source, verified, force };
}

function dayOf(reader: RowReader, row: GridRow, field: FieldName): Day | undefined {
  const read = readDayCell(reader.cell(row, field), { span: undefined, swapped: false, why: 'none' });
  if ('day' in read) return read.day;
  reader.fault(row, field, 'day.unreadable');
  return undefined;
}

const YES = new Set(['x', '1', 'co', 'da doi chieu', 'roi', 'yes', 'true']);

function wordIn<K extends string>(
  kinds: Readonly<Record<K, readonly string[]>>,
  text: string,
): K | undefined {
  const folded = fold(text);
  return (Object.keys(kinds) as K[]).find((kind) => kinds[kind].some((name) => fold(name) === folded));
}
