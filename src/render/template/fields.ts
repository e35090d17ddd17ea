import { readDay, type Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Line } from '../../report/papers/line.ts';
import type {
  Block,
  Paper,
  PaperColumn,
  PaperRow,
  PaperSheet,
  PaperTable,
  PaperValue,
} from '../../report/papers/paper.ts';
import type { ColumnType } from '../../report/table.ts';
import { sentence, worded } from '../papers/layout.ts';
import { headingOf, type PaperTexts } from '../papers/texts.ts';
import { BLANK, type Filling } from './filling.ts';
import { ALIASES, COLUMN_ALIASES, nameOf } from './names.ts';

/** Something that a template can name: a fact of the paper, or a column of one of its tables. */
export interface Field {
  readonly name: string;
  readonly type: ColumnType;
  /** The same under other names. */
  readonly aliases: readonly string[];
}

export interface Fact extends Field {
  readonly filling: () => Filling;
}

/** A table of the paper: what one of its lines can fill. */
export interface Lines {
  /** Names the row of the template that is repeated: `rows`, `rows_2`, … */
  readonly name: string;
  readonly columns: readonly Field[];
  /** The paper's lines in order, each by the names of the columns; groups, subtotals and totals are no lines. */
  readonly lines: () => AsyncIterable<ReadonlyMap<string, Filling>>;
}

export interface Fields {
  readonly facts: readonly Fact[];
  readonly tables: readonly Lines[];
  /** Where the paper itself has its facts, sheet by sheet in order: what an example of a template is laid out by. */
  readonly places: readonly (readonly Place[])[];
}

export interface Place {
  readonly kind:
    'above' | 'name' | 'right' | 'title' | 'side' | 'note' | 'form' | 'table' | 'date' | 'signer';
  readonly name: string;
  readonly type: ColumnType;
  /** What stands before a form's field, or above a signature. */
  readonly label?: string | undefined;
  readonly table?: PaperTable | undefined;
}

type Facts = Map<string, { type: ColumnType; filling: () => Filling; aliases: Set<string> }>;

/** Everything a template can be filled with from these sheets of a paper, made from the paper alone. */
export async function fieldsOf(
  paper: Paper,
  sheets: readonly PaperSheet[],
  texts: PaperTexts,
): Promise<Fields> {
  const facts: Facts = new Map();
  const tables: Lines[] = [];
  const places: Place[][] = [];
  const whole = new Gatherer(facts, '', texts);
  whole.put('paper_date', 'day', paper.date);
  for (const [at, sheet] of sheets.entries()) {
    const gatherer = new Gatherer(facts, at === 0 ? '' : `s${at + 1}_`, texts);
    if (sheet.footer !== undefined) gatherer.line(sheet.footer, 'footer');
    for (const block of sheet.blocks) {
      gatherer.block(block);
      if (block.kind !== 'table') continue;
      const number = tables.length + 1;
      const name = number === 1 ? 'rows' : `rows_${number}`;
      tables.push(linesOf(block, name, texts));
      gatherer.places.push({ kind: 'table', name, type: 'text', table: block });
      await gatherer.totals(block);
    }
    places.push(gatherer.places);
  }
  const { provenance } = paper;
  if (provenance !== undefined) {
    for (const key of ['book', 'name', 'query', 'version', 'head'] as const)
      whole.put(`provenance_${key}`, 'text', provenance[key]);
    whole.put('provenance_from', 'day', provenance.from);
    whole.put('provenance_to', 'day', provenance.to);
    whole.put('provenance_sealed_head', 'text', provenance.sealed?.head);
  }
  alias(facts);
  return {
    facts: [...facts].map(([name, fact]) => ({ name, ...fact, aliases: [...fact.aliases] })),
    tables,
    places,
  };
}

/** Other names, where no field has them already. */
function alias(facts: Facts): void {
  const taken = new Set(facts.keys());
  const give = (name: string, to: Facts extends Map<string, infer F> ? F : never): void => {
    taken.add(name);
    to.aliases.add(name);
  };
  for (const [name, of] of Object.entries(ALIASES)) {
    const found = of.map((each) => facts.get(each)).find((each) => each !== undefined);
    if (found !== undefined && !taken.has(name)) give(name, found);
  }
  for (const [, fact] of facts) {
    const wished = [...fact.aliases];
    fact.aliases.clear();
    for (const name of wished) {
      if (ALIASES[name] !== undefined && taken.has(name)) fact.aliases.add(name);
      else if (name !== '' && !taken.has(name)) give(name, fact);
    }
  }
}

/** Facts of a sentence that are codes of the program and no words. */
const CODES = new Set(['kind', 'role', 'part', 'cash', 'goods', 'unnamed']);

class Gatherer {
  readonly #facts: Facts;
  readonly #prefix: string;
  readonly #texts: PaperTexts;
  readonly places: Place[] = [];

  constructor(facts: Facts, prefix: string, texts: PaperTexts) {
    this.#facts = facts;
    this.#prefix = prefix;
    this.#texts = texts;
  }

  /** A fact under a name, or the next free one of it; a day also in parts, an amount also in words. */
  put(wished: string, type: ColumnType, value: PaperValue, heading = ''): string {
    const base = `${this.#prefix}${nameOf(wished) || 'text'}`;
    let name = base;
    for (let number = 2; this.#facts.has(name); number++) name = `${base}_${number}`;
    const aliases = heading === '' ? [] : [`${this.#prefix}${nameOf(heading)}`];
    this.#facts.set(name, {
      type,
      filling: () => fillingOf(value, { type }, this.#texts),
      aliases: new Set(aliases),
    });
    if (type === 'day') {
      const [year = '', month = '', date = ''] = typeof value === 'string' ? value.split('-') : [];
      for (const [part, text] of [
        ['dd', date],
        ['mm', month],
        ['yyyy', year],
      ] as const)
        this.#set(`${name}_${part}`, 'text', () => textOf(text));
    }
    if (type === 'dong')
      this.#set(`${name}_words`, 'text', () =>
        typeof value === 'number' ? textOf(this.#texts.lines.words({ amount: value as Dong })) : BLANK,
      );
    return name;
  }

  #set(name: string, type: ColumnType, filling: () => Filling): void {
    if (!this.#facts.has(name)) this.#facts.set(name, { type, filling, aliases: new Set() });
  }

  /** The same, and that the paper has it here. */
  #place(kind: Place['kind'], name: string, type: ColumnType, value: PaperValue, label = ''): string {
    const put = this.put(name, type, value, label);
    this.places.push({ kind, name: put, type, label });
    return put;
  }

  /** A sentence under its key, and each of its facts under the key and the fact's own name. */
  line(line: Line, fallback: string, kind?: Place['kind']): void {
    const wished = line.line === 'text' ? fallback : line.line;
    const name =
      kind === undefined ? this.put(wished, 'text', line) : this.#place(kind, wished, 'text', line);
    if (line.line === 'text') return;
    for (const [key, fact] of Object.entries(line.facts as Record<string, unknown>)) {
      if (CODES.has(key)) continue;
      const under = `${name.slice(this.#prefix.length)}_${nameOf(key)}`;
      if (typeof fact === 'number') this.put(under, key === 'amount' ? 'dong' : 'count', fact);
      else if (typeof fact === 'string') this.put(under, isDay(fact) ? 'day' : 'text', fact);
      else if (Array.isArray(fact) && fact.every((each) => typeof each === 'string'))
        this.put(under, 'text', fact.join(', '));
      else if (fact === undefined) this.put(under, key === 'day' ? 'day' : 'text', undefined);
    }
  }

  block(block: Block): void {
    switch (block.kind) {
      case 'head':
        this.#place('above', 'above', 'text', block.above);
        this.#place('name', 'name', 'text', block.name);
        for (const line of block.right) this.line(line, 'right', 'right');
        if (block.number !== undefined) this.line(block.number, 'head_number', 'note');
        if (block.dateline !== undefined) this.line(block.dateline, 'dateline', 'date');
        return;
      case 'title':
        this.#title(block.lines);
        for (const line of block.side ?? []) this.line(line, 'side', 'side');
        if (block.stamp !== undefined) this.#place('title', 'stamp', 'text', block.stamp);
        return;
      case 'note':
        this.line(block.line, 'note', 'note');
        return;
      case 'paragraph':
        this.line(block.line, 'paragraph', 'note');
        return;
      case 'form':
        for (const { label, type, value } of block.fields) {
          const said = sentence(label, this.#texts);
          this.#place('form', label.line === 'text' ? said : label.line, type, value, said);
        }
        return;
      case 'figures':
        for (const { name, label, amount } of block.figures) {
          const put = this.#place('form', name, 'dong', amount, sentence(label, this.#texts));
          this.put(`${put.slice(this.#prefix.length)}_label`, 'text', label);
        }
        return;
      case 'signatures':
        if (block.dateline !== undefined) this.line(block.dateline, 'dateline', 'date');
        for (const { role, name } of block.signers) {
          const { office, hint } = this.#texts.signers[role];
          const put = this.put(`signer_${role}`, 'person', name, office.at(-1));
          this.places.push({
            kind: 'signer',
            name: put,
            type: 'person',
            label: [...office, hint].join('\n'),
          });
        }
        for (const line of block.copies ?? []) this.line(line, 'copy', 'note');
        return;
      case 'table':
    }
  }

  #title(lines: readonly Line[]): void {
    const [first, ...others] = lines;
    if (first !== undefined) this.#place('title', 'title', 'text', first);
    for (const line of others) this.line(line, 'title', 'title');
  }

  /** Totals by their columns, what was stated at the opening by its words, and how many lines there are. */
  async totals(table: PaperTable): Promise<void> {
    let count = 0;
    for await (const row of table.rows) {
      if (row.kind === 'line') count += 1;
      if (row.kind !== 'total' && row.kind !== 'stated') continue;
      const label = row.label === undefined ? '' : sentence(row.label, this.#texts);
      const under = row.kind === 'total' ? 'total' : nameOf(label) || 'stated';
      if (row.kind === 'total' && row.label !== undefined) this.line(row.label, 'total_label');
      for (const column of table.columns) {
        const value = row.cells[column.key];
        if (value === undefined) continue;
        const heading = `${row.kind === 'total' ? 'tong' : under}_${headingOf(column, this.#texts)}`;
        this.put(`${under}_${columnName(column)}`, column.type, value, heading);
      }
    }
    this.put('rows_count', 'count', count);
  }
}

function columnName({ key, title }: PaperColumn): string {
  return key.startsWith('fund:') && typeof title === 'string' ? `fund_${nameOf(title)}` : nameOf(key);
}

/** What every line has besides the paper's own columns. */
const OWN: readonly Field[] = [
  { name: 'row_number', type: 'count', aliases: [] },
  { name: 'group', type: 'text', aliases: ['nhom'] },
];

function linesOf(table: PaperTable, name: string, texts: PaperTexts): Lines {
  const names = table.columns.map(columnName);
  const taken = new Set([...names, ...OWN.map((each) => each.name), 'nhom']);
  const columns: Field[] = table.columns.map((column, at) => {
    const called = names[at] ?? '';
    const aliases = new Set<string>();
    for (const [other, of] of Object.entries({ ...ALIASES, ...COLUMN_ALIASES }))
      if (of.find((each) => names.includes(each)) === called) aliases.add(other);
    aliases.add(nameOf(headingOf(column, texts)));
    const free = [...aliases].filter((each) => each !== '' && !taken.has(each));
    for (const each of free) taken.add(each);
    return { name: called, type: column.type, aliases: free };
  });
  const [number, group] = OWN as [Field, Field];
  return {
    name,
    columns: [...columns, taken.has('stt') ? number : { ...number, aliases: ['stt'] }, group],
    lines: async function* () {
      let at = 0;
      let group: Line | undefined;
      for await (const row of table.rows) {
        if (row.kind === 'group') group = row.label;
        if (row.kind !== 'line') continue;
        at += 1;
        yield lineOf(table, names, row, texts)
          .set('row_number', { kind: 'number', number: at })
          .set('group', group === undefined ? BLANK : textOf(sentence(group, texts)));
      }
    },
  };
}

function lineOf(
  table: PaperTable,
  names: readonly string[],
  row: PaperRow,
  texts: PaperTexts,
): Map<string, Filling> {
  return new Map(
    table.columns.map((column, at) => [names[at] ?? '', fillingOf(row.cells[column.key], column, texts)]),
  );
}

function textOf(text: string): Filling {
  return text === '' ? BLANK : { kind: 'text', text };
}

function fillingOf(
  value: PaperValue,
  column: Pick<PaperColumn, 'type'> & { readonly key?: PaperColumn['key'] },
  texts: PaperTexts,
): Filling {
  if (value === undefined) return BLANK;
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'object') return textOf(sentence(value, texts));
  if (column.type === 'day' && isDay(value)) return { kind: 'day', day: value };
  return textOf(worded(value, column, texts));
}

function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && readDay(text) !== undefined;
}
