import { maskedText } from '../domain/mask.ts';
import { pathsOf, signed, type Journal, type Path } from '../report/interchange.ts';

/** A ledger that `bean-check` takes: accounts opened, and a balance at the start of every month for the month before. */
export function* beancountText(journal: Journal): Iterable<string> {
  const path = pathsOf(journal);
  const legal = legalNames();
  const account = (at: Parameters<typeof path>[0]) => legal(path(at));
  const { before } = journal;
  yield `; ${journal.scope}\noption "title" ${quoted(journal.title)}\noption "operating_currency" "VND"\n\n`;
  yield `${before.day} commodity VND\n`;
  for (const name of new Set(journal.used.map(account).toSorted())) yield `${before.day} open ${name} VND\n`;
  if (before.held.length > 0) {
    yield `\n${before.day} * "brought forward"\n`;
    for (const held of before.held) yield `  ${account(held)}  ${held.amount} VND\n`;
  }
  for (const entry of journal.entries) {
    const words = journal.names
      ? [entry.party, entry.content].map(maskedText).filter((part) => part !== '')
      : [];
    yield `\n${entry.day} * ${quoted([entry.kind, ...words].join(' / '))}\n  entry: "${entry.id}"\n`;
    if (entry.voucher !== '') yield `  voucher: ${quoted(entry.voucher)}\n`;
    for (const each of entry.postings) yield `  ${account(each)}  ${signed(each)} VND\n`;
  }
  yield '\n';
  for (const { day, held } of journal.closings)
    for (const each of held) yield `${dayAfter(day)} balance ${account(each)}  ${each.amount} VND\n`;
}

/** Components of capital letters, digits and hyphens as beancount wants them; two that would become one are told apart. */
function legalNames(): (path: Path) => string {
  const taken = new Map<string, string>();
  const known = new Map<string, string>();
  return (path) => {
    const whole = path.join(':');
    let name = known.get(whole);
    if (name === undefined) {
      const parts = path.map((part) => {
        const bare = part.replace(/[^A-Za-z0-9-]/g, '-');
        return `${bare.slice(0, 1).toUpperCase()}${bare.slice(1)}`;
      });
      name = parts.join(':');
      for (let more = 2; taken.has(name); more += 1) name = `${parts.join(':')}-${more}`;
      taken.set(name, whole);
      known.set(whole, name);
    }
    return name;
  };
}

/** A balance directive holds at the start of its day. */
function dayAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

function quoted(text: string): string {
  return `"${text.replace(/[\r\n]+/g, ' ').replace(/[\\"]/g, '\\$&')}"`;
}
