import { isUnnamed, totalOf, type Part, type ProgrammeKind, type Round } from '../domain/award.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { UNIDENTIFIED, type Fund } from '../domain/fund.ts';
import { fold } from '../domain/name.ts';
import { Payers } from '../domain/payer.ts';
import type { Objection, ObjectionSubject } from '../domain/objection.ts';
import type { GridRow } from '../intake/cell.ts';
import type { OpenedList } from '../intake/open.ts';
import { readVisitKind } from '../intake/visit.ts';
import { RecipientFinder } from './recipients.ts';
import { readRecipients, type RecipientRow } from '../intake/people.ts';
import { alreadyImported, listDocument, nothingNew, UnitFinder, type ListAnswer } from './lists.ts';
import { goodsGiven, type GoodsGiven, type GoodsWords } from './award-goods.ts';
import type { Waive } from './objections.ts';
import type { AwardDraft } from './port/awards.ts';
import { awardCode, givenOn, propose, stands } from './proposal.ts';
import { levelOf } from './round-level.ts';
import { roundOf } from './round-add.ts';
import { fundBy, mustPay, operate, unitBy, type Session } from './session.ts';

export interface ProposeAnswer extends ListAnswer {
  readonly round: string;
  readonly people: number;
  /** People who were not in the book and are now. */
  readonly relatives: number;
  readonly workers: number;
  /** Đồng from the entity's own funds, and from every source. */
  readonly own: Dong;
  /** Of the total, what no payer is named for. */
  readonly unnamed: Dong;
  readonly total: Dong;
  readonly objections: readonly Objection[];
}

export interface ImportInput {
  readonly round: string;
  readonly payer: string | undefined;
  /** The unit of rows that name none. */
  readonly unit?: string | undefined;
  /** Whether people who are not in the book come in as a member's relatives, or as workers who are no members. */
  readonly addRelatives?: boolean;
  readonly addWorkers?: boolean;
  /** What goods on the list are, each row's of its fund. */
  readonly goods?: GoodsWords | undefined;
  readonly waive?: Waive | undefined;
}

/** Proposes a list of recipients for a round: every person once, each found in the roll, each with an amount. */
export function importBenefits(
  session: Session,
  kind: ProgrammeKind,
  list: OpenedList,
  input: ImportInput,
): Promise<ProposeAnswer> {
  return operate(session, `${kind} import`, async (writer) => {
    const round = await roundOf(writer, kind, input.round);
    const funds = await writer.funds();
    const payer = input.payer === undefined ? undefined : await fundBy(writer, input.payer);
    if (payer !== undefined)
      await mustPay(writer, payer, kind, round.day < session.today ? round.day : session.today);
    const { reader, rows, normalDigest } = await readRecipients(
      list,
      funds.filter((fund) => fund.code !== UNIDENTIFIED).map((fund) => fund.code),
      kind !== 'gift',
    );
    const valued = rows.some((row) => row.goods !== undefined);
    const goods = input.goods === undefined ? undefined : await goodsGiven(writer, input.goods, valued);
    const unitCode = input.unit === undefined ? '' : (await unitBy(writer, input.unit)).code;
    const digest = roundDigest(normalDigest, round, unitCode);
    const known = await alreadyImported(writer, kind, undefined, digest);
    if (known !== undefined) {
      return {
        ...nothingNew(known, rows.length, reader),
        round: round.code,
        people: 0,
        relatives: 0,
        workers: 0,
        own: ZERO,
        unnamed: ZERO,
        total: ZERO,
        objections: [],
      };
    }
    const units = new UnitFinder(await writer.units(), givenOn(round, session.today));
    const byId = new Map((await writer.units()).map((unit) => [unit.id, unit]));
    const recipients = new RecipientFinder(
      await writer.people(),
      units,
      await (await writer.roundFacts()).relatives(),
      input,
    );
    const awards = await writer.awards({ round: round.id });
    const before = new Payers();
    for (const award of awards.filter(stands)) before.add(award.beneficiary.id, award.parts);
    const here = new Payers();
    const proposed: (Omit<AwardDraft, 'source'> & { row: GridRow })[] = [];
    for (const listed of rows) {
      const row = listed.unit === '' ? { ...listed, unit: unitCode } : listed;
      const found = recipients.find(row);
      if ('fault' in found) {
        reader.fault(row.source, found.field, found.fault);
        continue;
      }
      const person = found.found;
      const category = categoryOf(row, round);
      const parts = partsOf({ ...row, category }, round, { funds, payer, goods });
      const given = typeof parts === 'string' ? [] : parts;
      const isAgain = (known: Payers) =>
        known.has(person.id) && (round.twice === 'refuse' || !known.areOthers(person.id, given));
      if (isAgain(before))
        reader.fault(row.source, 'name', round.twice === 'part' ? 'person.paid' : 'person.awarded');
      if (isAgain(here)) reader.fault(row.source, 'name', 'person.repeated');
      here.add(person.id, given);
      if (typeof parts === 'string') {
        const field = {
          'fund.unknown': 'payer',
          'category.unknown': 'category',
          'amount.parts': 'amount',
        } as const;
        reader.fault(row.source, field[parts], parts);
        continue;
      }
      const unit = byId.get(person.unit);
      if (unit === undefined) throw new TypeError('a person of no unit');
      const code = awardCode(round, awards.length + proposed.length + 1);
      const { source, because: reason, payee: name, relation } = row;
      const payee = name === '' ? undefined : { name, relation };
      proposed.push({
        code,
        round,
        beneficiary: person,
        unit,
        // Rules speak of visits by the codes of their occasions.
        category: kind === 'visit' ? (readVisitKind(category) ?? category) : category,
        payee,
        reason: reason === '' || reason === category ? undefined : reason,
        parts,
        row: source,
      });
    }
    reader.finish();
    const good = proposed.filter(({ row }) => !reader.isBad(row));
    const added = await recipients.enter(
      writer,
      good.map(({ beneficiary }) => beneficiary.id),
    );
    const drafts = good.map((draft) => ({
      ...draft,
      beneficiary: added.get(draft.beneficiary.id)?.person ?? draft.beneficiary,
    }));
    const total = sumParts(drafts, () => true);
    const own = sumParts(drafts, (part) => funds.find((fund) => fund.id === part.payer)?.kind === 'own');
    const unnamed = sumParts(drafts, isUnnamed);
    const document = await listDocument(session, writer, kind, undefined, list, {
      rows: rows.length,
      accepted: drafts.length,
      rejected: reader.rejected,
      normalDigest: digest,
      total,
    });
    const rowOf = new Map(drafts.map(({ code, row }) => [code, row]));
    const { objections } = await propose(
      session,
      writer,
      round,
      drafts.map(({ row, ...draft }) => ({ ...draft, source: { document, row: row.row } })),
      {
        day: session.today,
        waive: input.waive,
        complain: (objection) => {
          const row = rowOf.get(objection.award);
          if (row === undefined) return;
          // Another award of this very list has no code yet that anybody could look up: its row is named.
          const other = rowOf.get(objection.found);
          const found = other === undefined ? objection.found : `#${other.row}`;
          reader.stop(row, SHOWN_IN[objection.subject], { ...objection, found });
        },
      },
    );
    reader.finish();
    const counts = {
      rows: rows.length,
      accepted: drafts.length,
      rejected: reader.rejected,
      duplicates: 0,
      document: document.code,
      reading: reader.reading(),
    };
    const kinds = [...added.values()].map((each) => each.kind);
    return {
      ...counts,
      round: round.code,
      people: drafts.length,
      relatives: kinds.filter((each) => each === 'relative').length,
      workers: kinds.filter((each) => each === 'worker').length,
      own,
      unnamed,
      total,
      objections,
    };
  });
}

/** The kind of recipient; where only the circumstances are told, they may be a kind that the round has a level for. */
function categoryOf({ category, because }: RecipientRow, round: Round): string {
  return category === '' && round.levels.has(because) ? because : category;
}

/** The column in which a broken rule is shown. */
const SHOWN_IN: { readonly [S in ObjectionSubject]: 'amount' | 'category' | 'name' | 'unit' } = {
  cap: 'amount',
  level: 'amount',
  times: 'name',
  years: 'name',
  who: 'name',
  units: 'unit',
  paper: 'name',
  twice: 'name',
  likeness: 'name',
  household: 'name',
  quota: 'unit',
  cutOff: 'name',
  late: 'name',
};

/** The same list may serve two rounds, or two units that it does not name; it is the same document only within one. */
export function roundDigest(normal: Buffer, round: Round, unit = ''): Buffer {
  const mixed = Buffer.from(normal);
  for (const [index, byte] of Buffer.from(`${round.code}${unit}`).entries()) {
    const at = index % mixed.length;
    mixed[at] = (mixed[at] ?? 0) ^ byte;
  }
  return mixed;
}

/** Who may pay a row, and what goods are. */
interface GivenParts {
  readonly funds: readonly Fund[];
  readonly payer: Fund | undefined;
  readonly goods: GoodsGiven | undefined;
}

/** The parts of one row: what each fund's own column gives, then the amount or the round's level from the row's payer. */
function partsOf(
  row: RecipientRow,
  round: Round,
  { funds, payer, goods }: GivenParts,
): Part[] | 'category.unknown' | 'fund.unknown' | 'amount.parts' {
  const parts: Part[] = [];
  const put = (part: Omit<Part, 'line'>) => parts.push({ line: parts.length + 1, ...part });
  for (const [code, amount] of row.byFund) {
    put({ payer: funds.find((fund) => fund.code === code)?.id, form: 'cash', amount });
  }
  const amount = row.amount ?? levelOf(round, row.category);
  // Beside the funds' own columns an amount is their sum, and no further money.
  if (parts.length > 0) {
    if (row.amount !== undefined && row.amount !== totalOf(parts)) return 'amount.parts';
  } else if (amount !== undefined) {
    const named = row.payer === '' ? payer : funds.find((fund) => isNamed(fund, row.payer));
    if (named?.code === UNIDENTIFIED) return 'fund.unknown';
    put({
      payer: named?.id,
      outside: named === undefined && row.payer !== '' ? row.payer : undefined,
      form: 'cash',
      amount,
    });
  }
  const value = row.goods ?? goods?.forAll;
  if (value !== undefined) {
    const named = row.payer === '' ? goods && payer : funds.find((fund) => isNamed(fund, row.payer));
    if (named?.code === UNIDENTIFIED) return 'fund.unknown';
    if (named === undefined) put({ outside: row.payer || '*', form: 'goods', amount: value });
    else put({ payer: named.id, form: 'goods', amount: value, ...goods?.what });
  }
  return parts.length === 0 ? 'category.unknown' : parts;
}

function isNamed(fund: Fund, text: string): boolean {
  return fund.code.toLowerCase() === text.toLowerCase() || fold(fund.name) === fold(text);
}

function sumParts(
  drafts: readonly { readonly parts: readonly Part[] }[],
  which: (part: Part) => boolean,
): Dong {
  return drafts.reduce<Dong>(
    (sum, draft) => draft.parts.filter(which).reduce((inner, part) => add(inner, part.amount), sum),
    ZERO,
  );
}
