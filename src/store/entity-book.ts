import type { BookKey, NewVault, VaultSecrets } from '../usecase/book.ts';
import type * as Port from '../usecase/port/ports.ts';
import type { Work } from '../usecase/port/work.ts';
import type { Connection } from './connection.ts';
import { EntityReader } from './reader.ts';

/** What a book is on every engine: reads of one moment, and the key of its private fields. */
export abstract class EntityBook<C extends Connection> {
  protected readonly db: C;
  protected readonly work: Work;
  protected key: BookKey | undefined;

  constructor(db: C, work: Work) {
    this.db = db;
    this.work = work;
  }

  /** Everything that `fn` reads is of one moment. */
  protected abstract reading<T>(fn: () => Promise<T>): Promise<T>;

  read<T>(fn: (reader: Port.Reader) => Promise<T>): Promise<T> {
    return this.reading(() => fn(new EntityReader(this.db, this.work, this.key)));
  }

  sealed(): Promise<boolean> {
    return this.reading(() => {
      const { entity } = new EntityReader(this.db);
      const found = this.db.prepare('select 1 from vault where entity = ? limit 1').get(entity.id);
      return Promise.resolve(found !== undefined);
    });
  }

  async unlock(by: string | BookKey): Promise<BookKey> {
    const { openVault } = await import('./vault.ts');
    this.key =
      typeof by === 'string'
        ? await this.reading(() => openVault(this.db, new EntityReader(this.db).entity.id, by))
        : by;
    return this.key;
  }

  async newVault(secrets: VaultSecrets): Promise<NewVault> {
    const { newVault } = await import('./vault.ts');
    const { id } = await this.reading(() => Promise.resolve(new EntityReader(this.db).entity));
    return newVault(id, secrets);
  }
}
