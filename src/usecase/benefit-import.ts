import { totalOf, type Part, type ProgrammeKind, type Round } from '../domain/award.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { UNIDENTIFIED, type Fund } from '../domain/fund.ts';
import { fold } from '../domain/name.ts';
import type { Objection, ObjectionSubject } from '../domain/objection.ts';
import type { GridRow } from '../intake/cell.ts';
import type { OpenedList } from '../intake/open.ts';
import { readRecipients, type RecipientRow } from '../intake/people.ts';
import {
  alreadyImported,
  listDocument,
  nothingNew,
  PersonFinder,
  UnitFinder,
  type ListAnswer,
} from './lists.ts';
import { goodsGiven, type GoodsGiven, type GoodsWords } from './award-goods.ts';
import type { Waive } from './objections.ts';
import type { AwardDraft } from './port/awards.ts';
import type { PersonKey, Unit } from './port/ports.ts';
import { awardCode, propose, stands } from './proposal.ts';
import { roundOf } from './round-add.ts';
import { fundBy, mustPay, operate, type Session } from './session.ts';

export interface ProposeAnswer extends ListAnswer {
  readonly round: string;
  readonly people: number;
  /** Đồng from the entity's own funds, and from every source. */
  readonly own: Dong;
  readonly total: Dong;
  readonly objections: readonly Objection[];
}

export interface ImportInput {
  readonly round: string;
  readonly payer: string | undefined;
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
    );
    const valued = rows.some((row) => row.goods !== undefined);
    const goods = input.goods === undefined ? undefined : await goodsGiven(writer, input.goods, valued);
    const known = await alreadyImported(writer, kind, undefined, roundDigest(normalDigest, round));
    if (known !== undefined) {
      return {
        ...nothingNew(known, rows.length, reader),
        round: round.code,
        people: 0,
        own: ZERO,
        total: ZERO,
        objections: [],
      };
    }
    const units = new UnitFinder(await writer.units());
    const byId = new Map((await writer.units()).map((unit) => [unit.id, unit]));
    const people = new PersonFinder(await writer.people());
    const awards = await writer.awards({ round: round.id });
    const awarded = new Set(awards.filter(stands).map((award) => award.beneficiary.id));
    const here = new Set<number>();
    const proposed: (Omit<AwardDraft, 'source'> & { row: GridRow })[] = [];
    for (const row of rows) {
      const person = findPerson(row, units, people, (code) => {
        reader.fault(row.source, code.startsWith('unit') ? 'unit' : 'name', code);
      });
      if (person === undefined) continue;
      if (awarded.has(person.id)) reader.fault(row.source, 'name', 'person.awarded');
      if (here.has(person.id)) reader.fault(row.source, 'name', 'person.repeated');
      here.add(person.id);
      const parts = partsOf(row, round, { funds, payer, goods });
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
      const { category, source } = row;
      proposed.push({ code, round, beneficiary: person, unit, category, parts, row: source });
    }
    reader.finish();
    const drafts = proposed.filter(({ row }) => !reader.isBad(row));
    const total = sumParts(drafts, () => true);
    const own = sumParts(drafts, (part) => funds.find((fund) => fund.id === part.payer)?.kind === 'own');
    const document = await listDocument(writer, kind, undefined, list, {
      rows: rows.length,
      accepted: drafts.length,
      rejected: reader.rejected,
      normalDigest: roundDigest(normalDigest, round),
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
        complain: ({ award, rule, subject }) => {
          const row = rowOf.get(award);
          if (row !== undefined) reader.fault(row, FIELDS[subject], 'rule.broken', rule);
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
    return { ...counts, round: round.code, people: drafts.length, own, total, objections };
  });
}

/** The column in which a broken rule is shown. */
const FIELDS: { readonly [S in ObjectionSubject]: 'amount' | 'category' | 'name' | 'unit' } = {
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
};

/** The same list may serve two rounds; it is the same document only within one. */
function roundDigest(normal: Buffer, round: Round): Buffer {
  const mixed = Buffer.from(normal);
  for (const [index, byte] of Buffer.from(round.code).entries()) {
    const at = index % mixed.length;
    mixed[at] = (mixed[at] ?? 0) ^ byte;
  }
  return mixed;
}

function findPerson(
  row: RecipientRow,
  units: UnitFinder,
  people: PersonFinder,
  fault: (
    code: 'unit.unknown' | 'unit.ambiguous' | 'person.unknown' | 'person.ambiguous' | 'name.missing',
  ) => void,
): PersonKey | undefined {
  let unit: Unit | undefined;
  if (row.code === '' && row.name === '') {
    fault('name.missing');
    return undefined;
  }
  if (row.unit !== '') {
    const found = units.find(row.unit);
    if ('found' in found) unit = found.found;
    else {
      fault(found.fault as 'unit.unknown');
      return undefined;
    }
  }
  const found = people.find(row.code, row.name, unit);
  if ('fault' in found) {
    fault(found.fault as 'person.unknown');
    return undefined;
  }
  // Named by code, yet listed under another unit than the roll says: two readings, so neither is taken.
  if (unit !== undefined && found.found.unit !== unit.id) {
    fault('person.ambiguous');
    return undefined;
  }
  return found.found;
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
  const amount = row.amount ?? round.levels.get(row.category);
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
