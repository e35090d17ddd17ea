import { refuse } from '../../domain/failure.ts';
import type { ProgrammeKind } from '../../domain/award.ts';
import { giveBenefits, type HandAnswer } from '../../usecase/benefit-give.ts';
import { payBenefits, type PayAnswer } from '../../usecase/benefit-pay.ts';
import type { Session } from '../../usecase/session.ts';
import type { Messages } from '../../render/messages.ts';
import { TRANSFER_LAYOUTS } from '../../report/transfer-list.ts';
import type { Answer, Desk } from '../command.ts';
import { CASES } from '../cases-options.ts';
import { command } from '../command.ts';
import { goodsNamed } from '../goods-options.ts';
import { choice, code, day, needed, one, reader, text, type Values } from '../options.ts';
import { FUNDS, ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';
import { stagedTransfers } from '../transfer-file.ts';

const OPTIONS = {
  ...CASES,
  from: needed(code('FUND:PLACE')),
  on: needed(day()),
  per: choice('run', 'unit', 'award'),
  handedTo: text('NAME'),
  due: day(),
  document: text('NO'),
  goods: one('ITEM=QUANTITY', reader(goodsNamed, 'QUATET · QUATET=1')),
  serials: text('A001-A100'),
  exportBank: text('FILE'),
  layout: choice(...TRANSFER_LAYOUTS),
  purpose: text('PURPOSE'),
};
type Given = Values<typeof OPTIONS>;

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} pay`,
    writes: 'asked',
    private: ({ options: { exportBank } }) => exportBank !== undefined,
    args: [],
    options: OPTIONS,
    examples: [
      `${kind} pay --round ${ROUNDS[kind]} --from ${FUNDS[kind]}:cash --on 01/02/2024`,
      `${kind} pay --round ${ROUNDS[kind]} --from ${FUNDS[kind]}:cash --on 01/02/2024 --handed-to "Lê Văn Bình" --due 10/02/2024`,
      `${kind} pay --round ${ROUNDS[kind]} --from ${FUNDS[kind]} --goods PHIEU500 --serials A001-A344 --on 01/02/2024`,
      `${kind} pay --round ${ROUNDS[kind]} --from ${FUNDS[kind]}:bank --on 01/02/2024 --export-bank chuyen-khoan.xlsx --layout agribank`,
    ],
    answer: {
      round: 'text',
      voucher: 'text',
      vouchers: ['text'],
      people: 'integer',
      own: 'integer',
      total: 'integer',
      advance: 'boolean',
      waiting: 'integer',
      'goods?': {
        item: 'text',
        measure: 'text',
        quantity: 'integer',
        cost: 'integer',
        left: 'integer',
        serials: [{ award: 'text', serials: 'text' }],
      },
      'transfers?': { layout: 'text', verified: 'boolean', rows: 'integer' },
    },
    async run(desk, { options }) {
      mustAgree(options);
      const session = await desk.session();
      return options.goods === undefined ? pay(desk, session, kind, options) : give(session, kind, options);
    },
    next: ({ round, advance, voucher }) =>
      advance
        ? [`phucloi advance show ${voucher}`, `phucloi ${kind} sign --round ${round} --list …`]
        : [`phucloi ${kind} sign --round ${round} --list …`],
  }),
);

/** Options that say two things at once, or half of one. */
function mustAgree({ handedTo, due, goods, serials, exportBank, layout, per, ...given }: Given): void {
  if (handedTo !== undefined && due === undefined) refuse('usage.missing', { option: '--due' });
  const conflict = (one: string, other: string) => refuse('usage.conflict', { options: [one, other] });
  if (goods !== undefined) {
    if (handedTo !== undefined) conflict('--goods', '--handed-to');
    if (exportBank !== undefined) conflict('--goods', '--export-bank');
    if (per !== undefined) conflict('--goods', '--per');
  } else if (serials !== undefined) refuse('usage.missing', { option: '--goods' });
  if (handedTo !== undefined && exportBank !== undefined) conflict('--handed-to', '--export-bank');
  if (handedTo !== undefined && per !== undefined) conflict('--handed-to', '--per');
  if (exportBank === undefined && (layout !== undefined || given.purpose !== undefined))
    refuse('usage.missing', { option: '--export-bank' });
}

async function pay(desk: Desk, session: Session, kind: ProgrammeKind, options: Given): Promise<Answer> {
  const { handedTo: name, due, document: documentNo, case: cases, exportBank, layout, purpose } = options;
  const handedTo = name === undefined || due === undefined ? undefined : { name, due };
  const transfer =
    exportBank === undefined
      ? undefined
      : { layout: layout ?? 'general', purpose, stage: stagedTransfers(desk, exportBank) };
  const { round, unit, except, from, on, per = 'run' } = options;
  const input = { round, cases, unit, except, from, on, per, handedTo, documentNo, transfer };
  const data = await payBenefits(session, kind, input);
  return { data, text: (m) => paidText(data, exportBank, m) };
}

async function give(session: Session, kind: ProgrammeKind, options: Given): Promise<Answer> {
  const { round, case: cases, unit, except, from, on, serials, goods } = options;
  const { item = '', quantity } = goods ?? {};
  const input = { round, cases, unit, except, from, on, serials, item, quantity };
  const data = await giveBenefits(session, kind, input);
  return { data, text: (m) => gaveText(data, m) };
}

/** Awards whose serials a person is shown. */
const SERIALS_SHOWN = 20;

function paidText(data: PayAnswer, path: string | undefined, m: Messages): string {
  const { transfers } = data;
  return [
    m.done.paid({ ...data, voucher: m.pay.vouchers(data.vouchers) }),
    ...rest(data, m),
    ...(transfers === undefined ? [] : [m.pay.transfers({ ...transfers, path: path ?? '' })]),
  ].join('\n');
}

function gaveText(data: HandAnswer, m: Messages): string {
  const { serials } = data.goods;
  const more = serials.length - SERIALS_SHOWN;
  return [
    m.pay.gave(data),
    ...serials.slice(0, SERIALS_SHOWN).map((each) => m.pay.serials(each)),
    ...(more > 0 ? [m.pay.serialsMore(more)] : []),
    ...rest(data, m),
  ].join('\n');
}

/** What is said only where it is not plain: money that is not ours, and what still waits. */
function rest(data: PayAnswer, m: Messages): string[] {
  return [
    ...(data.own === data.total || data.advance ? [] : [m.pay.apart(data)]),
    ...(data.waiting === 0 ? [] : [m.pay.waiting(data.waiting)]),
  ];
}
