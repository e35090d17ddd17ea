import { expect, test } from 'vitest';
import type { PartState } from '../../src/domain/award.ts';
import { readDay } from '../../src/domain/day.ts';
import { asDong } from '../../src/domain/dong.ts';
import { giftsBetween, tracesOf, type PrintedAward } from '../../src/report/papers/given.ts';

const day = (text: string) => readDay(text) ?? expect.unreachable(text);

const part = (line: number, more: Partial<PartState>): PartState => ({
  line,
  award: 1,
  form: 'cash',
  amount: asDong(15_000_000),
  payer: 1,
  approved: true,
  ...more,
});

function house(parts: readonly PartState[]): PrintedAward {
  const at = { id: 1, code: 'ma-2024/0001', round: 1, category: '', area: '', state: 'approved' as const };
  const [beneficiary, unit] = [
    { id: 1, code: 'M1' },
    { id: 1, code: 'BVA' },
  ];
  return { ...at, beneficiary, unit, parts, beneficiaryName: 'Lan', sortKey: 'lan' };
}

const vouchers = [
  { id: 7, code: 'PC-MAIAM-2024-0001', fund: 1 },
  { id: 8, code: 'PC-MAIAM-2024-0002', fund: 1 },
];
const first = part(1, {
  paid: { disbursement: 1, day: day('2024-03-12'), voucher: 7 },
  signedOn: day('2024-03-14'),
});
const traced = (...parts: PartState[]) => tracesOf(giftsBetween([], [house(parts)], [], vouchers));

test('an instalment that is not paid yet does not unsign the one before', () => {
  expect(traced(first, part(2, {}))).toEqual({
    voucher: 'PC-MAIAM-2024-0001',
    paidOn: '2024-03-12',
    signedOn: '2024-03-14',
  });
});

test('what is paid and not signed for leaves the whole unsigned', () => {
  const second = part(2, { paid: { disbursement: 2, day: day('2024-05-02'), voucher: 8 } });
  expect(traced(first, second)).toEqual({
    voucher: 'PC-MAIAM-2024-0001\nPC-MAIAM-2024-0002',
    paidOn: '2024-05-02',
    signedOn: undefined,
  });
});

test('what others gave is signed for by nobody of ours', () => {
  const theirs = part(2, { payer: undefined, outside: 'Gia đình' });
  expect(traced(first, theirs).signedOn).toBe('2024-03-14');
});
