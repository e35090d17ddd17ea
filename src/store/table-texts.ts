import { TABLES } from './schema.ts';

/** A table as schema.ts says it. */
export interface TableText {
  readonly name: string;
  readonly columns: readonly ColumnText[];
  /** Keys, checks and what must be unique. */
  readonly rules: readonly string[];
  readonly references: readonly string[];
}

export interface ColumnText {
  readonly name: string;
  readonly type: 'integer' | 'text' | 'blob';
  readonly rest: string;
}

const TABLE = /create table (\w+) \(\n(.*?)\n\) strict(?:, without rowid)?;/gs;
const COLUMN = /^(\w+) (integer|blob|text)\b(.*)$/s;

/** Every table of a book, in the order in which they are made. */
export const tableTexts: readonly TableText[] = [...TABLES.matchAll(TABLE)].map(
  ([, name = '', body = '']) => {
    const clauses = clausesOf(body);
    const isColumn = (clause: string) => COLUMN.test(clause);
    const isReference = (clause: string) => clause.startsWith('foreign key');
    return {
      name,
      columns: clauses.flatMap((clause) => {
        const [, column = '', type = '', rest = ''] = COLUMN.exec(clause) ?? [];
        return column === '' ? [] : [{ name: column, type: type as ColumnText['type'], rest }];
      }),
      rules: clauses.filter((clause) => !isColumn(clause) && !isReference(clause)),
      references: clauses.filter(isReference),
    };
  },
);

export const indexTexts: readonly string[] = TABLES.match(/create (?:unique )?index [^;]+;/g) ?? [];

/** The columns of a table, in their order. */
export function columnsOf(table: string): readonly ColumnText[] {
  return tableTexts.find(({ name }) => name === table)?.columns ?? [];
}

/** What stands between the commas of a table's brackets. */
function clausesOf(body: string): string[] {
  const clauses = [''];
  let depth = 0;
  for (const letter of body) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) clauses.push('');
    else clauses[clauses.length - 1] += letter;
  }
  return clauses.map((clause) => clause.trim());
}
