import type { Ref } from '../domain/entry.ts';
import { LikenessIndex, likenessKey, type Candidate } from '../domain/likeness.ts';
import { fold } from '../domain/name.ts';
import type { ContributionRow } from '../intake/contribution.ts';
import { codeIn } from '../intake/memo.ts';
import type { Donor } from './port/evidence.ts';
import type { Writer } from './port/ports.ts';
import { UnitFinder } from './lists.ts';
import { freeCode } from './registers.ts';

/** A name in a list that may mean several people, or one whose name only resembles it: for the treasurer to choose. */
export interface UnsureDonor {
  /** Where the name first stands. */
  readonly row: number;
  readonly name: string;
  /** The name as it is compared. */
  readonly written: string;
  /** Members, units and donors. */
  readonly candidates: readonly { readonly code: string; readonly name: string }[];
}

/** What a row of a list says of who gave. */
type Giver = Pick<ContributionRow, 'donor' | 'unit' | 'memo' | 'row'>;

/** What the treasurer chose for a written name: a candidate's code, or none of them. */
export type DonorChoices = ReadonlyMap<string, string>;

/** A shorter code may be any word of a memo. */
const CODE_MIN = 4;

/** How many names of a list are remembered with whom they mean, before they are forgotten and asked for anew. */
const KNOWN_MAX = 50_000;

/** How many names are listed for a choice; the others stay unlinked. */
const UNSURE_MAX = 50;

/**
 * Links the names of a donor list with members, units and known donors. One whose name is the same, marks and case
 * aside, or is a unit's with its kind written otherwise, is linked; several, or one that only resembles it, are listed and never guessed. Choices are remembered.
 */
export class DonorLinks {
  readonly unsure: UnsureDonor[] = [];
  linked = 0;
  readonly #writer: Writer;
  readonly #index: LikenessIndex;
  /** Donors by their own key, and by the member or unit they are. */
  readonly #byId: Map<number, Donor>;
  readonly #byWho: Map<string, Donor>;
  /** The unit of each member. */
  readonly #unitOf: ReadonlyMap<number, number>;
  readonly #codes: Set<string>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #units: ReadonlyMap<string, Candidate>;
  readonly #unitCodes: readonly string[];
  /** Names that were said to be somebody's. */
  readonly #said = new Map<string, Ref>();
  readonly #finder: UnitFinder;
  readonly #known = new Map<string, Ref | undefined>();
  readonly #choices: DonorChoices;
  /** Names with the codes of those that they were said not to be. */
  readonly #apart: ReadonlySet<string>;

  private constructor(
    writer: Writer,
    index: LikenessIndex,
    donors: readonly Donor[],
    names: ReadonlyMap<string, string>,
    units: readonly Candidate[],
    unitOf: ReadonlyMap<number, number>,
    finder: UnitFinder,
    choices: DonorChoices,
    apart: readonly { key: string; code: string }[],
  ) {
    this.#writer = writer;
    this.#index = index;
    this.#byId = new Map(donors.map((donor) => [donor.id, donor]));
    this.#byWho = new Map(donors.map((donor) => [whoOf(donor), donor]));
    this.#unitOf = unitOf;
    this.#finder = finder;
    this.#codes = new Set(donors.map((donor) => donor.code));
    this.#names = names;
    this.#units = new Map(units.map((unit) => [unit.code, unit]));
    this.#unitCodes = [...this.#units.keys()].filter((code) => code.length >= CODE_MIN);
    this.#choices = choices;
    this.#apart = new Set(apart.map(({ key, code }) => `${key} ${code}`));
  }

  static async over(writer: Writer, choices: DonorChoices): Promise<DonorLinks> {
    const donors = await writer.donors();
    const members = await writer.beneficiaries({});
    const units = await writer.units();
    const candidates: Candidate[] = [
      ...donors
        .filter((donor) => donor.beneficiary === undefined && donor.unit === undefined)
        .map(({ id, code, name }) => ({ kind: 'donor' as const, id, code, key: likenessKey(name) })),
      ...members
        .filter(({ kind }) => kind === 'member')
        .map(({ id, code, name }) => ({ kind: 'member' as const, id, code, key: likenessKey(name) })),
      ...units.map(({ id, code, name }) => ({ kind: 'unit' as const, id, code, key: likenessKey(name) })),
    ];
    const codeOf = (donor: Donor) =>
      members.find(({ id }) => id === donor.beneficiary)?.code ??
      units.find(({ id }) => id === donor.unit)?.code ??
      donor.code;
    const byId = new Map(donors.map((donor) => [donor.id, donor]));
    const aliases = (await writer.aliases()).flatMap(({ written, donor, same }) => {
      const known = byId.get(donor);
      return known === undefined ? [] : [{ key: written, donor: known, same }];
    });
    const apart = aliases.filter(({ same }) => !same).map(({ key, donor }) => ({ key, code: codeOf(donor) }));
    const names = new Map([...donors, ...members, ...units].map(({ code, name }) => [code, name]));
    const unitOf = new Map(members.map(({ id, unit }) => [id, unit]));
    const coded = candidates.filter(({ kind }) => kind === 'unit');
    const index = new LikenessIndex(candidates, apart);
    const finder = new UnitFinder(units);
    const links = new DonorLinks(writer, index, donors, names, coded, unitOf, finder, choices, apart);
    for (const { key, donor, same } of aliases) if (same) links.#said.set(key, donor);
    return links;
  }

  /**
   * Who gave: the unit whose code stands in the memo, else the one whom the written name means, or nobody. Two codes, or
   * a code and a name that mean two, are left open. A donor is made on the first gift of a member or unit.
   */
  async find({ donor: name, unit: beside, memo, row }: Giver): Promise<Ref | undefined> {
    if (this.#names.size === 0) return undefined;
    const units = this.#unitsIn(memo);
    const named = await this.#byName(name, beside, row);
    const [unit] = units;
    const donor =
      unit === undefined
        ? named
        : units.length === 1 && (named === undefined || this.#isOf(named, unit))
          ? (named ?? (await this.#donorOf(unit)))
          : this.#open(name, row, units);
    if (donor !== undefined) this.linked += 1;
    return donor;
  }

  #unitsIn(memo: string): Candidate[] {
    if (this.#unitCodes.length === 0) return [];
    const units: Candidate[] = [];
    for (let left = memo; ;) {
      const code = codeIn(left, this.#unitCodes);
      const unit = code === undefined ? undefined : this.#units.get(code);
      if (code === undefined || unit === undefined) return units;
      units.push(unit);
      const rest = left.toUpperCase().replaceAll(code.toUpperCase(), ' ');
      if (rest === left) return units;
      left = rest;
    }
  }

  /** A member's gift under the code of their own unit, or the unit's own. */
  #isOf({ id }: Ref, unit: Candidate): boolean {
    const donor = this.#byId.get(id);
    return donor?.unit === unit.id || this.#unitOf.get(donor?.beneficiary ?? 0) === unit.id;
  }

  #open(name: string, row: number, candidates: readonly Candidate[]): undefined {
    if (this.unsure.length < UNSURE_MAX)
      this.unsure.push({ row, name, written: likenessKey(name), candidates: this.#named(candidates) });
    return undefined;
  }

  async #byName(name: string, beside: string, row: number): Promise<Ref | undefined> {
    const written = likenessKey(name);
    if (written === '') return undefined;
    const said = this.#said.get(written);
    if (said !== undefined) return said;
    const key = `${written}@${fold(beside)}`;
    if (this.#known.has(key)) return this.#known.get(key);
    if (this.#known.size >= KNOWN_MAX) this.#known.clear();
    const found = await this.#decide(name, written, beside, row);
    this.#known.set(key, found);
    return found;
  }

  async #decide(name: string, written: string, beside: string, row: number): Promise<Ref | undefined> {
    const like = this.#index.find(name);
    const units = like.exact ? [] : this.#unitsCalled(name, written);
    const exact = like.exact || units.length > 0;
    const all = units.length > 0 ? units : like.candidates;
    const candidates = exact ? this.#ofUnit(all, beside) : all;
    const [only] = candidates;
    if (only === undefined) return undefined;
    const chosen = this.#choices.get(written);
    if (chosen !== undefined) return this.#remember(written, candidates, chosen);
    if (exact && candidates.length === 1) return this.#donorOf(only);
    return this.#open(name, row, candidates);
  }

  /** The units of that name whose kind the book writes otherwise, but for those that it was said not to be. */
  #unitsCalled(name: string, written: string): Candidate[] {
    return this.#finder.alsoCalled(name).flatMap(({ code }) => {
      const unit = this.#units.get(code);
      return unit === undefined || this.#apart.has(`${written} ${code}`) ? [] : [unit];
    });
  }

  #named(candidates: readonly Candidate[]): { code: string; name: string }[] {
    return candidates
      .map(({ code }) => ({ code, name: this.#names.get(code) ?? '' }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** Of several of one name, those of the unit that stands beside it. */
  #ofUnit(candidates: readonly Candidate[], beside: string): readonly Candidate[] {
    const unit = candidates.length > 1 && beside !== '' ? this.#finder.find(beside) : undefined;
    if (unit === undefined || !('found' in unit)) return candidates;
    const own = candidates.filter(
      ({ kind, id }) => kind === 'member' && this.#unitOf.get(id) === unit.found.id,
    );
    return own.length > 0 ? own : candidates;
  }

  async #remember(
    written: string,
    candidates: readonly Candidate[],
    chosen: string,
  ): Promise<Ref | undefined> {
    let found: Ref | undefined;
    for (const candidate of candidates) {
      const donor = await this.#donorOf(candidate);
      const same = candidate.code === chosen;
      await this.#writer.addAlias({ written, donor: donor.id, same });
      if (same) found = donor;
    }
    return found;
  }

  async #donorOf({ kind, id, code }: Candidate): Promise<Donor> {
    const known = kind === 'donor' ? this.#byId.get(id) : this.#byWho.get(`${kind} ${id}`);
    if (known !== undefined) return known;
    const donor = await this.#writer.addDonor({
      code: freeCode('NT', this.#codes),
      name: this.#names.get(code) ?? '',
      beneficiary: kind === 'member' ? id : undefined,
      unit: kind === 'unit' ? id : undefined,
    });
    this.#codes.add(donor.code);
    this.#byId.set(donor.id, donor);
    this.#byWho.set(whoOf(donor), donor);
    return donor;
  }
}

function whoOf({ id, beneficiary, unit }: Donor): string {
  if (beneficiary !== undefined) return `member ${beneficiary}`;
  return unit === undefined ? `donor ${id}` : `unit ${unit}`;
}
