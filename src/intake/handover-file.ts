import { readDay } from '../domain/day.ts';
import { asDong, sum, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import {
  handoverText,
  type HandedGoods,
  type HandedMoney,
  type HandedOver,
} from '../domain/handover-file.ts';
import { chunksOf, nameOf, type Source } from '../files/read.ts';
import { hexSha256 } from '../files/sha256.ts';

const FORMAT = 1;

/** More than any union has of funds and goods; a file larger than this is another one. */
const BYTES_MAX = 4 * 1024 * 1024;

export interface HandoverFile {
  readonly file: string;
  readonly handed: HandedOver;
  /** Hex SHA-256 over everything that is handed over. */
  readonly control: string;
  readonly bytes: Buffer;
}

/** The digest that both sides know a handover by. */
export function controlOf(handed: HandedOver): string {
  return hexSha256(handoverText(handed));
}

/** The file that goes to the union that takes over. */
export function writeHandover(handed: HandedOver): Buffer {
  const total = sum(handed.money.map(({ amount }) => amount));
  const whole = { phucloi: 'handover', format: FORMAT, ...handed, total, control: controlOf(handed) };
  return Buffer.from(`${JSON.stringify(whole, null, 2)}\n`);
}

/** Reads it back: refused where it is no such file, or a figure in it is another than was written. */
export function readHandover(source: Source): HandoverFile {
  const file = nameOf(source);
  const bytes = Buffer.concat([...chunksOf(source, BYTES_MAX)].map((chunk) => Buffer.from(chunk)));
  const value = parsed(bytes);
  if (!isRecord(value) || value['phucloi'] !== 'handover' || value['format'] !== FORMAT)
    return refuse('handover.file', { file, why: 'format' });
  const { from, to, on, document, money, goods, control } = value;
  const day = typeof on === 'string' ? readDay(on) : undefined;
  if (!isRecord(from) || day === undefined || !Array.isArray(money) || !Array.isArray(goods))
    return refuse('handover.file', { file, why: 'format' });
  const [moneys, things] = [money.map(moneyOf), goods.map(goodsOf)];
  if (!moneys.every((each) => each !== undefined) || !things.every((each) => each !== undefined))
    return refuse('handover.file', { file, why: 'format' });
  const handed: HandedOver = {
    from: { uuid: text(from['uuid']), code: text(from['code']), name: text(from['name']) },
    to: text(to),
    on: day,
    document: text(document),
    money: moneys,
    goods: things,
  };
  if (controlOf(handed) !== control) refuse('handover.file', { file, why: 'control' });
  return { file, handed, control, bytes };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.normalize('NFC') : '';
}

function dong(value: unknown): Dong | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? asDong(value) : undefined;
}

function moneyOf(value: unknown): HandedMoney | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, place, restriction } = value;
  const amount = dong(value['amount']);
  if ((kind !== 'own' && kind !== 'held') || (place !== 'cash' && place !== 'bank') || amount === undefined)
    return undefined;
  return {
    fund: text(value['fund']),
    name: text(value['name']),
    kind,
    owner: text(value['owner']),
    place,
    amount,
    ...(typeof restriction === 'string' ? { restriction } : {}),
    voucher: text(value['voucher']),
  };
}

function goodsOf(value: unknown): HandedGoods | undefined {
  if (!isRecord(value)) return undefined;
  const { quantity, cost } = value;
  if (typeof quantity !== 'number' || !Number.isSafeInteger(quantity) || quantity <= 0) return undefined;
  if (typeof cost !== 'number' || !Number.isSafeInteger(cost) || cost < 0) return undefined;
  const [item, name, measure] = [text(value['item']), text(value['name']), text(value['measure'])];
  return {
    item,
    name,
    measure,
    fund: text(value['fund']),
    quantity,
    cost: asDong(cost),
    voucher: text(value['voucher']),
  };
}
