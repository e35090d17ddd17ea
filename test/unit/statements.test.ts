import { expect, test } from 'vitest';
import { TABLES } from '../../src/store/schema.ts';
import { inMemory } from '../../src/store/sqlite.ts';
import { atOnce, insertRows } from '../../src/store/statements.ts';

const AT_ONCE = atOnce(inMemory());

test.each([1, AT_ONCE, 3 * AT_ONCE + 1])(
  '%i rows stand as they were given, whatever each leaves empty',
  (count) => {
    const sqlite = inMemory();
    sqlite.exec(TABLES);
    const rows = Array.from({ length: count }, (_, at) => ({
      entity: 1,
      id: at + 1,
      digest: Buffer.alloc(32, at),
      salt: at % 5 === 0 ? null : Buffer.alloc(16, at),
      party: at % 5 === 0 ? null : `An ${at}`,
      address: at % 3 === 0 ? `${at} Lê Lợi` : null,
      content: at % 5 === 0 ? null : '',
      fingerprint: null,
    }));
    insertRows(sqlite, 'wording', rows);
    expect(sqlite.prepare('select * from wording order by id').all()).toEqual(rows);
  },
);
