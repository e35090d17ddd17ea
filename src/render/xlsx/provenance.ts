import { shortHead } from '../../domain/form.ts';
import { say } from '../../report/papers/line.ts';
import type { Form, Paper, PaperSheet, Provenance } from '../../report/papers/paper.ts';
import { formatDay } from '../figures.ts';
import type { PaperTexts } from '../papers/texts.ts';

/** Lists to sign come back as they went out, each sheet with its control code: no sheet is added to them. */
const COMES_BACK = 'signing';

/** The sheet that says where a paper's figures come from, where the paper knows and has room for it. */
export function provenanceSheet({ name, provenance }: Paper, texts: PaperTexts): PaperSheet | undefined {
  if (provenance === undefined || name === COMES_BACK) return undefined;
  const said = texts.workbook;
  return {
    name: said.provenance,
    wide: false,
    onePage: true,
    blocks: [
      { kind: 'title', lines: [say('text', { text: said.provenanceTitle })] },
      formOf(provenance, texts),
      { kind: 'note', line: say('text', { text: said.again }), at: 'left' },
    ],
  };
}

function formOf({ sealed, ...of }: Provenance, { workbook: said }: PaperTexts): Form {
  const field = (label: string, value: string | undefined, type: 'text' | 'day' = 'text') =>
    value === undefined ? [] : [{ label: say('text', { text: label }), type, value }];
  return {
    kind: 'form',
    fields: [
      ...field(said.book, of.name),
      ...field(said.uuid, of.book),
      ...field(said.from, of.from, 'day'),
      ...field(said.to, of.to, 'day'),
      ...field(said.query, of.query),
      ...field(said.version, of.version),
      ...field(said.head, of.head),
      ...field(said.sealed, sealed && said.sealedHead(formatDay(sealed.month), sealed.head)),
    ],
  };
}

/** What the foot of each page says: the closed month's head, else the chain's as it was printed; both short. */
export function provenanceFoot(provenance: Provenance | undefined, texts: PaperTexts): string | undefined {
  if (provenance === undefined) return undefined;
  const { sealed, head } = provenance;
  return sealed === undefined
    ? texts.workbook.foot(undefined, shortHead(head))
    : texts.workbook.foot(formatDay(sealed.month), sealed.head);
}
