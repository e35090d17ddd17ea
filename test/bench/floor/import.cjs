// The floor of `contribution import`: import.cjs BOOK LIST. csv-parse once, no checks, no hashing; the same tables, indexes,
// triggers and pragmas, the same rows, one transaction. Digests and prints are bytes of no meaning.
const { createReadStream } = require('node:fs');
const Database = require('better-sqlite3');
const { parse } = require('csv-parse');

const [, , path, list] = process.argv;
const book = new Database(path);
book.exec(
  'pragma trusted_schema = off; pragma foreign_keys = on; pragma journal_mode = delete; pragma synchronous = extra; pragma secure_delete = on; pragma cache_size = -32000; pragma temp_store = memory',
);
const one = (sql) => book.prepare(sql).pluck().get();
const next = (table) => (one(`select max(id) from ${table}`) ?? 0) + 1;
const insert = (table, columns) =>
  book.prepare(
    `insert into ${table} (entity, ${columns}) values (${String(one('select entity from entity'))}${', ?'.repeat(columns.split(',').length)})`,
  );
const insertWording = insert('wording', 'id, digest, salt, party, content, fingerprint');
const insertPosting = insert('posting', 'entry, line, account, fund, place, side, amount');
const insertEntry = insert(
  'entry',
  'id, operation, digest, kind, booked_on, document_no, voucher, wording, source, source_row',
);
const insertVoucher = insert(
  'voucher',
  'id, operation, digest, kind, series, year, number, code, day, fund, place, papers, wording',
);
const account = (role) => one(`select id from account where held = 0 and role = '${role}'`);
const [fund, place] = [
  one("select id from fund where code = 'XHTT'"),
  one("select id from place where code = 'bank'"),
];
const [bank, income] = [account('bank'), account('contribution')];
const [digest, salt, print] = [Buffer.alloc(32, 7), Buffer.alloc(16, 3), Buffer.alloc(16, 5)];
const [operation, document] = [next('operation'), next('document')];
let [wording, entry, number] = [next('wording'), next('entry'), next('voucher')];
const vouchers = new Map();
const sums = new Map();

book.exec('begin immediate');
insert(
  'document',
  'id, operation, digest, kind, fund, file, bytes_digest, normal_digest, rows, accepted, total, flagged, rejected, choice',
).run(document, operation, digest, 'contribution', fund, list, digest, digest, 1, 1, 1, 0, 0, '');

function post([written, donor, money, memo, reference]) {
  const day = written.split('/').reverse().join('-');
  const amount = Number(money.replaceAll('.', ''));
  if (!vouchers.has(day)) {
    insertWording.run(wording, digest, salt, '', 'Thu', null);
    insertVoucher.run(
      number,
      operation,
      digest,
      'BC',
      fund,
      2024,
      number,
      `BC-${number}`,
      day,
      fund,
      place,
      1,
      wording++,
    );
    vouchers.set(day, number++);
  }
  sums.set(day, (sums.get(day) ?? 0) + amount);
  insertPosting.run(entry, 1, bank, fund, place, 'debit', amount);
  insertPosting.run(entry, 2, income, fund, null, 'credit', amount);
  insertWording.run(wording, digest, salt, donor, memo, print);
  insertEntry.run(
    entry,
    operation,
    digest,
    'contribution',
    day,
    reference || null,
    vouchers.get(day),
    wording++,
    document,
    entry++,
  );
}

function end() {
  const balance = insert('balance_day', 'account, fund, place, day, debit, credit');
  for (const [day, sum] of sums) {
    balance.run(bank, fund, place, day, sum, 0);
    balance.run(income, fund, 0, day, 0, sum);
  }
  insert('operation', 'id, command, recorded_at, actor, salt, actor_digest, digest').run(
    operation,
    'contribution import',
    '2024-12-31T00:00:00.000Z',
    '',
    salt,
    digest,
    digest,
  );
  book.exec('commit');
  book.close();
}

const rows = parse({ from: 2 });
rows.on('readable', () => {
  for (let row = rows.read(); row !== null; row = rows.read()) post(row);
});
rows.on('error', (error) => {
  throw error;
});
rows.on('end', end);
createReadStream(list).pipe(rows);
