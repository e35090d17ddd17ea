import type { Round } from '../domain/award.ts';
import type { Day, Month } from '../domain/day.ts';
import type { PartRef, Ref } from '../domain/entry.ts';
import type { Fund, FundKind, Place, Purpose } from '../domain/fund.ts';
import { fold, sortKey } from '../domain/name.ts';
import type {
  AcknowledgedHow,
  AcknowledgementDraft,
  AwardDraft,
  DecisionDraft,
} from '../usecase/port/awards.ts';
import { PRIVATE_FIELDS } from '../usecase/port/ports.ts';
import type * as Port from '../usecase/port/ports.ts';
import type { Erased, Marks, Trace } from '../usecase/port/privacy.ts';
import { BenefitsWriter } from './benefits-writer.ts';
import type { Tables } from './tables.ts';

/** One write to one entity, from `begin immediate` to `commit`: which rows each of the port's verbs appends. */
export class EntityWriter extends BenefitsWriter implements Port.Writer {
  addOfficer(officer: Port.Officer): Promise<void> {
    this.register('officer', {
      role: officer.role,
      name: officer.name,
      from_day: officer.from,
      to_day: officer.to ?? null,
    });
    return Promise.resolve();
  }

  addFund(draft: {
    code: string;
    name: string;
    kind: FundKind;
    owner: string;
    remitBy?: Day | undefined;
    purposes: readonly Purpose[];
    from: Day;
  }): Promise<Fund> {
    const { code, name, kind, owner } = draft;
    const { id } = this.register('fund', { code, name, kind, owner, remit_by: draft.remitBy ?? null });
    for (const purpose of draft.purposes) {
      this.register('purpose', {
        fund: id,
        name: purpose,
        from_day: draft.from,
        to_day: null,
        document: null,
      });
    }
    this.forget();
    return Promise.resolve({ ...draft, id });
  }

  addPlace(draft: {
    code: string;
    name: string;
    kind: 'cash' | 'bank';
    homeFund?: Fund | undefined;
  }): Promise<Place> {
    const { code, name, kind } = draft;
    const { id } = this.register('place', {
      code,
      name,
      kind,
      holder: null,
      home_fund: draft.homeFund?.id ?? null,
    });
    this.forget();
    return Promise.resolve({ id, code, name, kind });
  }

  addUnit(unit: Port.UnitDraft): Promise<Port.Unit> {
    const folded = fold(unit.name);
    const { id } = this.enter('unit', {
      code: unit.code,
      name: unit.name,
      folded,
      kind: unit.kind,
      parent: unit.parent?.id ?? null,
      from_day: unit.from ?? null,
      to_day: null,
      successor: null,
      withdrawn: 0,
    });
    return Promise.resolve({
      id,
      code: unit.code,
      name: unit.name,
      folded,
      kind: unit.kind,
      parent: unit.parent?.id,
    });
  }

  addBeneficiaries(drafts: readonly Port.BeneficiaryDraft[]): Promise<readonly Ref[]> {
    const refs = drafts.map((draft) => {
      const { id } = this.enter('beneficiary', {
        code: draft.code,
        kind: draft.kind,
        unit: draft.unit.id,
        relative_of: draft.relativeOf?.id ?? null,
        name: draft.name,
        sort_key: sortKey(draft.name),
        folded: fold(draft.name),
        born: draft.born ?? null,
        staff_no: draft.staffNo ?? null,
        card_no: draft.cardNo ?? null,
        joined: draft.joined ?? null,
        merged_into: null,
        withdrawn: 0,
      });
      for (const field of PRIVATE_FIELDS) {
        const value = draft.private?.[field];
        if (value !== undefined) this.keepSecret('beneficiary', id, field, value);
      }
      return { id, code: draft.code };
    });
    return Promise.resolve(refs);
  }

  /** Replaces what names a person and their private fields; the code and the money stay. */
  eraseBeneficiary(person: Port.Beneficiary, pseudonym: string): Promise<void> {
    const row = this.get<Tables['beneficiary']>(
      'select * from beneficiary where entity = ? and id = ?',
      person.id,
    );
    if (row === undefined) throw new TypeError('no such beneficiary');
    const erased = {
      ...row,
      name: pseudonym,
      sort_key: sortKey(pseudonym),
      folded: fold(pseudonym),
      born: null,
      staff_no: null,
      card_no: null,
      salt: this.salt(),
    };
    this.db
      .prepare(
        `update beneficiary set name = @name, sort_key = @sort_key, folded = @folded, born = null, staff_no = null,
           card_no = null, salt = @salt where entity = @entity and id = @id`,
      )
      .run({
        name: erased.name,
        sort_key: erased.sort_key,
        folded: erased.folded,
        salt: erased.salt,
        entity: row.entity,
        id: row.id,
      });
    this.db
      .prepare("delete from private where entity = ? and register = 'beneficiary' and owner = ?")
      .run(row.entity, row.id);
    this.change('beneficiary', erased, 'name,sort_key,folded,born,staff_no,card_no');
    this.eraseDonor(row.id, row.name, pseudonym);
    this.eraseCases(row.id, row.name);
    return Promise.resolve();
  }

  async eraseTraces(people: readonly number[], marks: Marks): Promise<{ erased: Erased; traces: Trace[] }> {
    const { eraseWords, tracesOf } = await import('./erasure.ts');
    const { db, entity } = this;
    const erased = eraseWords(db, entity.id, people, marks);
    return { erased, traces: tracesOf(db, entity.id, people, marks) };
  }

  addHolder(holder: { code: string; name: string }): Promise<Port.Holder> {
    const { id } = this.register('holder', { ...holder, folded: fold(holder.name) });
    return Promise.resolve({ id, ...holder });
  }

  addRound(draft: Omit<Round, 'id'>): Promise<Round> {
    const { code, kind, name, day, twice } = draft;
    const { id } = this.register('round', {
      code,
      kind,
      name,
      day,
      tet: draft.tet ?? null,
      cut_off: draft.cutOff ?? null,
      list_by: draft.listBy ?? null,
      pay_by: draft.payBy ?? null,
      sign_by: draft.signBy ?? null,
      standing: draft.standing ?? null,
      twice,
      previous: draft.previous ?? null,
    });
    for (const [category, amount] of draft.levels) this.register('level', { round: id, category, amount });
    return Promise.resolve({ ...draft, id });
  }

  addAwards(drafts: Iterable<AwardDraft>): Promise<readonly Ref[]> {
    const refs: Ref[] = [];
    for (const draft of drafts) {
      const award = this.peek('award');
      const parts = draft.parts.map((part) => ({
        entity: this.entity.id,
        award,
        line: part.line,
        payer: part.payer ?? null,
        outside: part.outside === undefined ? null : this.wording({ party: part.outside, content: '' }),
        form: part.form,
        amount: part.amount,
        item: part.item ?? null,
        quantity: part.quantity ?? null,
        due: part.due ?? null,
        needs: part.needs ?? null,
      }));
      this.insert('award_part', parts);
      this.append(
        'award',
        {
          code: draft.code,
          round: draft.round.id,
          beneficiary: draft.beneficiary.id,
          unit: draft.unit.id,
          category: draft.category,
          area: draft.area ?? '',
          cost: draft.cost ?? null,
          payee:
            draft.payee === undefined
              ? null
              : this.wording({ party: draft.payee.name, content: draft.payee.relation }),
          source: draft.source?.document.id ?? null,
          source_row: draft.source?.row ?? null,
        },
        { parts },
      );
      if (draft.reason !== undefined) this.keepSecret('award', award, 'reason', draft.reason);
      for (const field of ['account', 'bank'] as const)
        if (draft.payee?.[field] !== undefined) this.keepSecret('award', award, field, draft.payee[field]);
      refs.push({ id: award, code: draft.code });
    }
    return Promise.resolve(refs);
  }

  addDecision(decision: DecisionDraft): Promise<number> {
    const id = this.append('decision', {
      round: decision.round.id,
      number: decision.number,
      day: decision.day,
      wording: this.wording({ party: decision.by, content: '' }),
      expecting: decision.expecting?.body ?? null,
      expecting_amount: decision.expecting?.amount ?? null,
      expecting_document: decision.expecting?.document ?? null,
    });
    return Promise.resolve(id);
  }

  addAwardEvents(
    kind: 'approve' | 'reject' | 'cancel',
    awards: readonly Ref[],
    decision?: number,
    reason?: string,
    by = '',
  ): Promise<void> {
    for (const award of awards) {
      const wording = reason === undefined ? null : this.wording({ party: by, content: reason });
      this.append('award_event', { award: award.id, kind, decision: decision ?? null, wording });
    }
    return Promise.resolve();
  }

  addAdvance(advance: { entry: number; holder: Ref; place: Place; due?: Day | undefined }): Promise<number> {
    const row = {
      entry: advance.entry,
      holder: advance.holder.id,
      place: advance.place.id,
      due: advance.due ?? null,
    };
    return Promise.resolve(this.append('advance', row));
  }

  addHandouts(parts: readonly PartRef[], advance: number): Promise<void> {
    for (const part of parts) this.append('handout', { award: part.award.id, line: part.line, advance });
    return Promise.resolve();
  }

  addDisbursements(
    rows: readonly ({ part: PartRef } & ({ entry: number } | { stock: number }))[],
  ): Promise<readonly number[]> {
    return Promise.resolve(
      rows.map(({ part, ...by }) =>
        this.append('disbursement', {
          award: part.award.id,
          line: part.line,
          entry: 'entry' in by ? by.entry : null,
          stock: 'stock' in by ? by.stock : null,
        }),
      ),
    );
  }

  addAcknowledgements(
    rows: readonly AcknowledgementDraft[],
    how: AcknowledgedHow,
    paper?: string,
  ): Promise<void> {
    for (const { disbursement, day, amount, proxy, paper: own } of rows) {
      this.append('acknowledgement', {
        disbursement,
        day,
        amount,
        how,
        paper: own ?? paper ?? null,
        proxy: proxy === undefined ? null : this.wording({ party: proxy.name, content: proxy.relation }),
      });
    }
    return Promise.resolve();
  }

  addCashCount(count: Omit<Port.CashCount, 'id'>): Promise<void> {
    this.append('cash_count', {
      place: count.place,
      day: count.day,
      total: count.total,
      notes: count.notes.map((note) => `${note.face}x${note.sheets}`).join(' '),
      wording: this.wording({ party: count.by, content: '' }),
    });
    return Promise.resolve();
  }

  async addPeriodEvent(event: {
    month: Month;
    kind: 'close' | 'reopen' | 'lock';
    reason: string;
    by: string;
  }): Promise<Uint8Array> {
    const head = await this.head();
    const wording = this.wording({ party: event.by, content: event.reason });
    this.append('period_event', { month: event.month, kind: event.kind, head, wording });
    return head;
  }

  addAcceptance(acceptance: { finding: string; until: Day; by: string; reason: string }): Promise<void> {
    const wording = this.wording({ party: acceptance.by, content: acceptance.reason });
    this.append('acceptance', { finding: acceptance.finding, until_day: acceptance.until, wording });
    return Promise.resolve();
  }
}
