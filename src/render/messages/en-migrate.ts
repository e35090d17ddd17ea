import { counted } from '../figures.ts';
import type { MigrateTexts } from './migrate.ts';

export const en: MigrateTexts = {
  migrated: ({ from, to, backup, proof }) =>
    proof === undefined
      ? `The book has schema ${to} already; there is nothing to migrate.`
      : `The book went from schema ${from} to schema ${to}: ${counted(proof.entries, 'entry', 'entries')}, ${counted(proof.operations, 'operation')}, all as they were.\nHead: ${proof.head}${backup === undefined ? '' : `\nThe older book is kept as ${backup}`}`,
};
