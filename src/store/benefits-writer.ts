import type { Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import type { Ref } from '../domain/entry.ts';
import type { ProgrammeRule } from '../domain/rule.ts';
import type { State } from '../domain/status.ts';
import type { NewVault } from '../usecase/book.ts';
import type * as Port from '../usecase/port/benefits.ts';
import type { PrivateField } from '../usecase/port/ports.ts';
import type { Statement } from './connection.ts';
import { PrivateCodec } from './private.ts';
import type { Tables } from './tables.ts';
import { VAULT_SETTING } from './vault.ts';
import { UnitsWriter } from './units-writer.ts';

/** Rules, papers and waivers of benefits, and what becomes of people. */
export class BenefitsWriter extends UnitsWriter implements Port.BenefitWriter {
  #keep: Statement | undefined;
  #private: PrivateCodec | undefined;

  addRules(rules: readonly ProgrammeRule[]): Promise<void> {
    for (const { from, to, verified, ...rule } of rules)
      this.register('rule', { ...rule, from_day: from, to_day: to ?? null, verified: verified ? 1 : 0 });
    return Promise.resolve();
  }

  endRule(code: string, to: Day): Promise<void> {
    for (const row of this.all<Tables['rule']>(
      'select * from rule where entity = ? and code = ? and (to_day is null or to_day > ?)',
      code,
      to,
    ))
      this.amend('rule', row, { to_day: to });
    return Promise.resolve();
  }

  setQuota(round: number, { unit, ...limits }: Port.Quota): Promise<void> {
    const [people, amount] = [limits.people ?? null, limits.amount ?? null];
    const known = this.get<Tables['quota']>(
      'select * from quota where entity = ? and round = ? and unit = ?',
      round,
      unit,
    );
    if (known === undefined) this.register('quota', { round, unit, people, amount });
    else this.amend('quota', known, { people, amount });
    return Promise.resolve();
  }

  setRound(round: Round): Promise<void> {
    const { id, name, day, twice } = round;
    this.amend('round', this.row('round', id), {
      name,
      day,
      tet: round.tet ?? null,
      cut_off: round.cutOff ?? null,
      list_by: round.listBy ?? null,
      pay_by: round.payBy ?? null,
      sign_by: round.signBy ?? null,
      standing: round.standing ?? null,
      twice,
      previous: round.previous ?? null,
    });
    for (const [category, amount] of round.levels) {
      const known = this.get<Tables['level']>(
        'select * from level where entity = ? and round = ? and category = ?',
        id,
        category,
      );
      if (known === undefined) this.register('level', { round: id, category, amount });
      else if (known.amount !== amount) this.amend('level', known, { amount });
    }
    return Promise.resolve();
  }

  addPapers(papers: Parameters<Port.BenefitWriter['addPapers']>[0]): Promise<void> {
    for (const { award, kind, number, day, due, by = '', note = '' } of papers) {
      const wording = by === '' && note === '' ? null : this.wording({ party: by, content: note });
      this.append('paper', { award: award.id, kind, number, day, due: due ?? null, wording });
    }
    return Promise.resolve();
  }

  addWaivers(
    awards: readonly Ref[],
    { rule, decision, by, reason }: Parameters<Port.BenefitWriter['addWaivers']>[1],
  ): Promise<void> {
    for (const { id: award } of awards) {
      const wording = this.wording({ party: by, content: reason });
      this.append('waiver', { award, rule, decision: decision ?? null, wording });
    }
    return Promise.resolve();
  }

  addReported(lines: Parameters<Port.BenefitWriter['addReported']>[0]): Promise<void> {
    for (const { round, award, amount, day, name, document, row } of lines) {
      const wording = name === undefined ? null : this.wording({ party: name, content: '' });
      const source = { source: document.id, source_row: row };
      this.append('reported', { round, award: award?.id ?? null, amount, day, wording, ...source });
    }
    return Promise.resolve();
  }

  addStatus(
    person: Ref,
    {
      state,
      day,
      unit,
      document,
    }: { state: State; day: Day; unit?: Ref | undefined; document?: string | undefined },
  ): Promise<void> {
    if (unit !== undefined) return this.movePeople([{ id: person.id, day }], unit, document);
    this.append('status', { beneficiary: person.id, state, day, unit: null, document: document ?? null });
    return Promise.resolve();
  }

  mergePeople(from: Ref, into: Ref): Promise<void> {
    for (const row of this.all<Tables['beneficiary']>(
      'select * from beneficiary where entity = ? and (id = ? or merged_into = ?)',
      from.id,
      from.id,
    ))
      this.amend('beneficiary', row, { merged_into: into.id });
    return Promise.resolve();
  }

  addDistinction(one: Ref, other: Ref, by: string, reason: string): Promise<void> {
    const keys = { one: Math.min(one.id, other.id), other: Math.max(one.id, other.id) };
    this.append('distinction', { ...keys, wording: this.wording({ party: by, content: reason }) });
    return Promise.resolve();
  }

  setSecret(person: Ref, field: PrivateField, value: string | undefined): Promise<void> {
    this.keepSecret('beneficiary', person.id, field, value);
    // That somebody changed it stays told, by whom and when; the value enters no digest.
    this.change('beneficiary', this.row('beneficiary', person.id), field);
    return Promise.resolve();
  }

  async setVault(vault: NewVault | undefined): Promise<number> {
    const { rewritePrivate } = await import('./rewrite-private.ts');
    const { db, entity, bookKey, work } = this;
    const written = await rewritePrivate(db, entity.id, work, { from: bookKey, to: vault });
    await this.#setTold(vault?.key.vault);
    return written;
  }

  async forgetPrivate(): Promise<number> {
    const of = [this.entity.id];
    const { changes } = this.db.prepare('delete from private where entity = ?').run(of);
    this.db.prepare('delete from vault where entity = ?').run(of);
    await this.#setTold(undefined);
    return changes;
  }

  /** What the chain says of the vault. */
  #setTold(vault: string | undefined): Promise<void> {
    this.#private = undefined;
    return this.setSetting(VAULT_SETTING, vault);
  }

  /**
   * Takes away why a person was given anything, who took it for them, and their name where a voucher of one award bears
   * it; what was given stays.
   */
  protected eraseCases(beneficiary: number, name: string): void {
    const of = { entity: this.entity.id, beneficiary };
    const awards = 'select id from award where entity = @entity and beneficiary = @beneficiary';
    this.db
      .prepare(`delete from private where entity = @entity and register = 'award' and owner in (${awards})`)
      .run(of);
    this.db
      .prepare(
        `update wording set salt = null, party = null, address = null, content = null, fingerprint = null
          where entity = @entity and id in (
            with paid as (
              select s.id, s.entry from disbursement s where s.entity = @entity and s.award in (${awards}))
            select a.payee from award a where a.entity = @entity and a.beneficiary = @beneficiary
            union select k.proxy from paid p join acknowledgement k on k.entity = @entity and k.disbursement = p.id
            union select v.wording from paid p join entry e on e.entity = @entity and e.id = p.entry
              join voucher v on v.entity = e.entity and v.id = e.voucher
              join wording w on w.entity = v.entity and w.id = v.wording
             where w.party = @name or w.party in (
               select y.party from award a join wording y on y.entity = a.entity and y.id = a.payee
                where a.entity = @entity and a.beneficiary = @beneficiary))`,
      )
      .run({ ...of, name });
  }

  /** Puts a private value where it can be found again and taken away; it enters no digest. */
  protected keepSecret(
    register: 'beneficiary' | 'award',
    owner: number,
    field: PrivateField | 'reason',
    value: string | undefined,
  ): void {
    const where = { entity: this.entity.id, register, owner, field };
    if (value === undefined || value === '') {
      this.db
        .prepare(
          'delete from private where entity = @entity and register = @register and owner = @owner and field = @field',
        )
        .run(where);
      return;
    }
    this.#private ??= new PrivateCodec(this.db, this.entity.id, this.bookKey);
    this.#keep ??= this.db.prepare(
      `insert into private (entity, register, owner, field, value, lookup)
         values (?, ?, ?, ?, ?, ?)
         on conflict (entity, register, owner, field)
           do update set value = excluded.value, lookup = excluded.lookup`,
    );
    const kept = this.#private.keep(where, value);
    // By place and not by name: a roll has several private values a row.
    this.#keep.run(where.entity, register, owner, field, kept.value, kept.lookup);
  }
}
