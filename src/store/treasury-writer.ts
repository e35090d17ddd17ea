import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import type { Fund, Place, Purpose } from '../domain/fund.ts';
import type * as Port from '../usecase/port/treasury.ts';
import { EvidenceWriter } from './evidence-writer.ts';
import type { Register } from './schema.ts';
import { atOnce, prepared } from './statements.ts';
import type { Tables } from './tables.ts';

/** Appeals, goods, matches with the bank, corrections, papers, settings: what the first month does without. */
export class TreasuryWriter extends EvidenceWriter implements Port.TreasuryWriter {
  addAppeal(appeal: Omit<Port.Appeal, 'id'>): Promise<Port.Appeal> {
    const { code, name, fund, from } = appeal;
    const { id } = this.register('appeal', {
      code,
      name,
      fund,
      share_fund: appeal.shareFund ?? null,
      share: appeal.share ?? null,
      goal: appeal.goal ?? null,
      from_day: from,
      due: appeal.due ?? null,
      document: appeal.document ?? null,
    });
    return Promise.resolve({ ...appeal, id });
  }

  setTarget({ appeal, unit, amount, pledged }: Port.Target): Promise<void> {
    const values = { amount, pledged: pledged ?? null };
    const known = this.get<Tables['target']>(
      'select * from target where entity = ? and appeal = ? and unit = ?',
      appeal,
      unit,
    );
    if (known === undefined) this.register('target', { appeal, unit, ...values });
    else this.amend('target', known, values);
    return Promise.resolve();
  }

  addItem(item: Omit<Port.Item, 'id'>): Promise<Port.Item> {
    const { code, name, measure, face } = item;
    const { id } = this.register('item', { code, name, measure, face: face ?? null });
    return Promise.resolve({ ...item, id });
  }

  addStock(moves: readonly Port.StockDraft[]): Promise<readonly number[]> {
    return Promise.resolve(
      moves.map((move) =>
        this.append('stock', {
          item: move.item.id,
          fund: move.fund.id,
          voucher: move.voucher?.id ?? null,
          day: move.day,
          quantity: move.quantity,
          cost: move.cost,
          entry: move.entry ?? null,
          award: move.part?.award.id ?? null,
          part: move.part?.line ?? null,
          serials: move.serials ?? null,
          reverses: move.reverses ?? null,
        }),
      ),
    );
  }

  addMatch({ place, how, wording, ...joined }: Port.MatchDraft): Promise<number> {
    const match = this.peek('match');
    const [lines, entries] = [joined.lines, joined.entries].map((keys) => keys.toSorted((a, b) => a - b));
    if (lines === undefined || entries === undefined) throw new TypeError('a match of nothing');
    const entity = this.entity.id;
    this.insert(
      'match_line',
      lines.map((line) => ({ entity, match, line })),
    );
    this.insert(
      'match_entry',
      entries.map((entry) => ({ entity, match, entry })),
    );
    const words = wording === undefined ? null : this.wording(wording);
    return Promise.resolve(
      this.append('match', { place: place.id, how, wording: words }, { joins: { lines, entries } }),
    );
  }

  addUnmatch(match: number, by: string, reason: string): Promise<void> {
    this.append('unmatch', { match, wording: this.wording({ party: by, content: reason }) });
    return Promise.resolve();
  }

  addConfirmation(facts: {
    place: Place;
    day: Day;
    balance: Dong;
    by: string;
    paper: string;
  }): Promise<void> {
    const { place, day, balance, by, paper } = facts;
    const wording = this.wording({ party: by, content: paper });
    this.append('confirmation', { place: place.id, day, balance, wording });
    return Promise.resolve();
  }

  addCorrection({ entry, wording, links, by, reason }: Port.CorrectionDraft): Promise<void> {
    this.append('correction', {
      entry,
      wording: wording === undefined ? null : this.wording(wording),
      links: links === undefined ? 0 : 1,
      unit: links?.unit ?? null,
      donor: links?.donor ?? null,
      reason: reason === undefined ? null : this.wording({ party: by ?? '', content: reason }),
    });
    return Promise.resolve();
  }

  addAttachment({ subject, code, file, bytesDigest, size }: Port.AttachmentDraft): Promise<void> {
    this.append('attachment', { subject, code, file, bytes_digest: bytesDigest, size });
    return Promise.resolve();
  }

  addDisclosure(facts: {
    kind: 'export' | 'list' | 'reveal';
    scope: string;
    by: string;
    purpose: string;
  }): Promise<void> {
    const { kind, scope, by, purpose } = facts;
    this.append('disclosure', { kind, scope, wording: this.wording({ party: by, content: purpose }) });
    return Promise.resolve();
  }

  addHistory(rows: Iterable<Port.HistoryDraft>): Promise<number> {
    let count = 0;
    for (const { beneficiary, kind, day, amount, content, source } of rows) {
      this.append('history', {
        beneficiary: beneficiary.id,
        kind,
        day,
        amount,
        wording: this.wording({ party: '', content }),
        source: source?.document.id ?? null,
        source_row: source?.row ?? null,
      });
      count += 1;
    }
    return Promise.resolve(count);
  }

  setRemitBy(fund: Fund, day: Day | undefined): Promise<void> {
    this.amend('fund', this.row('fund', fund.id), { remit_by: day ?? null });
    this.forget();
    return Promise.resolve();
  }

  addPurpose(fund: Fund, purpose: Purpose, from: Day, document: string): Promise<void> {
    this.register('purpose', { fund: fund.id, name: purpose, from_day: from, to_day: null, document });
    this.forget();
    return Promise.resolve();
  }

  endPurpose(fund: Fund, purpose: Purpose, to: Day, document: string): Promise<void> {
    for (const row of this.all<Tables['purpose']>(
      'select * from purpose where entity = ? and fund = ? and name = ? and to_day is null',
      fund.id,
      purpose,
    ))
      this.amend('purpose', row, { to_day: to, document });
    this.forget();
    return Promise.resolve();
  }

  setSetting(name: string, value: string | undefined): Promise<void> {
    const known = this.get<Tables['setting']>('select * from setting where entity = ? and name = ?', name);
    // A register's row never goes: a setting without a value counts for nothing.
    if (known !== undefined) this.amend('setting', known, { value: value ?? '' });
    else if (value !== undefined) this.register('setting', { name, value });
    return Promise.resolve();
  }

  endOfficer(role: string, name: string, to: Day): Promise<void> {
    for (const row of this.all<Tables['officer']>(
      'select * from officer where entity = ? and role = ? and name = ? and to_day is null',
      role,
      name,
    ))
      this.amend('officer', row, { to_day: to });
    return Promise.resolve();
  }

  /** Changes columns of a register's row and appends the change. */
  protected amend<R extends Register>(register: R, row: Tables[R], values: Partial<Tables[R]>): void {
    const columns = Object.keys(values);
    const changed = { ...row, ...values };
    this.db
      .prepare(
        `update "${register}" set ${columns.map((column) => `"${column}" = @${column}`).join(', ')}
          where entity = @entity and id = @id`,
      )
      .run({ ...values, entity: row.entity, id: row.id });
    this.change(register, changed, columns.join(','));
  }

  /** The same of many rows: few statements, however many they are. */
  protected amendAll<R extends Register>(
    register: R,
    rows: readonly Tables[R][],
    values: Partial<Tables[R]>,
  ): void {
    const columns = Object.keys(values);
    const set = columns.map((column) => `"${column}" = ?`).join(', ');
    const size = atOnce(this.db);
    for (let at = 0; at < rows.length; at += size) {
      const keys = rows.slice(at, at + size).map(({ id }) => id);
      prepared(
        this.db,
        `update "${register}" set ${set} where entity = ? and id in (${keys.map(() => '?').join(', ')})`,
      ).run(...Object.values(values), this.entity.id, ...keys);
    }
    this.changeAll(
      register,
      rows.map((row) => ({ ...row, ...values })),
      columns.join(','),
    );
  }

  protected row<R extends Register>(register: R, id: number): Tables[R] {
    const row = this.get<Tables[R]>(`select * from "${register}" where entity = ? and id = ?`, id);
    if (row === undefined) throw new TypeError(`no such ${register}`);
    return row;
  }
}
