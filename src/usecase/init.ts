import chart from '../../data/charts/union.json' with { type: 'json' };
import defaults from '../../data/funds.json' with { type: 'json' };
import { dayBefore, firstDay, type Day, type Month } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { ROLES } from '../domain/account.ts';
import { moneyIn, type Posting } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED } from '../domain/fund.ts';
import type { Library, OperationHeader } from './book.ts';
import type { Entity, OfficerRole, Writer } from './port/ports.ts';
import type { Phrases } from './phrases.ts';
import { defaultFunds } from './default-funds.ts';
import { defaultRules } from './rule-defaults.ts';
import { fundBy, mustBeCode, placeBy } from './session.ts';

export interface OpeningLine {
  readonly fund: string;
  readonly place: string;
  readonly amount: Dong;
}

export interface InitInput extends Omit<Entity, 'id'> {
  readonly path: string;
  readonly officers: readonly { readonly role: OfficerRole; readonly name: string }[];
  readonly opening: readonly OpeningLine[];
  /** First voucher number of a series that goes on from paper: `PC:TET` or `PC` to its next number. */
  readonly next: ReadonlyMap<string, number>;
}

export interface InitAnswer {
  readonly book: string;
  readonly entity: string;
  readonly firstMonth: Month;
  readonly funds: readonly string[];
  readonly places: readonly string[];
  readonly opening: Dong;
}

/** Makes a book: entity, chart, default funds, places and rules, officers, and one opening entry dated the day before the first month. */
export async function init(
  library: Library,
  header: OperationHeader,
  phrases: Phrases,
  input: InitInput,
): Promise<InitAnswer> {
  const accounts = ROLES.flatMap((role) => {
    const { own, held } = chart.roles[role];
    return [
      { role, held: false, ...own },
      { role, held: true, ...held },
    ];
  });
  const entity = { ...input, code: mustBeCode(input.code), accounts, nextNumbers: input.next };
  return library.create(input.path, entity, header, async (writer) => {
    mustContinue(input);
    const funds = [];
    for (const { code, name, kind, purposes, owner: usual } of defaultFunds(input.language)) {
      const named = code === UNIDENTIFIED ? '' : input.above;
      const owner = usual === '' ? '' : named || usual;
      funds.push(
        await writer.addFund({ code, name, kind, owner, purposes, from: firstDay(input.firstMonth) }),
      );
    }
    for (const place of defaults.places) {
      await writer.addPlace({
        code: place.code,
        kind: place.code as 'cash' | 'bank',
        name: place.name[input.language],
      });
    }
    for (const officer of input.officers)
      await writer.addOfficer({ ...officer, from: firstDay(input.firstMonth) });
    await writer.addRules(defaultRules());
    const opening = await openBalances(writer, phrases, input.opening, dayBefore(firstDay(input.firstMonth)));
    return {
      book: input.path,
      entity: input.code,
      firstMonth: input.firstMonth,
      funds: funds.map((fund) => fund.code),
      places: defaults.places.map((place) => place.code),
      opening,
    };
  });
}

/** In series by fund a number that goes on from paper says of which fund; with one series for all it says none. */
function mustContinue(input: InitInput): void {
  const codes = defaults.funds.map((fund) => fund.code);
  for (const series of input.next.keys()) {
    const [kind = '', fund] = series.split(':');
    const fits = input.series === 'fund' ? fund !== undefined && codes.includes(fund) : fund === undefined;
    const expected = input.series === 'fund' ? `${kind}:${codes[0]}=38` : `${kind}=38`;
    if (!fits) refuse('usage.value', { option: '--next', given: series, expected });
  }
}

async function openBalances(
  writer: Writer,
  phrases: Phrases,
  lines: readonly OpeningLine[],
  day: Day,
): Promise<Dong> {
  const postings: Posting[] = [];
  const seen = new Set<string>();
  let total: Dong = ZERO;
  for (const line of lines) {
    const [fund, place] = [await fundBy(writer, line.fund), await placeBy(writer, line.place)];
    const key = `${fund.code}:${place.code}`;
    if (seen.has(key)) refuse('usage.conflict', { options: [`--opening ${key}`] });
    seen.add(key);
    postings.push(...moneyIn(fund, place, 'opening', line.amount));
    total = add(total, line.amount);
  }
  if (postings.length > 0) {
    await writer.addEntries([
      { kind: 'opening', bookedOn: day, wording: { party: '', content: phrases.opening() }, postings },
    ]);
  }
  return total;
}
