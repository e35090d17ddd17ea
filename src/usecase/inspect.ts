import { isOurs } from '../domain/award.ts';
import { dayBefore, firstDay, lastDay, monthOf, type Day, type Month } from '../domain/day.ts';
import { add, subtract, ZERO, type Dong } from '../domain/dong.ts';
import { acceptanceKey, findingName, type Finding, type JudgedFinding } from '../domain/finding.ts';
import { UNIDENTIFIED, type Place } from '../domain/fund.ts';
import { fundLines, placeMoney, type FundLine } from '../domain/reconcile.ts';
import type { AwardView, CashCount, Reader } from './port/ports.ts';

/** A month looked through: each fund's identity, and everything that differs. */
export interface Inspection {
  readonly period: Month;
  readonly funds: readonly FundLine[];
  readonly findings: readonly JudgedFinding[];
}

/** Finds what an inspection committee would find in one month, before it does. */
export async function inspect(reader: Reader, period: Month): Promise<Inspection> {
  const [from, to] = [firstDay(period), lastDay(period)];
  const funds = fundLines(
    await reader.funds(),
    await reader.turnovers({ to: dayBefore(from) }),
    await reader.turnovers({ from, to }),
  );
  const findings = [
    ...funds.filter((line) => line.difference !== 0).map(fundDifference),
    ...(await negatives(reader, to)),
    ...(await placeFindings(reader, from, to)),
    ...(await awardFindings(reader, to)),
    ...(await advanceFindings(reader, to)),
    ...(await lateEntries(reader, from, to)),
    ...(await bookFindings(reader)),
    ...unidentified(funds),
  ];
  const accepted = new Set((await reader.acceptances(to)).map((acceptance) => acceptance.finding));
  return { period, funds, findings: judge(findings, accepted) };
}

/** The program cannot have made these: the chain says where the book was touched. */
const PROVE = 'phucloi verify';

/** What holds in every month: gaps in voucher numbers, day balances against postings, amounts a magnitude off. */
async function bookFindings(reader: Reader): Promise<Finding[]> {
  const gaps = (await reader.voucherGaps()).map(({ series, after, next }): Finding => ({
    rule: 'voucher.gap',
    severity: 'error',
    subject: `${series}-${after}`,
    facts: { series, after, next },
    mend: PROVE,
  }));
  const stale = (await reader.staleBalances()).map((key): Finding => ({
    rule: 'balance.stale',
    severity: 'error',
    subject: key,
    facts: { key },
    mend: PROVE,
  }));
  const flagged = (await reader.documents('contribution')).flatMap((document): Finding[] =>
    document.flagged === 0
      ? []
      : [
          {
            rule: 'row.magnitude',
            severity: 'warning',
            subject: document.code,
            facts: { document: document.code, rows: document.flagged },
            mend: `phucloi contribution list --document ${document.code}`,
          },
        ],
  );
  return [...gaps, ...stale, ...flagged];
}

export function judge(findings: readonly Finding[], accepted: ReadonlySet<string>): JudgedFinding[] {
  return findings.map((finding) => {
    const name = findingName(finding);
    return { ...finding, name, accepted: accepted.has(acceptanceKey(finding)) };
  });
}

function fundDifference(line: FundLine): Finding {
  const { closing, money, difference } = line;
  const subject = line.fund.code;
  return {
    rule: 'fund.difference',
    severity: 'error',
    subject,
    facts: { fund: subject, closing, money, difference },
    mend: PROVE,
  };
}

async function negatives(reader: Reader, to: Day): Promise<Finding[]> {
  return (await reader.negatives(to)).map(({ fund, place, day, balance }) => ({
    rule: 'money.negative',
    severity: 'error',
    subject: `${fund.code}:${place.code}@${day}`,
    facts: { fund: fund.code, place: place.code, day, balance },
    mend: `phucloi ledger cash --place ${place.code} --fund ${fund.code} --from ${day} --to ${day}`,
  }));
}

/** Each cash box against its last count: counted after its last movement of the month, and to the đồng. */
async function placeFindings(reader: Reader, from: Day, to: Day): Promise<Finding[]> {
  const counts = await reader.cashCounts({ from, to });
  const moved = await reader.turnovers({ from, to });
  const balances = placeMoney(await reader.turnovers({ to }));
  const findings: Finding[] = [];
  for (const place of await reader.places()) {
    if (place.kind !== 'cash') continue;
    const balance = balances.get(place.id) ?? ZERO;
    const idle = balance === 0 && !moved.some((row) => row.place === place.id);
    if (idle) continue;
    const count = counts.findLast((each) => each.place === place.id);
    const finding =
      count === undefined ? uncounted(place, to, balance) : await compare(reader, place, count, to);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

function uncounted(place: Place, day: Day, balance: Dong): Finding {
  return {
    rule: 'place.uncounted',
    severity: 'error',
    subject: place.code,
    facts: { place: place.code, day, balance },
    mend: `phucloi cash count --place ${place.code} --on ${day} --notes 500000x…`,
  };
}

async function compare(
  reader: Reader,
  place: Place,
  count: CashCount,
  to: Day,
): Promise<Finding | undefined> {
  const moved = await reader.lastMoved(place, firstDay(monthOf(to)), to);
  const balance = placeMoney(await reader.turnovers({ to: count.day })).get(place.id) ?? ZERO;
  if (moved !== undefined && moved > count.day) {
    return uncounted(place, to, placeMoney(await reader.turnovers({ to })).get(place.id) ?? ZERO);
  }
  const difference = subtract(count.total, balance);
  if (difference === 0) return undefined;
  return {
    rule: 'place.difference',
    severity: 'error',
    subject: `${place.code}@${count.day}`,
    facts: { place: place.code, day: count.day, counted: count.total, balance, difference },
    mend: `phucloi cash count --place ${place.code} --on ${count.day} --notes 500000x…`,
  };
}

/** Decided against paid against signed, up to the period's last day. */
async function awardFindings(reader: Reader, to: Day): Promise<Finding[]> {
  const rounds = new Map((await reader.rounds()).map((round) => [round.id, round]));
  const findings: Finding[] = [];
  const unpaid = new Map<string, { kind: string; people: number; total: Dong }>();
  for (const award of await reader.awards({ upTo: to })) {
    const round = rounds.get(award.round);
    if (round === undefined || award.state !== 'approved') continue;
    const unsigned = award.parts.filter((part) => part.paid !== undefined && part.signedOn === undefined);
    if (unsigned.length > 0) findings.push(unsignedAward(award, round.kind, unsigned, to));
    const open = award.parts.filter(
      (part) => isOurs(part) && part.paid === undefined && part.handed === undefined,
    );
    if (open.length > 0) {
      const before = unpaid.get(round.code) ?? { kind: round.kind, people: 0, total: ZERO };
      const total = open.reduce<Dong>((all, part) => add(all, part.amount), before.total);
      unpaid.set(round.code, { ...before, people: before.people + 1, total });
    }
  }
  for (const [code, { kind, people, total }] of unpaid) {
    const mend = `phucloi ${kind} pay --round ${code} --from … --on …`;
    const facts = { round: code, people, total };
    findings.push({ rule: 'award.unpaid', severity: 'notice', subject: code, facts, mend });
  }
  return findings;
}

function unsignedAward(award: AwardView, kind: string, parts: AwardView['parts'], to: Day): Finding {
  const total = parts.reduce<Dong>((all, part) => add(all, part.amount), ZERO);
  return {
    rule: 'award.unsigned',
    severity: 'error',
    subject: award.code,
    facts: { award: award.code, unit: award.unit.code, paidOn: parts[0]?.paid?.day ?? to, total },
    mend: `phucloi ${kind} sign --case ${award.code} --all`,
  };
}

async function advanceFindings(reader: Reader, to: Day): Promise<Finding[]> {
  return (await reader.advances(to)).flatMap((advance): Finding[] =>
    advance.open > 0 && advance.due !== undefined && advance.due < to
      ? [
          {
            rule: 'advance.overdue',
            severity: 'error',
            subject: advance.voucher,
            facts: {
              voucher: advance.voucher,
              holder: advance.holder.code,
              due: advance.due,
              open: advance.open,
            },
            mend: `phucloi advance settle --advance ${advance.voucher} --returned ${advance.open} --on …`,
          },
        ]
      : [],
  );
}

/** What was booked here because its own month had closed. */
async function lateEntries(reader: Reader, from: Day, to: Day): Promise<Finding[]> {
  const { entries, total } = await reader.late(from, to);
  if (entries === 0) return [];
  const period = monthOf(from);
  return [
    {
      rule: 'period.late',
      severity: 'notice',
      subject: period,
      facts: { entries, total },
      mend: `phucloi entry list --period ${period}`,
    },
  ];
}

function unidentified(funds: readonly FundLine[]): Finding[] {
  return funds.flatMap((line): Finding[] =>
    line.fund.code === UNIDENTIFIED && line.closing !== 0
      ? [
          {
            rule: 'unidentified.open',
            severity: 'warning',
            subject: UNIDENTIFIED,
            facts: { balance: line.closing },
            mend: `phucloi transfer --from ${UNIDENTIFIED} --to … --amount … --on … --document …`,
          },
        ]
      : [],
  );
}
