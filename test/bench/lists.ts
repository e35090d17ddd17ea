import { closeSync, openSync, writeSync } from 'node:fs';
import { chance } from '../support/chance.ts';

const SEED = 20241130;
const PIECE = 1 << 20;

const FAMILY = ['NGUYEN', 'TRAN', 'LE', 'PHAM', 'HOANG', 'HUYNH', 'VO', 'DANG', 'BUI', 'DO'];
const MIDDLE = ['THI', 'VAN', 'NGOC', 'MINH', 'THANH', 'HONG', 'DUC', 'QUANG'];
const GIVEN = [
  'AN',
  'BINH',
  'CHI',
  'DUNG',
  'GIANG',
  'HA',
  'KHANH',
  'LAN',
  'MAI',
  'NAM',
  'OANH',
  'PHUC',
  'THU',
];
const COMMON = ['Ung ho cac tinh bi bao lu', 'Ung ho dong bao', 'Ung ho Mai am Cong doan'];
const AMOUNTS = [50_000, 100_000, 200_000, 300_000, 500_000, 1_000_000, 2_000_000];
/** Gifts of a list where there are several. */
export const LIST_MAX = 1_000_000;
const MONTHS = 12;
const DAYS = 28;

/** A bank's line, before anybody gives it columns: money in. */
interface Gift {
  /** `YYYY-MM-DD`, rising. */
  readonly day: string;
  /** Đồng. */
  readonly amount: number;
  readonly text: string;
  readonly donor: string;
  /** Empty where the bank gave none; a few come twice. */
  readonly reference: string;
}

/**
 * Gifts as banks published them (peers.md 0): over a fifth equal another in day, amount and text, one text in six has a line break, a
 * fifth has no reference and one reference in thirty is another's. The same for the same list, spread over 2024; two lists
 * share no gift and no reference.
 */
function* gifts(count: number, list = 1): Generator<Gift> {
  const random = chance(SEED + list - 1);
  const first = (list - 1) * LIST_MAX;
  // A list's rows are known again by day, amount and donor.
  const nobody = list === 1 ? '' : `DOT ${list}`;
  const below = (most: number) => Math.floor(random() * most);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  for (let at = 0; at < count; at++) {
    const ordinal = Math.floor((at * MONTHS * DAYS) / count);
    const day = `2024-${two(1 + Math.floor(ordinal / DAYS))}-${two(1 + (ordinal % DAYS))}`;
    const donor = `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)} ${below(90_000)}`;
    if (random() < 0.23) {
      yield { day, amount: pick(AMOUNTS), text: pick(COMMON), donor: nobody, reference: '' };
      continue;
    }
    const broken = random() < 1 / 6 ? '\n' : ' ';
    yield {
      day,
      amount: random() < 0.8 ? pick(AMOUNTS) : 1_000 * (10 + below(5_000)),
      text: `MBVCB.${below(1e9)}.${donor} ung ho${broken}CT tu ${below(1e9)} toi 0712 CD NGANH Y TE`,
      donor,
      reference: random() < 0.03 ? `FT${first + at - (at % 7)}` : `FT${first + at}`,
    };
  }
}

const two = (value: number) => String(value).padStart(2, '0');
const dong = (value: number) => value.toString().replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
const vietnamese = (day: string) => day.split('-').toReversed().join('/');

/** A donor list of so many rows, of a little under 120 bytes each; which of several, counted from 1. */
export function writeDonorList(path: string, rows: number, list = 1): void {
  writeLines(path, 'Ngày,Người ủng hộ,Số tiền,Nội dung,Số tham chiếu', gifts(rows, list), (gift) =>
    [vietnamese(gift.day), gift.donor, dong(gift.amount), `"${gift.text}"`, gift.reference].join(','),
  );
}

/** The same gifts as `ledger convert` reads them: its own headings, plain amounts, each text on one line. */
export function writeLedgerList(path: string, rows: number): void {
  writeLines(path, 'date,payee,amount,note,code', gifts(rows), ({ day, donor, amount, text, reference }) =>
    [vietnamese(day), donor, `${amount} VND`, `"${text.replace('\n', ' ')}"`, reference].join(','),
  );
}

/** The same gifts as a bank's statement in one month, with a balance after each line. */
export function writeStatement(path: string, lines: number): void {
  let balance = 1_000_000_000;
  const accountant = (value: number) => `"${dong(value).replaceAll('.', ',')}"`;
  writeLines(path, 'Ngày,Nội dung,Nợ,Có,Số dư,Số tham chiếu', withPlaces(gifts(lines)), ({ gift, at }) => {
    balance += gift.amount;
    const day = `${two(1 + Math.floor((at * DAYS) / lines))}/01/2024`;
    return [day, `"${gift.text}"`, '', accountant(gift.amount), accountant(balance), gift.reference].join(
      ',',
    );
  });
}

function* withPlaces(values: Iterable<Gift>): Generator<{ readonly gift: Gift; readonly at: number }> {
  let at = 0;
  for (const gift of values) yield { gift, at: at++ };
}

/** Writes a heading and a line for each value, a piece at a time. */
export function writeLines<T>(
  path: string,
  heading: string,
  values: Iterable<T>,
  line: (value: T) => string,
): void {
  const file = openSync(path, 'w');
  let piece = `${heading}\n`;
  for (const value of values) {
    piece += `${line(value)}\n`;
    if (piece.length > PIECE) {
      writeSync(file, piece);
      piece = '';
    }
  }
  writeSync(file, piece);
  closeSync(file);
}
