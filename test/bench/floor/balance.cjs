// The floor of `balance`: loads the same package, opens the book, reads and prints the same rows, and nothing else.
const Database = require('better-sqlite3');
const book = new Database(process.argv[2], { readonly: true });
const rows = book
  .prepare(
    `select f.code, f.name, sum(case when a.role in ('cash', 'bank', 'advance') then b.debit - b.credit else 0 end) as money
       from fund f left join balance_day b on b.entity = f.entity and b.fund = f.id
       left join account a on a.entity = b.entity and a.id = b.account group by f.id`,
  )
  .all();
for (const row of rows) process.stdout.write(`${row.code} ${row.name} ${row.money}\n`);
