import type { Ref } from '../domain/entry.ts';
import { LikenessIndex, likenessKey, type Candidate } from '../domain/likeness.ts';
import { codeIn } from '../intake/memo.ts';
import type { Donor } from './evidence.ts';
import type { Writer } from './ports.ts';
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

/** What the treasurer chose for a written name: a candidate's code, or none of them. */
export type DonorChoices = ReadonlyMap<string, string>;

/** A shorter code may be any word of a memo. */
const CODE_MIN = 4;

/** How many names are listed for a choice; the others stay unlinked. */
const UNSURE_MAX = 50;

/**
 * Links the names of a donor list with members, units and known donors. One whose name is the same, marks and case
 * aside, is linked; several, or one that only resembles it, are listed and never guessed. Choices are remembered.
 */
export class DonorLinks {
  readonly unsure: UnsureDonor[] = [];
  linked = 0;
  readonly #writer: Writer;
  readonly #index: LikenessIndex;
  readonly #donors: Donor[];
  readonly #codes: Set<string>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #units: ReadonlyMap<string, Candidate>;
  readonly #unitCodes: readonly string[];
  readonly #known = new Map<string, Ref | undefined>();
  readonly #choices: DonorChoices;

  private constructor(
    writer: Writer,
    index: LikenessIndex,
    donors: readonly Donor[],
    names: ReadonlyMap<string, string>,
    units: readonly Candidate[],
    choices: DonorChoices,
  ) {
    this.#writer = writer;
    this.#index = index;
    this.#donors = [...donors];
    this.#codes = new Set(donors.map((donor) => donor.code));
    this.#names = names;
    this.#units = new Map(units.map((unit) => [unit.code, unit]));
    this.#unitCodes = [...this.#units.keys()].filter((code) => code.length >= CODE_MIN);
    this.#choices = choices;
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
    const coded = candidates.filter(({ kind }) => kind === 'unit');
    const index = new LikenessIndex(candidates, apart);
    const links = new DonorLinks(writer, index, donors, names, coded, choices);
    for (const { key, donor, same } of aliases) if (same) links.#known.set(key, donor);
    return links;
  }

  /**
   * Who gave: the unit whose code stands in the words, else the one whom the written name means, or nobody. A donor is
   * made on the first gift of a member or unit.
   */
  async find(name: string, words: string, row: number): Promise<Ref | undefined> {
    const code = codeIn(`${words} ${name}`, this.#unitCodes);
    const unit = code === undefined ? undefined : this.#units.get(code);
    const donor = unit === undefined ? await this.#byName(name, row) : await this.#donorOf(unit);
    if (donor !== undefined) this.linked += 1;
    return donor;
  }

  async #byName(name: string, row: number): Promise<Ref | undefined> {
    const written = likenessKey(name);
    if (written === '') return undefined;
    if (!this.#known.has(written)) this.#known.set(written, await this.#decide(name, written, row));
    return this.#known.get(written);
  }

  async #decide(name: string, written: string, row: number): Promise<Ref | undefined> {
    const { candidates, exact } = this.#index.find(name);
    const [only] = candidates;
    if (only === undefined) return undefined;
    const chosen = this.#choices.get(written);
    if (chosen !== undefined) return this.#remember(written, candidates, chosen);
    if (exact && candidates.length === 1) return this.#donorOf(only);
    if (this.unsure.length < UNSURE_MAX)
      this.unsure.push({ row, name, written, candidates: this.#named(candidates) });
    return undefined;
  }

  #named(candidates: readonly Candidate[]): { code: string; name: string }[] {
    return candidates
      .map(({ code }) => ({ code, name: this.#names.get(code) ?? '' }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
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
    const known = this.#donors.find((donor) =>
      kind === 'donor' ? donor.id === id : kind === 'member' ? donor.beneficiary === id : donor.unit === id,
    );
    if (known !== undefined) return known;
    const donor = await this.#writer.addDonor({
      code: freeCode('NT', this.#codes),
      name: this.#names.get(code) ?? '',
      beneficiary: kind === 'member' ? id : undefined,
      unit: kind === 'unit' ? id : undefined,
    });
    this.#codes.add(donor.code);
    this.#donors.push(donor);
    return donor;
  }
}
