import { counted } from '../figures.ts';
import type { Refusals } from '../messages.ts';
import { day, list } from './en-terms.ts';
import { PAPER_NAMES } from './en-papers.ts';

/** Refusals of paying, giving and transferring. */
export const payFailures = {
  'award.item': ({ award, item, quantity, given }) => [
    `Award ${award} was decided in ${quantity} ${item}, not ${given}.`,
    'What is given is the item and the quantity that were decided.',
    `Give it: phucloi goods give --item ${item} --quantity ${quantity} --case ${award} …`,
  ],
  'part.quantity': ({ award, item }) => [
    `Award ${award} has a part in goods that names no quantity of ${item}.`,
    'It must be known how many units each award gets.',
    `Say how many each gets: --goods ${item}=1`,
  ],
  'part.waiting': ({ award, day: on, due, needs, more }) => [
    due !== undefined
      ? `Award ${award}: an instalment of ${day(due)} is not due on ${day(on)}.${others(more)}`
      : `Award ${award} has no ${needs === undefined ? 'paper' : PAPER_NAMES[needs]} on ${day(on)}.${others(more)}`,
    'A part is paid once its day has come and the paper it waits for is there; one only promised does not count.',
    due !== undefined ? `Pay it when it is due: --on ${day(due)}` : 'Record the paper, then pay again.',
  ],
  'item.face': ({ item }) => [
    `${item} has no face value, so its value is not known.`,
    'A part in goods needs a value to be decided, given and signed for.',
    `Give the value of one award: --goods ${item}=1:300.000`,
  ],
  'transfer.cash': ({ place }) => [
    `${place} is a cash box: no list of transfers is written for it.`,
    'A list of transfers is of a payment from a bank account.',
    'Pay from an account: --from FUND:bank',
  ],
  'transfer.none': ({ round, kind }) => [
    `Round ${round} has no unsigned award that was paid through a bank and is matched to its statement.`,
    "A transfer stands for a signature only where its payment is matched to a line of the bank's statement.",
    `See where it stands: phucloi ${kind} list --round ${round}; match the statement: phucloi statement match`,
  ],
  'account.missing': ({ awards, more, member }) => [
    `No list of transfers is written: ${counted(awards.length + more, 'award has', 'awards have')} no account number (${list(awards)}${more > 0 ? ', …' : ''}).`,
    'A list of transfers is whole; while one is missing nobody is paid.',
    `${member === undefined ? 'Who takes the money has no account (--payee-account when the case is opened): pay' : `Add it: phucloi member set ${member} --account - --bank BANK; or pay`} these in cash by themselves: --case CODE --from FUND:cash`,
  ],
} satisfies Partial<Refusals['failures']>;

function others(more: number): string {
  return more > 0 ? ` ${more} more parts wait as well.` : '';
}
