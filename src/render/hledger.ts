import { maskedText } from '../domain/mask.ts';
import {
  pathsOf,
  signed,
  type Held,
  type Journal,
  type JournalEntry,
  type Path,
} from '../report/interchange.ts';

/** A journal that `hledger check --strict` takes: what it uses is declared, and every month's money is asserted. */
export function* hledgerText(journal: Journal): Iterable<string> {
  const path = pathsOf(journal);
  const account = (at: Parameters<typeof path>[0]) => path(at).join(':');
  yield `; ${plain(journal.title)}\n; ${journal.scope}\ndecimal-mark .\ncommodity 1000. VND\n`;
  for (const name of new Set(journal.used.map(account).toSorted())) yield `account ${name}\n`;
  const { before } = journal;
  if (before.held.length > 0) {
    yield `\n${before.day} * brought forward\n`;
    for (const held of before.held) yield posting(account(held), held.amount);
  }
  let closing = 0;
  const asserted = function* (before: string): Iterable<string> {
    for (; (journal.closings[closing]?.day ?? before) < before; closing += 1)
      yield assertions(journal.closings[closing], path);
  };
  for (const entry of journal.entries) {
    yield* asserted(entry.day);
    const code = entry.voucher === '' ? '' : `(${entry.voucher}) `;
    yield `\n${entry.day} * ${code}${described(entry, journal.names)}  ; entry:${entry.id}\n`;
    for (const each of entry.postings) yield posting(account(each), signed(each));
  }
  yield* asserted('9999-12-31');
}

function posting(account: string, amount: number, asserted = ''): string {
  return `    ${account}  ${amount} VND${asserted}\n`;
}

function assertions(
  closing: { readonly day: string; readonly held: readonly Held[] } | undefined,
  path: (at: Held) => Path,
): string {
  if (closing === undefined || closing.held.length === 0) return '';
  const lines = closing.held.map((held) => posting(path(held).join(':'), 0, ` = ${held.amount} VND`));
  return `\n${closing.day} * closing balances\n${lines.join('')}`;
}

function described(entry: JournalEntry, names: boolean): string {
  if (!names) return entry.kind;
  return plain(
    [entry.kind, entry.party, entry.content]
      .map(maskedText)
      .filter((part) => part !== '')
      .join(' / '),
  );
}

/** Text in which nothing ends a description. */
function plain(text: string): string {
  return text.replace(/[\r\n;|]+/g, ' ').trim();
}
