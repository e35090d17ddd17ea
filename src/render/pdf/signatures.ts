import type { Signatures } from '../../report/papers/paper.ts';
import { sentence } from '../papers/layout.ts';
import { LEADING, putLine, putLines } from './canvas.ts';
import { printable, widthOfText, wrap } from './face.ts';
import { BODY, gap, type Frame } from './frame.ts';
import type { Piece } from './flow.ts';

/** Of three or more signers the last has more of the width: the date stands over it. */
const LAST_SHARE = 0.36;
/** Who is sent a copy, at the left of whoever signs. */
const COPIES_SHARE = 0.42;
const SMALL = 11;
const LINE = BODY * LEADING;

/** Place and date, offices, room to sign, names: one piece, which no page's end can part. */
export function signaturePieces(
  block: Signatures,
  { left, width, face, texts, room: signing }: Frame,
): Piece[] {
  const { dateline, signers, copies = [] } = block;
  const date = dateline === undefined ? '' : printable(sentence(dateline, texts));
  // Beside several signers a list of copies has no room: it stands below them.
  const below = signers.length >= 3;
  const aside = copies.length === 0 || below ? 0 : width * COPIES_SHARE;
  // Who signs alone does so at the right, as letters and decisions have it.
  const indent = signers.length === 1 && aside === 0 ? width / 2 : aside;
  const room = width - indent;
  const shares = signers.map((_, at) =>
    signers.length < 3
      ? 1 / signers.length
      : at === signers.length - 1
        ? LAST_SHARE
        : (1 - LAST_SHARE) / (signers.length - 1),
  );
  const columns = signers.map((signer, at) => {
    const { office, hint } = texts.signers[signer.role];
    const from = left + indent + room * shares.slice(0, at).reduce((sum, share) => sum + share, 0);
    const wide = room * (shares[at] ?? 1) - 6;
    return {
      x: from + 3,
      width: wide,
      office: office.flatMap((line) => wrap(face('bold'), BODY, line, wide)),
      hint: wrap(face('italic'), SMALL, hint, wide),
      name: wrap(face('bold'), BODY, signer.name, wide),
    };
  });
  const copied = copies.map((line, at) => {
    const ink = { weight: at === 0 ? 'boldItalic' : 'regular', size: at === 0 ? BODY : SMALL } as const;
    return {
      ink,
      lines: wrap(
        face(ink.weight),
        ink.size,
        sentence(line, texts),
        (below ? width * COPIES_SHARE : aside) - 12,
      ),
    };
  });
  const most = (of: (column: (typeof columns)[number]) => number) => Math.max(0, ...columns.map(of));
  const dated = date === '' ? 0 : LINE;
  const named =
    dated + most((each) => each.office.length * LINE + each.hint.length * SMALL * LEADING) + signing;
  const names = named + most(({ name }) => name.length * LINE);
  const listed = copied.reduce((sum, { ink, lines }) => sum + lines.length * ink.size * LEADING, 0);
  const copiesFrom = below ? names + LINE : dated;
  const height = (listed === 0 ? names : Math.max(names, copiesFrom + listed)) + 14;
  const signed: Piece = {
    height,
    draw: (canvas, top) => {
      const last = columns.at(-1);
      if (date !== '' && last !== undefined) {
        // Over the last signer, and as far to the left of it as it needs.
        const long = widthOfText(face('italic'), BODY, date);
        const x = Math.max(left, Math.min(last.x + (last.width - long) / 2, left + width - long));
        putLine(canvas, { weight: 'italic', size: BODY }, x, top, date);
      }
      let y = top + copiesFrom;
      for (const { ink, lines } of copied)
        y += putLines(canvas, ink, lines, { x: left, width, top: y, align: 'left' });
      for (const { x, width: wide, office, hint, name } of columns) {
        const at = { x, width: wide, align: 'center' } as const;
        const first = top + dated;
        const offices = putLines(canvas, { weight: 'bold', size: BODY }, office, { ...at, top: first });
        putLines(canvas, { weight: 'italic', size: SMALL }, hint, { ...at, top: first + offices });
        putLines(canvas, { weight: 'bold', size: BODY }, name, { ...at, top: top + named });
      }
    },
  };
  return [gap(8), signed];
}
