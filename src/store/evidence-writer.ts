import { likenessKey } from '../domain/likeness.ts';
import { fold } from '../domain/name.ts';
import type { Ref } from '../domain/entry.ts';
import type { Place } from '../domain/fund.ts';
import type {
  Alias,
  DocumentDraft,
  Donor,
  StatementBreakDraft,
  StatementDraft,
  StatementLineDraft,
} from '../usecase/port/evidence.ts';
import type { CollectedDraft } from '../usecase/port/collection.ts';
import { documentCode } from './codes.ts';
import { JournalWriter } from './journal-writer.ts';
import type { Tables } from './tables.ts';

/** Imported documents, statements with their lines, who gives, and what was taken back. */
export class EvidenceWriter extends JournalWriter {
  /** Codes of what was withdrawn, and its keys; read when first asked for. */
  readonly #withdrawn: {
    beneficiary?: Map<string, number> | undefined;
    unit?: Map<string, number> | undefined;
  } = {};

  addDocument(document: DocumentDraft): Promise<Ref> {
    const id = this.append('document', {
      kind: document.kind,
      fund: document.fund?.id ?? null,
      file: document.file,
      bytes_digest: document.bytesDigest,
      normal_digest: document.normalDigest,
      rows: document.rows,
      accepted: document.accepted,
      total: document.total,
      supplements: document.supplements ?? null,
      replaces: document.replaces ?? null,
      flagged: document.flagged,
      rejected: document.rejected,
      choice: document.choice,
    });
    return Promise.resolve({ id, code: documentCode(id) });
  }

  addCollected(books: readonly CollectedDraft[]): Promise<void> {
    const bytes = (told: string) => Buffer.from(told, 'hex');
    for (const { unit, origin, code, head, operations, sealed, digest } of books)
      this.append('collected', {
        unit: unit.id,
        origin,
        code,
        head: bytes(head),
        operations,
        month: sealed?.month ?? null,
        month_head: sealed === undefined ? null : bytes(sealed.head),
        copy_digest: bytes(digest),
      });
    return Promise.resolve();
  }

  addStatement(statement: StatementDraft): Promise<number> {
    const { document, place, bank, from, to, opening, closing, credits, debits, checked } = statement;
    const id = this.append('statement', {
      document: document.id,
      place: place.id,
      bank,
      from_day: from,
      to_day: to,
      opening: opening ?? null,
      closing: closing ?? null,
      credits,
      debits,
      checked,
    });
    return Promise.resolve(id);
  }

  addStatementLines(statement: number, place: Place, lines: Iterable<StatementLineDraft>): Promise<void> {
    for (const { row, day, clock, amount, balance, reference, kind, wording, print } of lines) {
      this.append('statement_line', {
        statement,
        row,
        place: place.id,
        day,
        clock,
        amount,
        balance: balance ?? null,
        reference,
        kind,
        wording: this.wording(wording, print),
      });
    }
    return Promise.resolve();
  }

  addStatementBreaks(statement: number, breaks: readonly StatementBreakDraft[]): Promise<void> {
    for (const { row, expected, found, by, reason } of breaks) {
      const wording = this.wording({ party: by, content: reason });
      this.append('statement_break', { statement, row, expected, found, wording });
    }
    return Promise.resolve();
  }

  addDonor(donor: Omit<Donor, 'id'>): Promise<Donor> {
    const { id } = this.register('donor', {
      code: donor.code,
      name: donor.name,
      folded: fold(donor.name),
      beneficiary: donor.beneficiary ?? null,
      unit: donor.unit ?? null,
    });
    return Promise.resolve({ ...donor, id });
  }

  /** A choice made anew takes the place of the one before: a name is one donor's. */
  addAlias({ written, donor, same }: Alias): Promise<void> {
    if (same) {
      for (const other of this.all<Tables['alias']>(
        'select * from alias where entity = ? and written = ? and donor <> ? and same = 1',
        written,
        donor,
      ))
        this.#turn(other, 0);
    }
    const earlier = this.get<Tables['alias']>(
      'select * from alias where entity = ? and written = ? and donor = ?',
      written,
      donor,
    );
    if (earlier === undefined) this.register('alias', { written, donor, same: same ? 1 : 0 });
    else this.#turn(earlier, same ? 1 : 0);
    return Promise.resolve();
  }

  #turn(alias: Tables['alias'], same: 0 | 1): void {
    this.db
      .prepare('update alias set same = ? where entity = ? and id = ?')
      .run(same, alias.entity, alias.id);
    this.change('alias', { ...alias, same }, 'same');
  }

  /** What a person gave stays; what names them as a donor, in the register and in what they gave, goes. */
  protected eraseDonor(beneficiary: number, name: string, pseudonym: string): void {
    const donors = this.all<Tables['donor']>(
      'select * from donor where entity = ? and beneficiary = ?',
      beneficiary,
    );
    for (const row of donors) {
      const erased = { ...row, name: pseudonym, folded: fold(pseudonym), salt: this.salt() };
      this.db
        .prepare('update donor set name = ?, folded = ?, salt = ? where entity = ? and id = ?')
        .run(erased.name, erased.folded, erased.salt, row.entity, row.id);
      this.change('donor', erased, 'name,folded');
      this.db
        .prepare(
          `update wording set salt = null, party = null, address = null, content = null, fingerprint = null
            where entity = @entity and id in (
              with named as (
                select p.entry from posting p where p.entity = @entity and p.donor = @donor
                union select c.entry from correction c where c.entity = @entity and c.donor = @donor)
              select e.wording from named n join entry e on e.entity = @entity and e.id = n.entry
              union select v.wording from named n join entry e on e.entity = @entity and e.id = n.entry
                join voucher v on v.entity = e.entity and v.id = e.voucher
                where (select count(*) from entry o where o.entity = v.entity and o.voucher = v.id) = 1
              union select c.wording from named n join correction c on c.entity = @entity and c.entry = n.entry
              union select c.reason from named n join correction c on c.entity = @entity and c.entry = n.entry)`,
        )
        .run({ entity: row.entity, donor: row.id });
    }
    const keys = new Set(donors.map(({ id }) => id));
    const written = likenessKey(name);
    for (const alias of this.all<Tables['alias']>('select * from alias where entity = ?')) {
      if (!keys.has(alias.donor) && alias.written !== written) continue;
      const unnamed = { ...alias, written: `${pseudonym} ${alias.id}`, salt: this.salt() };
      this.db
        .prepare('update alias set written = ?, salt = ? where entity = ? and id = ?')
        .run(unnamed.written, unnamed.salt, alias.entity, alias.id);
      this.change('alias', unnamed, 'written');
    }
  }

  addUndo(operation: number, by: string, reason: string): Promise<void> {
    this.append('undo', { undone: operation, wording: this.wording({ party: by, content: reason }) });
    return Promise.resolve();
  }

  /** Enters a member or unit; one of that code that was withdrawn comes back with what is now said of it. */
  protected enter<R extends 'beneficiary' | 'unit'>(
    register: R,
    values: Omit<Tables[R], 'entity' | 'id' | 'salt'>,
  ): { id: number } {
    this.#withdrawn[register] ??= new Map(
      this.all<{ id: number; code: string }>(
        `select id, code from "${register}" where entity = ? and withdrawn = 1`,
      ).map(({ id, code }) => [code, id]),
    );
    const id = this.#withdrawn[register].get(values.code);
    if (id === undefined) return this.register(register, values);
    this.#withdrawn[register].delete(values.code);
    const row = { ...values, entity: this.entity.id, id, salt: this.salt() } as unknown as Tables[R];
    const columns = Object.keys(row).filter((column) => !['entity', 'id', 'code'].includes(column));
    this.db
      .prepare(
        `update "${register}" set ${columns.map((column) => `${column} = @${column}`).join(', ')} where entity = @entity and id = @id`,
      )
      .run(row);
    this.change(register, row, columns.filter((column) => column !== 'salt').join(','));
    return { id };
  }

  withdraw(register: 'beneficiary' | 'unit', keys: readonly number[]): Promise<void> {
    this.#withdrawn[register] = undefined;
    for (const key of keys) {
      // What is private of a person has no purpose left.
      this.db
        .prepare('delete from private where entity = ? and register = ? and owner = ?')
        .run(this.entity.id, register, key);
      const row = this.get<Tables[typeof register]>(
        `select * from "${register}" where entity = ? and id = ?`,
        key,
      );
      if (row === undefined) throw new TypeError('nothing to withdraw');
      this.db
        .prepare(`update "${register}" set withdrawn = 1 where entity = ? and id = ?`)
        .run(this.entity.id, key);
      this.change(register, { ...row, withdrawn: 1 }, 'withdrawn');
    }
    return Promise.resolve();
  }
}
