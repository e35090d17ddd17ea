import type { MoneyAnswer, MoneyInput } from '../usecase/money.ts';
import type { Answer } from './command.ts';
import { amount } from './amount-options.ts';
import { code, day, needed, otherwise, text, type Values } from './options.ts';

/** Options of every single movement of money. */
export const MONEY = {
  fund: needed(code('FUND')),
  amount: needed(amount()),
  on: needed(day()),
  note: otherwise(text(), ''),
  document: text('NO'),
  paperNo: text('NO'),
  item: code('CODE'),
};

/** What a gift may be said to be; the fund may be left to the appeal. */
export const GIFT = {
  fund: otherwise(code('FUND'), ''),
  restrict: text('KIND=CODE'),
  appeal: code('APPEAL'),
  unit: code('UNIT'),
};

/** Shape of what every single movement of money answers. */
export const MONEY_ANSWER = {
  voucher: 'text',
  entry: 'integer',
  fund: 'text',
  amount: 'integer',
  bookedOn: 'day',
} as const;

type Given = Values<typeof MONEY>;

export function moneyInput(given: Given): Omit<MoneyInput, 'place' | 'party'> {
  return {
    fund: given.fund,
    amount: given.amount,
    on: given.on,
    content: given.note,
    documentNo: given.document,
    paperNo: given.paperNo,
    item: given.item,
  };
}

export function moneyAnswer(data: MoneyAnswer): Answer {
  return { data, text: (m) => m.done.money(data) };
}
