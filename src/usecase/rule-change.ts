import { dayBefore, firstDay, lastDay, type Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { openMonth } from '../domain/period.ts';
import { isRuleValue, type ProgrammeRule } from '../domain/rule.ts';
import type { OpenedList } from '../intake/open.ts';
import { readRules } from '../intake/rules.ts';
import { alreadyImported, listDocument, nothingNew, type ListAnswer } from './lists.ts';
import type { Reader, Writer } from './port/ports.ts';
import { calendarOf, mustBeCode, operate, type Session } from './session.ts';

/** Records a rule; one of the same code that still holds ends on the day before. */
export function addRule(session: Session, rule: ProgrammeRule): Promise<ProgrammeRule> {
  return operate(session, 'rule add', async (writer) => {
    mustBeCode(rule.code);
    if (!isRuleValue(rule.what, rule.value)) refuse('rule.value', { what: rule.what, value: rule.value });
    const known = await (await writer.benefits()).rules();
    if (isTaken(known, rule)) refuse('code.taken', { noun: 'rule', code: rule.code });
    await put(session, writer, known, [rule]);
    return rule;
  });
}

/** Ends a rule: `to` is the last day on which it holds. */
export function endRule(session: Session, code: string, to: Day): Promise<{ code: string; to: Day }> {
  return operate(session, 'rule end', async (writer) => {
    const rules = (await (await writer.benefits()).rules()).filter((rule) => rule.code === code);
    if (rules.length === 0) refuse('missing', { noun: 'rule', code });
    const open = rules.filter(({ from, to: last }) => from <= to && (last === undefined || last > to));
    const [last] = rules
      .map((rule) => rule.to ?? rule.from)
      .toSorted()
      .slice(-1);
    if (open.length === 0) refuse('register.ended', { noun: 'rule', code, on: last ?? to });
    await endOpen(session, writer, code, to);
    return { code, to };
  });
}

/** Takes a list of rules in, all of them or none; each ends the one of its code that holds before it. */
export function importRules(session: Session, list: OpenedList): Promise<ListAnswer> {
  return operate(session, 'rule import', async (writer) => {
    const { reader, rows, good, known, earlier, normalDigest } = await listedRules(writer, list);
    if (earlier !== undefined) return nothingNew(earlier, rows, reader);
    await put(session, writer, known, good);
    const counts = { rows, accepted: good.length, rejected: reader.rejected };
    const document = await listDocument(session, writer, 'rule', undefined, list, {
      ...counts,
      normalDigest,
    });
    return { ...counts, duplicates: 0, document: document.code, reading: reader.reading() };
  });
}

/** The rules of a list beside those of the book; a list with a fault is refused, one that came `earlier` is not held against itself. */
export async function listedRules(book: Reader, list: OpenedList) {
  const { reader, rows, normalDigest } = await readRules(list);
  const known = await (await book.benefits()).rules();
  const earlier = await alreadyImported(book, 'rule', undefined, normalDigest);
  if (earlier === undefined) {
    const seen: ProgrammeRule[] = [...known];
    for (const { source, rule } of rows) {
      if (isTaken(seen, rule)) reader.fault(source, 'code', 'code.taken', rule.code);
      seen.push(rule);
    }
    reader.finish();
  }
  const good = rows.filter(({ source }) => !reader.isBad(source)).map(({ rule }) => rule);
  return { reader, rows: rows.length, good, known, earlier, normalDigest };
}

/** A rule of the code that begins on the same day or later: a later rule is not overtaken by an earlier one. */
function isTaken(known: readonly ProgrammeRule[], { code, from, kind }: ProgrammeRule): boolean {
  return known.some((rule) => rule.code === code && (rule.from >= from || rule.kind !== kind));
}

/** What a closed month was judged by goes on holding in it. */
async function endOpen(session: Session, writer: Writer, code: string, to: Day): Promise<void> {
  const calendar = await calendarOf(writer, session.today);
  const { lastClosed } = calendar;
  if (lastClosed !== undefined && to < lastDay(lastClosed))
    refuse('period.closed', { day: to, open: firstDay(openMonth(calendar)) });
  await writer.endRule(code, to);
}

async function put(
  session: Session,
  writer: Writer,
  known: readonly ProgrammeRule[],
  rules: readonly ProgrammeRule[],
): Promise<void> {
  for (const rule of rules.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (known.some(({ code, to }) => code === rule.code && (to === undefined || to >= rule.from)))
      await endOpen(session, writer, rule.code, dayBefore(rule.from));
    await writer.addRules([rule]);
  }
}
