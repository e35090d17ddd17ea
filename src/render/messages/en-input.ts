import { formatDong, counted } from '../figures.ts';
import type { Refusals } from '../messages.ts';
import { d, list } from './en-terms.ts';

const FIELDS: Readonly<Record<string, string>> = {
  amount: 'amount',
  day: 'date',
  name: 'name',
  memo: 'description',
  unit: 'unit',
  unitName: 'unit name',
  code: 'code',
  proxy: 'proxy',
  relation: 'relation',
  signed: 'signed',
  credit: 'money in',
  debit: 'money out',
};

const FORMATS: Readonly<Record<string, string>> = {
  xls: 'the old Excel format (.xls)',
  xml: 'XML',
  pdf: 'PDF',
  ods: 'OpenDocument (.ods)',
  docx: 'a Word document',
  xlsb: 'the binary Excel format (.xlsb)',
  zip: 'this archive (cut short, or no workbook)',
  xlsx: 'this workbook (damaged)',
  html: 'this HTML',
};

const HOSTILE: Readonly<Record<string, string>> = {
  entity: 'a part of the workbook defines entities of its own',
  path: 'a part of the archive has a name that leads outside it, or that another has',
  cell: 'a cell holds more than 32,767 characters',
  rows: 'more rows or columns than a sheet can have',
};

const DAMAGE: Readonly<Record<string, string>> = {
  byte: 'a byte that is no letter',
  nul: 'a NUL character inside the text',
  cut: 'the file ends inside a letter; it was cut short',
  marks: 'question marks stand where letters were',
  letter: 'a letter is lost',
};

const CONTROLS: Readonly<Record<string, (value: number) => string>> = {
  debitCount: (value) => `${counted(value, 'line')} of money out`,
  creditCount: (value) => `${counted(value, 'line')} of money in`,
  debits: (value) => `${d(value)} out`,
  credits: (value) => `${d(value)} in`,
  opening: (value) => `an opening balance of ${d(value)}`,
  closing: (value) => `a closing balance of ${d(value)}`,
};

/** What is said of files that cannot be taken. */
export const inputFailures = {
  'input.foreign': ({ file }) => [
    `${file} is no whole book exported by phucloi.`,
    'A book is rebuilt only from a JSON file that phucloi export wrote.',
    'Export it again from the book: phucloi export --format json -o book.json',
  ],
  'input.newer': ({ file, found, known }) => [
    `${file} is of format ${found}; this program reads format ${known}.`,
    'File and program must have one format; no book was made.',
    'Use the version of phucloi that exported it (see phucloi --version).',
  ],
  'input.cut': ({ file, line }) => [
    `${file} is cut short after line ${line}: its last line is missing.`,
    'A whole book reaches to its last line; no book was made.',
    'Copy the file again, or export again: phucloi export --format json -o book.json',
  ],
  'input.altered': ({ file, line, row }) => [
    `${file} was altered after it was exported${row === undefined ? (line > 0 ? ` (line ${line})` : '') : `: ${row.kind} ${row.name} does not match the chain`}.`,
    'Every line must be as it was exported and give the head that the first line names; no book was made.',
    'Use the file as it was, or export again: phucloi export --format json -o book.json',
  ],
  'input.empty': ({ file }) => [
    `${file}: no row of data.`,
    'A list has a heading row and at least one row.',
    'Check the file.',
  ],
  'input.size': ({ file, bytes, limit }) => [
    `${file}: too large (${formatDong(bytes, 'en')} bytes).`,
    `At most ${formatDong(limit, 'en')} bytes.`,
    'Split it.',
  ],
  'input.format': ({ file, found }) => [
    `${file}: ${FORMATS[found] ?? found} cannot be read.`,
    'Whole .xlsx workbooks, text with delimiters (CSV, TSV) and the HTML that banks name .xls are taken.',
    found === 'pdf'
      ? 'Ask the sender for the Excel or CSV file.'
      : 'Open it in Excel or LibreOffice and save it as .xlsx (Excel Workbook).',
  ],
  'input.hostile': ({ file, what }) => [
    `${file}: ${HOSTILE[what] ?? what}.`,
    'No list needs that; such a file is damaged, or made to do harm.',
    'Copy the cells into a new workbook and save it as .xlsx, or ask the sender for the list again.',
  ],
  'input.changed': ({ file }) => [
    `${file} changed while it was read.`,
    'What is written must be what was judged.',
    'Close the file in other programs and import it again.',
  ],
  'input.sheets': ({ file, sheets }) => [
    `${file}: ${counted(sheets.length, 'sheet')}: ${list(sheets)}.`,
    'It must be known which holds the list; none is read while another is left out.',
    'Add --sheet NAME, or hide or delete the others.',
  ],
  'input.encoding': ({ file, line, damage }) => [
    `${file}, line ${line}: ${DAMAGE[damage] ?? damage}.`,
    'Letters that are lost cannot be read back, and are not guessed.',
    damage === 'marks' || damage === 'letter'
      ? 'Save the original once more: Excel "CSV UTF-8" or .xlsx. If the text is meant so: --encoding utf-8'
      : 'Ask for the file again, or save it from Excel as "CSV UTF-8" or .xlsx.',
  ],
  'input.encodings': ({ file, found }) => [
    `${file}: the letters can be read ${found.length > 1 ? `in several ways: ${list(found)}` : 'in no known way'}.`,
    'One encoding must give Vietnamese words; none is guessed.',
    'Say which: --encoding tcvn3 (or vni, viscii, windows-1258 …), or save the file as "CSV UTF-8".',
  ],
  'input.delimiter': ({ file, line }) => [
    `${file}, line ${line}: a quote that is not closed.`,
    'A cell with line breaks or delimiters stands between a pair of quotes.',
    'Mend that line, or save the file from Excel again.',
  ],
  'input.heading': ({ file, missing, found }) => [
    `${file}: no column for ${list(missing.map((field) => FIELDS[field] ?? field))}.`,
    'One of the first 40 rows must be a heading that has them.',
    found.length > 0 ? `Found: ${list(found)}. Correct the heading and import again.` : 'Add a heading row.',
  ],
  'input.columns': ({ file, field, columns }) => [
    `${file}: ${counted(columns.length, 'column')} for ${FIELDS[field] ?? field}: ${list(columns)}.`,
    'A list has one column of amounts and one of days; none is chosen for you.',
    'Delete or rename the column that is not meant and import again; or name it in a profile (--profile).',
  ],
  'input.separator': ({ file, column, dot, comma }) => [
    `${file}, column "${column}" has two readings: ${counted(dot.cells, 'cell parts', 'cells part')} thousands by dots (then it adds up to ${d(dot.total)}), ${comma.cells} by commas (${d(comma.total)}).`,
    'One mark for the whole column: 1.500 and 1,500 may be two different amounts.',
    'Make it one in the file, or say which it is: --thousands dot, or --thousands comma',
  ],
  'input.currency': ({ file, currency }) => [
    `${file}: amounts in ${currency}.`,
    'The book is kept in đồng; a rate is not guessed.',
    'Give the list in đồng, at the rate of the bank paper.',
  ],
  'input.profile': ({ file, profile, difference }) => [
    `${file}: its heading is not the one of profile ${profile}: ${list(difference)} (- the profile's, + the file's).`,
    'A profile reads lists with exactly its headings.',
    `Import without --profile and look at the preview; then --save-as ${profile} keeps the new heading.`,
  ],
  'codes.unfit': ({ file, key }) => [
    `${file} is not a table of item codes: ${key} is wrong.`,
    'A table is a JSON file with lines (code, part, name) and roles (a code for each kind of income and spending), signed off by the accountant.',
    'Mend that, or leave --codes out to use the table that comes with the program.',
  ],
  'profile.unfit': ({ profile, key }) => [
    `${profile} is not a profile: ${key} is wrong.`,
    'A profile is the file that --save-as wrote; columns name headings that it lists.',
    'Mend that line, or make the profile anew with --save-as.',
  ],
  'input.total': (f) => [
    `${f.file}, row ${f.row}: printed total ${d(f.printed)}, the rows add up to ${d(f.sum)}.`,
    'The printed total must be the sum of the rows.',
    'Find the missing or wrong row in the original and import again.',
  ],
  'input.control': ({ file, what, printed, found }) => [
    `${file}: the bank prints ${CONTROLS[what]?.(printed) ?? printed}, its lines give ${CONTROLS[what]?.(found) ?? found}.`,
    'Counts, sums and balances that the bank prints must be those of its lines.',
    'A line is missing or stands twice: export the statement again and compare.',
  ],
  'input.breaks': ({ file, breaks, more }) => [
    `${file}: ${counted(breaks.length + more, 'balance does', 'balances do')} not follow from the lines before them:\n${breaks
      .slice(0, 20)
      .map(
        (each) =>
          `  row ${each.row}: expected ${d(each.expected)}, found ${d(each.found)}, off by ${d(each.amount)}`,
      )
      .join('\n')}${breaks.length + more > 20 ? `\n  … and ${breaks.length + more - 20} more` : ''}`,
    'Each balance is the one before it, plus money in, less money out.',
    `Export the statement again; if the bank's paper says so too: --accept-break ${breaks
      .slice(0, 5)
      .map(({ row }) => `${row}="REASON"`)
      .join(' ')}`,
  ],
  'input.repeated': ({ file, document, overlap, rows }) => [
    `${file}: ${overlap} of its ${counted(rows, 'line stands', 'lines stand')} in statement ${document} already, and no balance tells whether they are the same.`,
    'A line of the bank is recorded once; equal gifts of one day are all kept.',
    'The same lines once more: --suspects skip · other lines that look alike: --suspects keep',
  ],
  'unit.tree': ({ file, rows }) => [
    `${file}: the units in rows ${list(rows)} stand under each other in a circle, or under a unit that is left out.`,
    'Units make a tree: each stands under one that is there.',
    'Correct the column of units above and import again.',
  ],
  'input.rows': ({ file, sheet, rows, more }) => [
    `${file}${sheet === undefined ? '' : ` («${sheet}»)`}: ${counted(rows.length + more, 'cell')} cannot be taken:`,
    'All of a list or nothing; nothing was written.',
    'Correct these rows and import again.',
  ],
  'input.overlap': (f) => [
    `${f.file}: ${f.overlap} of its ${counted(f.rows, 'row stands', 'rows stand')} in list ${f.document} already (${counted(f.documentRows, 'row')}).`,
    'A list that is sent again is not posted twice.',
    `Only the new rows: --supplements ${f.document} · instead of the old list: --replaces ${f.document} · really other gifts: --all-new`,
  ],
} satisfies Partial<Refusals['failures']>;

/** What is wrong with one cell. */
export const rowFaults: Refusals['rowFaults'] = {
  'amount.missing': 'no amount, or zero',
  'amount.unreadable': 'not an amount; write 1.500.000 or 1500000',
  'amount.negative': 'negative; what is paid back has its own command',
  'amount.fraction': 'a fraction; đồng has none',
  'cell.formula': 'a formula nobody computed; open it in Excel, save it and import again',
  'row.wide': 'more cells than the heading has; an amount with commas stands between quotes',
  'row.unclear':
    'not clear whether it is a gift or a total: it has no number and is no sum of the rows; number it, or delete it',
  'amount.parts': "not the sum of the funds' columns",
  'amount.approximate': 'about so much; the book needs it to the đồng',
  'amount.currency': 'not in đồng',
  'amount.rounded': 'Excel rounded it (7.40E+07) and digits are lost; widen the column and export again',
  'amount.ambiguous': 'two readings; write it in digits',
  'amount.two': 'money in and money out on one line',
  'amount.proved': 'no amount; the balances around it prove',
  'side.unclear': 'not clear whether money came in or went out; write C or D',
  'day.missing': 'no date',
  'day.unreadable': 'not a date; write day/month/year, such as 24/09/2024',
  'day.future': 'a date still to come',
  'day.before-book': 'a date before the book begins',
  'day.year': 'no year, and the list does not say which; add --period',
  'day.ambiguous': 'two readings, and nothing tells which; write day/month/year as text',
  'day.outside': 'outside the period of the list',
  'name.missing': 'no name',
  'code.unfit': 'a code has letters without marks, digits and . _ -',
  'code.taken': "another's code",
  'code.repeated': 'the code stands twice in the list',
  'unit.missing': 'no unit',
  'unit.unknown': 'no such unit in the book',
  'unit.repeated': 'this unit stands twice',
  'unit.ended': 'this unit had ended by then; use the one that took its place',
  'unit.ambiguous': 'several units of that name; use the code',
  'parent.unknown': 'no such unit above',
  'person.unknown': 'nobody like this in the roll',
  'person.ambiguous': 'not clear who (two of one name, or code and name differ); use the right code',
  'person.repeated': 'the person stands twice in the list',
  'rule.broken': 'against a rule of the programme',
  'person.awarded': 'this person has an award already; the round takes a person once (twice refuse)',
  'person.relative': 'not in the book; to enter them as a relative of the member named, add --add-relatives',
  'person.worker': 'not in the roll; a worker who is no member comes in with --add-workers',
  'relative.unknown': "whose relative this is, is not clear; use the member's code",
  'person.paid': 'this payer has awarded this person in the round already, or the payer is not said',
  'rule.value': 'not written as a rule of this subject',
  'source.missing': 'no act named',
  'category.unknown': 'no amount, and the round has no level for this category',
  'place.unknown': 'no such place',
  'kind.unknown': 'unknown kind',
  'round.unknown': 'no such round',
  'quantity.unreadable': 'the quantity must be a whole number above zero',
  'amount.twice': 'a row of this kind and fund is there already',
  'fund.unknown': 'this fund cannot pay',
  'award.unknown': 'no award of this code in the round',
  'award.unpaid': 'signed, but not paid',
  'award.unreturned': 'nothing was paid for it that could come back',
  'award.amount': 'not what was paid',
  'signed.unclear': 'not clear whether signed; write x or leave it empty',
  'signed.early': 'received before it was paid',
  'proxy.name': 'somebody signed for another, and the name is missing',
  'proxy.relation': 'who signs for another must say the relation',
};
