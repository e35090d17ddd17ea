import type { Ref } from '../domain/entry.ts';
import { isCode } from '../domain/fund.ts';
import { fold } from '../domain/name.ts';
import type { RowFaultCode } from '../domain/row-fault.ts';
import type { RecipientRow } from '../intake/people.ts';
import { PersonFinder, type UnitFinder } from './lists.ts';
import type { BeneficiaryDraft, PersonKey, Unit, Writer } from './port/ports.ts';
import type { RelativeKey } from './port/rounds.ts';
import { freeCode } from './registers.ts';

type FoundRecipient =
  | { readonly found: PersonKey }
  | { readonly fault: RowFaultCode; readonly field: 'unit' | 'name' | 'relativeOf' };

interface NewPerson {
  readonly kind: 'relative' | 'worker';
  readonly key: PersonKey;
  readonly draft: BeneficiaryDraft;
}

/**
 * Finds the people that a list of recipients names: by code, by name within their unit, or as a member's relative. Who is
 * not in the book is entered only where that was asked for; until then a key below zero stands for them.
 */
export class RecipientFinder {
  readonly #people: PersonFinder;
  readonly #units: UnitFinder;
  readonly #relatives = new Map<string, PersonKey>();
  readonly #codes: Set<string>;
  readonly #new = new Map<string, NewPerson>();
  readonly #adds: { readonly addRelatives?: boolean; readonly addWorkers?: boolean };

  constructor(
    people: readonly PersonKey[],
    units: UnitFinder,
    relatives: readonly RelativeKey[],
    adds: { readonly addRelatives?: boolean; readonly addWorkers?: boolean },
  ) {
    this.#people = new PersonFinder(people);
    this.#units = units;
    this.#codes = new Set(people.map(({ code }) => code));
    this.#adds = adds;
    for (const relative of relatives) this.#relatives.set(`${relative.folded}@${relative.member}`, relative);
  }

  find(row: RecipientRow): FoundRecipient {
    if (row.code === '' && row.name === '') return { fault: 'name.missing', field: 'name' };
    let unit: Unit | undefined;
    if (row.unit !== '') {
      const found = this.#units.find(row.unit);
      if ('fault' in found) return { fault: found.fault, field: 'unit' };
      unit = found.found;
    }
    if (row.relativeOf !== undefined && row.code === '') return this.#relative(row, row.relativeOf, unit);
    const found = this.#people.find(row.code, row.name, unit);
    if ('fault' in found) {
      if (found.fault === 'person.unknown' && row.code === '') {
        if (unit !== undefined) return this.#worker(row, unit);
        // Nobody comes into the book without a unit.
        if (this.#adds.addWorkers) return { fault: 'unit.missing', field: 'unit' };
      }
      return { fault: found.fault, field: 'name' };
    }
    // Named by code, yet listed under another unit than the roll says: two readings, so neither is taken.
    if (unit !== undefined && found.found.unit !== unit.id)
      return { fault: 'person.ambiguous', field: 'name' };
    return found;
  }

  /** Enters the new people among those that awards are for; gives them by the key that stood for them. */
  async enter(
    writer: Writer,
    keys: readonly number[],
  ): Promise<ReadonlyMap<number, { readonly kind: NewPerson['kind']; readonly person: Ref }>> {
    const wanted = new Set(keys);
    const people = [...this.#new.values()].filter(({ key }) => wanted.has(key.id));
    if (people.length === 0) return new Map();
    const entered = await writer.addBeneficiaries(people.map(({ draft }) => draft));
    return new Map(
      people.flatMap(({ key, kind }, at) => {
        const person = entered[at];
        return person === undefined ? [] : [[key.id, { kind, person }] as const];
      }),
    );
  }

  #relative(row: RecipientRow, of: string, unit: Unit | undefined): FoundRecipient {
    const named = isCode(of) ? this.#people.byCode(of) : undefined;
    const found = named === undefined ? this.#people.find('', of, unit) : { found: named };
    if ('fault' in found || (unit !== undefined && found.found.unit !== unit.id))
      return { fault: 'relative.unknown', field: 'relativeOf' };
    const member = found.found;
    const known = this.#relatives.get(`${fold(row.name)}@${member.id}`);
    if (known !== undefined) return { found: known };
    if (!this.#adds.addRelatives) return { fault: 'person.relative', field: 'name' };
    return this.#enter('relative', row, { ...member, id: member.unit }, member);
  }

  #worker(row: RecipientRow, unit: Ref): FoundRecipient {
    if (!this.#adds.addWorkers) return { fault: 'person.worker', field: 'name' };
    return this.#enter('worker', row, unit, undefined);
  }

  #enter(kind: NewPerson['kind'], row: RecipientRow, unit: Ref, relativeOf: Ref | undefined): FoundRecipient {
    const folded = fold(row.name);
    const by = `${kind} ${folded}@${relativeOf?.id ?? unit.id}`;
    const known = this.#new.get(by);
    if (known !== undefined) return { found: known.key };
    const code = freeCode(kind === 'relative' ? 'TN' : 'NLD', this.#codes);
    this.#codes.add(code);
    const key = { id: -1 - this.#new.size, code, folded, unit: unit.id };
    this.#new.set(by, { kind, key, draft: { code, kind, unit, name: row.name, relativeOf } });
    return { found: key };
  }
}
