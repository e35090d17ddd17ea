import type { Paper } from '../../report/papers/paper.ts';
import { PAPER_TEXTS } from '../papers/texts.ts';
import { fieldsOf, type Field } from './fields.ts';
import { areAlike } from './fill.ts';

/** A name that a template may use, and where: in any cell, or in a row that is repeated (by that row's name). */
export interface NamedField extends Field {
  readonly place: string;
}

/** Every name that a template of this paper may use; what stands in the paper's own names is no secret of the book. */
export async function namedFields(paper: Paper): Promise<readonly NamedField[]> {
  const sheets = areAlike(paper.sheets) ? paper.sheets.slice(0, 1) : paper.sheets;
  const { facts, tables } = await fieldsOf(paper, sheets, PAPER_TEXTS[paper.language]);
  return [
    ...facts.map(({ name, aliases, type }) => ({ name, aliases, type, place: 'cell' })),
    ...tables.flatMap(({ name: place, columns }) =>
      columns.map(({ name, aliases, type }) => ({ name, aliases, type, place })),
    ),
  ];
}
