import { keptOf, totalOf, type PartState, type ProgrammeKind, type Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { add, subtract, ZERO, type Dong } from '../domain/dong.ts';
import type { EntryDraft } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import type { OpenedList } from '../intake/open.ts';
import { creditAdvance, fundOf } from './advance.ts';
import { refOf } from './benefit-pay.ts';
import { aimOf } from './benefit-approve.ts';
import { casesOf, isNamed, namedBy, type Cases } from './benefit-cases.ts';
import type { AwardView } from './port/awards.ts';
import type { AdvanceView, Writer } from './port/ports.ts';
import type { AcknowledgementDraft } from './port/awards.ts';
import { partKey, type Digest } from '../report/papers/listed.ts';
import { debits, restrictedMoney } from './restricted.ts';
import { mustBeOpen, operate, type Session } from './session.ts';
import { sheetsByControl } from './sheet.ts';
import { readSignedList, type Proxy, type SignedList, type SignedMark } from './signed-list.ts';

export interface SignInput extends Cases {
  /** The day they signed; left out, the day each was paid or handed out. */
  readonly on: Day | undefined;
  /** Award or person codes that did not sign: meant as well, and still open. */
  readonly except: readonly string[];
  /** Who signed for whom, by award or person code. */
  readonly proxies: readonly (Proxy & { readonly code: string })[];
  /** What the signed paper says, counted by hand. */
  readonly checked: { readonly count: number; readonly total: Dong; readonly paper: string } | undefined;
  /** What one case signed for where that is not what was paid: recorded as it is, for `reconcile` to name. */
  readonly signedAmount?: Dong | undefined;
  /** The sheets of the list that came back with its marks; without any, everybody paid has signed. */
  readonly list: readonly OpenedList[];
  readonly digest: Digest;
}

export interface SignAnswer {
  readonly round: string;
  readonly signed: number;
  readonly total: Dong;
  readonly unsigned: number;
  /** How many of the signatures are another's. */
  readonly proxies: number;
  /** Codes of awards that are paid or handed out and unsigned: of the sheets that came back, else of all that was asked for. */
  readonly left: readonly string[];
  /** Of these, those that the sheet was printed with and has no row of any more. */
  readonly removed: readonly string[];
  readonly how: 'bulk' | 'checked' | 'listed';
}

interface Signable {
  readonly award: AwardView;
  readonly part: PartState;
  readonly mark: SignedMark;
}

/** Records who signed for what was paid; what a distributor carried becomes a disbursement on the day it was signed for. */
export function signBenefits(session: Session, kind: ProgrammeKind, input: SignInput): Promise<SignAnswer> {
  return operate(session, `${kind} sign`, async (writer) => {
    const { round, awards } = await casesOf(writer, kind, { ...input, except: [] });
    const open = awards.flatMap((award) =>
      award.parts.filter(isOpen).map((part) => ({ award, part, mark: NO_MARK })),
    );
    if (open.length === 0) refuse('award.none', { round: round.code, kind, verb: 'sign' });
    const marked = await marksOf(session, writer, round, awards, input);
    const unsigning = namedBy(awards, input.except);
    const proxies = proxiesOf(awards, input);
    const [signing, unsigned]: [Signable[], Signable[]] = [[], []];
    for (const each of open) {
      const { award, part } = each;
      const mark = marked === undefined ? NO_MARK : marked.marks.get(partKey(part));
      // A paper that was counted by hand is named instead of the sheet.
      const control = input.checked === undefined ? mark?.control : undefined;
      if (mark === undefined || unsigning(award)) unsigned.push(each);
      else
        signing.push({ award, part, mark: { ...mark, proxy: proxies.get(award.id) ?? mark.proxy, control } });
    }
    for (const { award } of unsigned)
      if (proxies.has(award.id)) refuse('usage.conflict', { options: ['--except', '--proxy'] });
    const total = signing.reduce<Dong>((sum, { part }) => add(sum, keptOf(part)), ZERO);
    const count = peopleIn(signing);
    const { checked } = input;
    if (checked !== undefined && (checked.count !== count || checked.total !== total)) {
      refuse('sign.mismatch', { count, total, givenCount: checked.count, givenTotal: checked.total });
    }
    const one = input.list.length > 0 || input.signedAmount !== undefined;
    const how = checked !== undefined ? 'checked' : one ? 'listed' : 'bulk';
    if (input.on !== undefined && input.on > session.today) {
      refuse('day.future', { day: input.on, today: session.today });
    }
    const rows = await disbursed(session, writer, round, signing, input.on);
    await writer.addAcknowledgements(
      input.signedAmount === undefined ? rows : signedFor(rows, input.signedAmount),
      how,
      checked?.paper,
    );
    const scope = marked?.scope;
    const left = unsigned.filter(({ part }) => scope === undefined || scope.has(partKey(part)));
    return {
      round: round.code,
      signed: count,
      total: input.signedAmount ?? total,
      unsigned: peopleIn(unsigned),
      how,
      proxies: peopleIn(signing.filter(({ mark }) => mark.proxy !== undefined)),
      left: [...new Set(left.map(({ award }) => award.code))],
      removed: marked?.removed ?? [],
    };
  });
}

const NO_MARK: SignedMark = {};

/** Out of our hands, and nobody signed. */
function isOpen(part: PartState): boolean {
  return (
    part.signedOn === undefined &&
    keptOf(part) > 0 &&
    (part.paid !== undefined || (part.handed !== undefined && part.approved))
  );
}

function peopleIn(signing: readonly Signable[]): number {
  return new Set(signing.map(({ award }) => award.id)).size;
}

/** What the list that came back says; undefined where there is none and everybody signed. */
function marksOf(
  session: Session,
  writer: Writer,
  round: Round,
  awards: readonly AwardView[],
  { list, digest, unit, cases = [] }: SignInput,
): Promise<SignedList> | undefined {
  if (list.length === 0) return undefined;
  const possible = async () => {
    // A sheet's code is of all that stands on it, whatever of it is meant here.
    const all = unit === undefined && cases.length === 0 ? awards : await writer.awards({ round: round.id });
    return sheetsByControl(writer, round, all, digest);
  };
  return readSignedList(list, awards, possible, session.today);
}

/** Who signed for whom, each said once and of somebody who is meant here. */
function proxiesOf(awards: readonly AwardView[], { proxies }: SignInput): ReadonlyMap<number, Proxy> {
  const found = new Map<number, Proxy>();
  for (const { code, name, relation, paper } of proxies) {
    const own = awards.filter((award) => isNamed(award, code));
    if (own.length === 0) refuse('missing', { noun: 'award', code });
    for (const award of own) {
      if (found.has(award.id)) refuse('usage.conflict', { options: ['--proxy', '--proxy'] });
      found.set(award.id, { name: tidy(name), relation: tidy(relation), paper });
    }
  }
  return found;
}

/** Gives what was signed for to a case's payments, in their order. */
function signedFor<R extends { readonly amount: Dong }>(rows: readonly R[], signed: Dong): R[] {
  let left = signed;
  return rows.map((row, at) => {
    const amount = at === rows.length - 1 || left < row.amount ? left : row.amount;
    left = subtract(left, amount);
    return { ...row, amount };
  });
}

/** The disbursement and day behind each signature; posts those that were still a distributor's advance. */
async function disbursed(
  session: Session,
  writer: Writer,
  round: Round,
  signing: readonly Signable[],
  on: Day | undefined,
): Promise<AcknowledgementDraft[]> {
  const rows: AcknowledgementDraft[] = [];
  const handed = new Map<string, Signable[]>();
  for (const each of signing) {
    const { paid, handed: out } = each.part;
    if (paid !== undefined) {
      const day = each.mark.day ?? on ?? paid.day;
      if (day < paid.day) refuse('award.day', { award: each.award.code, day, decided: paid.day });
      rows.push({ disbursement: paid.disbursement, day, ...signature(each) });
    } else if (out !== undefined) {
      const day = each.mark.day ?? on ?? out.day;
      if (day < out.day) refuse('award.day', { award: each.award.code, day, decided: out.day });
      const key = `${out.advance} ${day}`;
      const same = handed.get(key);
      if (same === undefined) handed.set(key, [each]);
      else same.push(each);
    }
  }
  if (handed.size === 0) return rows;
  const advances = await writer.advances(session.today);
  for (const [key, group] of handed) {
    const [id, day] = key.split(' ') as [string, Day];
    const advance = advances.find((each) => String(each.id) === id);
    if (advance === undefined) throw new TypeError('a hand-out without its advance');
    await mustBeOpen(writer, session.today, day);
    const paid = await settleSigned(session, writer, round, advance, day, group);
    group.forEach((each, at) => rows.push({ disbursement: paid[at] ?? 0, day, ...signature(each) }));
  }
  return rows;
}

/** What was signed for and did not come back before, by whom where it was another, and the paper: the proxy's own, else the sheet it stands on. */
function signature({ part, mark }: Signable): Pick<AcknowledgementDraft, 'amount' | 'proxy' | 'paper'> {
  const { proxy, control } = mark;
  return { amount: keptOf(part), proxy, paper: proxy?.paper ?? control };
}

async function settleSigned(
  session: Session,
  writer: Writer,
  round: Round,
  advance: AdvanceView,
  day: Day,
  signing: readonly Signable[],
): Promise<readonly number[]> {
  const due = totalOf(signing.map(({ part }) => part));
  if (due > advance.open) {
    refuse('advance.settled', { holder: advance.holder.code, open: advance.open, given: due });
  }
  const fund = await fundOf(writer, advance);
  const people = new Set(signing.map(({ award }) => award.id)).size;
  const content = session.phrases(writer.entity.language).signedFor({ round: round.name, people });
  const wording = { party: advance.holder.name, content };
  const voucher = await writer.addVoucher({ kind: 'PKT', day, fund, papers: 1, wording });
  const restricted = await restrictedMoney(writer, fund, day);
  const entries = await writer.addEntries(
    signing.map(({ award, part }): EntryDraft => {
      const about = { unit: award.unit, beneficiary: award.beneficiary, part: refOf({ award, part }) };
      const postings = [
        ...debits(fund, 'disbursement', restricted.draw(part.amount, aimOf(award, round.kind)), about),
        creditAdvance(fund, part.amount, advance.holder),
      ];
      return { kind: 'benefit', bookedOn: day, voucher, settles: advance.id, postings };
    }),
  );
  return writer.addDisbursements(
    signing.map((each, index) => ({ part: refOf(each), entry: entries[index] ?? 0 })),
  );
}
