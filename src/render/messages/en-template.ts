import type { Refusals } from '../messages.ts';
import { list } from './en-terms.ts';

const FOUND: Readonly<Record<string, string>> = {
  xlsm: 'a workbook with macros (.xlsm)',
  encrypted: 'a workbook with a password',
  protected: 'a protected workbook (a sheet or the structure is locked)',
  signed: 'a workbook with a digital signature',
  hostile: 'a workbook with parts that no workbook needs (entities, names that lead outside)',
  xls: 'an old Excel file (.xls)',
  xlsb: 'a binary Excel file (.xlsb)',
  ods: 'an OpenDocument file (.ods)',
  docx: 'a Word file',
  pdf: 'a PDF file',
  zip: 'no workbook, or cut short',
  xlsx: 'a damaged workbook',
};

const REMEDIES: Readonly<Record<string, string>> = {
  xlsm: 'Save it as .xlsx (Excel Workbook): macros do not go along.',
  encrypted:
    'Open it with its password, take the password off (File > Info > Protect Workbook), save it as .xlsx.',
  protected:
    'Unprotect it (Review > Unprotect Sheet, Unprotect Workbook) and save; lock what was filled, if you like.',
  signed: 'Save an unsigned copy (File > Save As) as the template; sign what was filled.',
  hostile: 'Copy the cells to a new workbook and save that as .xlsx.',
};

const PROBLEMS: Readonly<Record<string, readonly [what: string, holds: string, remedy: string]>> = {
  rows: [
    'the range to be repeated is not one row',
    'What is repeated is one row; each line of the table becomes a copy of it.',
    'Let the name stand for one row (Formulas > Name Manager).',
  ],
  overlap: [
    'two names stand for one place',
    'A cell takes one value, a repeated row one table.',
    'Remove one of the names (Formulas > Name Manager).',
  ],
  formula: [
    'the cell has a formula',
    'A cell that is filled has no formula: filling would lose it.',
    'Empty the cell, or name another.',
  ],
  merged: [
    'a merged cell spans the repeated row and another',
    'Merged cells of the repeated row lie within the row.',
    'Unmerge the cells of that row (Merge & Center).',
  ],
  table: [
    'the paper has no such table',
    'A repeated row needs a table with lines.',
    'See the names: phucloi report template "COMMAND" --list',
  ],
  cells: [
    'the name stands for several cells',
    'A name fills one cell, or one merged cell.',
    'Let the name stand for one cell (Formulas > Name Manager).',
  ],
  sheets: [
    'a formula names several sheets at once (Jan:Dec!A1)',
    'Whether it stays right when rows are put in cannot be told.',
    'Name each sheet in the formula.',
  ],
  array: [
    'an array formula or data table spans the repeated row',
    'Whether it stays right when rows are put in cannot be told.',
    'Write a plain formula instead.',
  ],
  full: [
    'the table is longer than a sheet',
    'A sheet has 1,048,576 rows at most.',
    'Choose a shorter period, or write it without a template.',
  ],
};

/** What is said of workbooks to be filled. */
export const templateFailures = {
  'template.file': ({ file, found }) => [
    `${file} cannot be a template: ${FOUND[found] ?? found}.`,
    'A template is a plain .xlsx workbook, unlocked, with no password and no macros.',
    REMEDIES[found] ?? 'Open it in Excel or LibreOffice and save it as .xlsx (Excel Workbook).',
  ],
  'template.names': ({ file, unknown, known }) => [
    `${file} names nothing of this paper${unknown.length === 0 ? '' : ` (it has: ${list(unknown)})`}.`,
    `A cell to be filled has a name, or the text {{name}}. Names are: ${list(known)}, …`,
    'See all names, or take a template to change: phucloi report template "COMMAND" --list · -o template.xlsx',
  ],
  'template.cell': ({ file, name, sheet, cell, problem }) => {
    const [what, holds, remedy] = PROBLEMS[problem] ?? [problem, '', ''];
    const where = [`"${sheet}"`, cell].filter((each) => each !== '').join(' ');
    return [`${file}, ${where}${name === '' ? '' : ` (${name})`}: ${what}.`, holds, remedy];
  },
} satisfies Partial<Refusals['failures']>;
