import type {
  Block,
  Figures,
  Form,
  Head,
  Note,
  PaperTable,
  Paragraph,
  Title,
} from '../../report/papers/paper.ts';
import { sentence, shown } from '../papers/layout.ts';
import { LEADING, putLine, putLines, putStrokes, type Ink } from './canvas.ts';
import { printable, widthOfText, wrap, type Face } from './face.ts';
import type { Piece } from './flow.ts';
import { BODY, gap, type Frame } from './frame.ts';
import { signaturePieces } from './signatures.ts';

const RULE = { width: 0.7 } as const;
const DOTTED = { width: 0.6, dotted: true } as const;

export type PlainBlock = Exclude<Block, PaperTable>;

/** One block as pieces, from top to bottom. */
export function piecesOf(block: PlainBlock, frame: Frame): Piece[] {
  switch (block.kind) {
    case 'head':
      return [headPiece(block, frame), gap(10)];
    case 'title':
      return [titlePiece(block, frame), gap(8)];
    case 'note':
      return notePieces(block, frame);
    case 'paragraph':
      return paragraphPieces(block, frame);
    case 'form':
      return [...formPieces(block, frame), gap(6)];
    case 'figures':
      return [gap(3), ...figurePieces(block, frame), gap(5)];
    case 'signatures':
    default:
      return signaturePieces(block, frame);
  }
}

/** Whose paper it is at the left, the motto or the form's number at the right; each name has its rule below it. */
function headPiece(head: Head, { left, width, wide, face, texts }: Frame): Piece {
  const motto = head.right.some(({ line }) => line === 'motto1');
  const share = head.right.length === 0 ? (wide ? 0.42 : 0.6) : motto ? 0.48 : wide ? 0.5 : 0.62;
  const room = { left: width * share - 8, right: width * (1 - share) };
  const above = printable(head.above.toLocaleUpperCase('vi'));
  const name = printable(head.name.toLocaleUpperCase('vi'));
  const size = BODY * shrunk(widest(face('bold'), [name]), room.left);
  const regular = { weight: 'regular', size } as const;
  const bold = { weight: 'bold', size } as const;
  const aboveLines = above === '' ? [] : wrap(face('regular'), size, above, room.left);
  const nameLines = name === '' ? [] : wrap(face('bold'), size, name, room.left);
  const right = head.right.map((line) => printable(sentence(line, texts)));
  // A motto is never broken: it is printed smaller where its room is narrow.
  const needs = widest(face('bold'), right);
  const inked: Ink = motto
    ? { weight: 'bold', size: BODY * Math.min(1, room.right / needs) }
    : { weight: 'regular', size: 11 };
  const rightLines = motto ? right : right.flatMap((text) => wrap(face('regular'), 11, text, room.right));
  const number =
    head.number === undefined ? [] : wrap(face('regular'), BODY, sentence(head.number, texts), room.left);
  const dateline =
    head.dateline === undefined ? [] : wrap(face('italic'), BODY, sentence(head.dateline, texts), room.right);
  const names = (aboveLines.length + nameLines.length) * size * LEADING;
  const mottos = rightLines.length * inked.size * LEADING;
  const below = Math.max(names, mottos) + 8;
  const dated = Math.max(number.length, dateline.length) * BODY * LEADING;
  return {
    height: below + dated,
    draw: (canvas, top) => {
      const at = { x: left, width: room.left, align: 'center' } as const;
      const first = putLines(canvas, regular, aboveLines, { ...at, top });
      putLines(canvas, bold, nameLines, { ...at, top: top + first });
      const end = nameLines.at(-1);
      if (end !== undefined) {
        const long = Math.min(room.left, widthOfText(face('bold'), size, end)) * 0.5;
        const x = left + (room.left - long) / 2;
        putStrokes(canvas, RULE, [[x, top + names + 3, x + long, top + names + 3]]);
      }
      const beside = { x: left + width - room.right, width: room.right, align: 'center' } as const;
      putLines(canvas, inked, rightLines, { ...beside, top });
      const last = rightLines.at(-1);
      if (motto && last !== undefined) {
        const long = widthOfText(face('bold'), inked.size, last);
        const x = beside.x + (room.right - long) / 2;
        putStrokes(canvas, RULE, [[x, top + mottos + 3, x + long, top + mottos + 3]]);
      }
      putLines(canvas, { weight: 'regular', size: BODY }, number, { ...at, top: top + below });
      putLines(canvas, { weight: 'italic', size: BODY }, dateline, { ...beside, top: top + below });
    },
  };
}

function widest(face: Face, texts: readonly string[]): number {
  return Math.max(1, ...texts.map((text) => widthOfText(face, BODY, text)));
}

/** A name that is a little too long is printed a little smaller rather than broken into lines. */
function shrunk(needs: number, room: number): number {
  const factor = room / needs;
  return factor >= SMALLER ? Math.min(1, factor) : 1;
}

const SMALLER = 0.85;

const RED = [0.75, 0, 0] as const;
const STAMP = 26;

/** What the paper is, what makes it void, and at the right its number and accounts. */
function titlePiece(title: Title, { left, width, face, texts }: Frame): Piece {
  const side = (title.side ?? []).map((line) => sentence(line, texts));
  const aside = Math.min(width * 0.28, widest(face('regular'), side) + 4);
  const middle = side.length === 0 ? width : width - 2 * aside - 16;
  const lines = title.lines.map((line, at) => {
    const ink: Ink = at === 0 ? { weight: 'bold', size: 15 } : { weight: 'italic', size: BODY };
    return { ink, lines: wrap(face(ink.weight), ink.size, sentence(line, texts), middle) };
  });
  const sideInk = { weight: 'regular', size: 11 } as const;
  const sideLines = side.flatMap((text) => wrap(face('regular'), 11, text, aside));
  const main = lines.reduce((sum, each) => sum + each.lines.length * each.ink.size * LEADING, 0);
  const height = Math.max(main, sideLines.length * 11 * LEADING);
  const stamp = title.stamp === undefined ? undefined : printable(sentence(title.stamp, texts));
  return {
    height: height + (stamp === undefined ? 0 : STAMP * 1.7),
    draw: (canvas, top) => {
      let y = top;
      for (const each of lines)
        y += putLines(canvas, each.ink, each.lines, {
          x: left + (width - middle) / 2,
          width: middle,
          top: y,
          align: 'center',
        });
      putLines(canvas, sideInk, sideLines, { x: left + width - aside, width: aside, top, align: 'left' });
      if (stamp === undefined) return;
      const ink = { weight: 'bold', size: STAMP, colour: RED } as const;
      const long = widthOfText(face('bold'), STAMP, stamp) + 24;
      const [x, from, to] = [left + (width - long) / 2, top + height + 4, top + height + STAMP * 1.35 + 6];
      canvas.parts.push(`${RED.join(' ')} RG`);
      putStrokes(canvas, { width: 1.5 }, [
        [x, from, x + long, from],
        [x, to, x + long, to],
        [x, from - 0.75, x, to + 0.75],
        [x + long, from - 0.75, x + long, to + 0.75],
      ]);
      canvas.parts.push('0 G');
      putLine(canvas, ink, x + 12, from + 2, stamp);
    },
  };
}

function notePieces(note: Note, { left, width, face, texts }: Frame): Piece[] {
  const strong = note.strong === true;
  const ink: Ink = { weight: strong ? 'bold' : 'italic', size: BODY };
  const lines = wrap(face(ink.weight), BODY, sentence(note.line, texts), width);
  return lines.map((line, at) => ({
    height: BODY * LEADING + 1.5,
    // A heading stands with what it is over, and so does the unit that a table's amounts are in.
    keep: strong || note.at === 'right' || partsBadly(at, lines.length),
    draw: (canvas, top) => {
      putLines(canvas, ink, [line], { x: left, width, top, align: note.at });
    },
  }));
}

/** Whether a page's end below this line of a text would leave a single line of it behind or before. */
function partsBadly(at: number, lines: number): boolean {
  return lines > 1 && (at === 0 || at === lines - 2);
}

const TEXT = 13;
const INDENT = 28;

/** Justified lines, the first indented; a page's end leaves no single line of them behind or before it. */
function paragraphPieces(paragraph: Paragraph, { left, width, face, texts }: Frame): Piece[] {
  const ink: Ink = { weight: paragraph.strong === true ? 'bold' : 'regular', size: TEXT };
  const own = face(ink.weight);
  const lines = printable(sentence(paragraph.line, texts))
    .split('\n')
    .flatMap((part) => {
      const wrapped = wrap(own, TEXT, part, width, INDENT);
      return wrapped.map((text, at) => ({ text, first: at === 0, last: at === wrapped.length - 1 }));
    });
  const pieces = lines.map(({ text, first, last }, at): Piece => ({
    height: TEXT * (LEADING + 0.05) + (at === lines.length - 1 ? 4 : 0),
    keep: paragraph.strong === true || partsBadly(at, lines.length),
    draw: (canvas, top) => {
      const indent = first ? INDENT : 0;
      const spaces = text.split(' ').length - 1;
      const free = width - indent - widthOfText(own, TEXT, text);
      putLine(canvas, ink, left + indent, top, text, last || spaces === 0 ? 0 : free / spaces);
    },
  }));
  return pieces;
}

/** Labels, and what is filled in over dotted lines. */
function formPieces(form: Form, { left, width, face, texts }: Frame): Piece[] {
  const fields = form.fields.map((field) => ({ ...field, text: printable(sentence(field.label, texts)) }));
  const labels = fields.filter(({ text }) => text !== '');
  const widest = Math.max(0, ...labels.map(({ text }) => widthOfText(face('regular'), BODY, text)));
  const room = Math.min(width * 0.5, Math.max(width * 0.2, widest + 14));
  return labels.map((field): Piece => {
    const money = typeof field.value === 'number' && field.type === 'dong';
    const ink: Ink = { weight: money ? 'bold' : 'regular', size: BODY };
    const value = shown(field.value, field, texts);
    const label = wrap(face('regular'), BODY, field.text, room - 6);
    const lines = wrap(face(ink.weight), BODY, money ? `${value} ${texts.currency}` : value, width - room);
    const step = BODY * LEADING + 4;
    return {
      height: Math.max(label.length, lines.length) * step,
      draw: (canvas, top) => {
        label.forEach((line, at) => {
          putLine(canvas, { weight: 'regular', size: BODY }, left, top + at * step + 2, line);
        });
        lines.forEach((line, at) => {
          putLine(canvas, ink, left + room, top + at * step + 2, line);
          const y = top + at * step + BODY * LEADING + 2.5;
          putStrokes(canvas, DOTTED, [[left + room, y, left + width, y]]);
        });
      },
    };
  });
}

/** Amounts at the right, a dotted line below each. */
function figurePieces({ figures }: Figures, { left, width, face, texts }: Frame): Piece[] {
  return figures.map((figure): Piece => {
    const ink: Ink = { weight: figure.strong ? 'bold' : 'regular', size: BODY };
    const amount = shown(figure.amount, { type: 'dong' }, texts);
    const room = widthOfText(face(ink.weight), BODY, amount) + 12;
    const label = wrap(face(ink.weight), BODY, sentence(figure.label, texts), width - Math.max(room, 70));
    const height = label.length * BODY * LEADING + 4;
    return {
      height,
      draw: (canvas, top) => {
        const last = top + 2 + (label.length - 1) * BODY * LEADING;
        putLines(canvas, ink, label, { x: left, width, top: top + 2, align: 'left' });
        putLines(canvas, ink, [amount], { x: left, width, top: last, align: 'right' });
        putStrokes(canvas, DOTTED, [[left, top + height - 1, left + width, top + height - 1]]);
      },
    };
  });
}
