import type { TopicTexts } from '../help.ts';

export const topics: TopicTexts = {
  funds: `
A fund says whose money it is and what for; a place says where it lies: a cash
box or a bank account. One safe usually holds the money of several funds, so
every amount carries both, written FUND:PLACE, such as TET:cash.

There are two kinds of fund:
  own    income, spending and balance are the union's own
  held   collected for the union above, or received from it to hand out: a debt,
         left out of our income and spending
Fund CHO takes money that nobody has claimed yet; only refunds are paid from it.

Add a fund, a place, and what a fund may pay for:
  phucloi fund add TAMLONG --name "Quỹ Tấm lòng vàng" --pays hardship gift
  phucloi place add bidv --name "Tài khoản BIDV" --kind bank --fund TCCD
  phucloi fund purpose MAIAM --add hardship --from 01/07/2024 --document 09/NQ-BCH

Moving money between box and bank is neither income nor spending. Moving it from
fund to fund needs a document:
  phucloi move --fund TET --from bank --to cash --amount 122.000.000 --on 25/01/2024
  phucloi transfer --from TCCD --to TET --place bank --amount 20.000.000 --on 10/01/2024 --document 03/NQ-BCH

No fund and no place may be below zero at the end of any day. What is available
is the fund's money less what is approved and unpaid, and less what givers set
apart for something else:
  phucloi balance
  phucloi ledger fund MAIAM --period 2024-01
`,
  rounds: `
All support goes through four steps, each recorded by itself and always
compared: proposed, approved, paid, signed for. Gifts, hardship support, visits
and Union Homes share their verbs. Gifts need a round; the others have one a
year by themselves.

1. Open the round, with a level for each category, and deadlines:
  phucloi programme add tet-2024 --kind gift --tet 2024 --level HCKK=500.000 ĐBKK=1.000.000
2. Take in the proposed recipients; they are held against the rules and against
   what each has received before:
  phucloi gift import danh-sach.xlsx --round tet-2024 --payer TET
3. The committee decides. More than the fund has available is refused:
  phucloi gift approve --round tet-2024 --decision 12/QĐ-CĐYT --on 15/01/2024 --by "Nguyễn Văn An"
4. Print the list to sign and pay, one voucher for the run:
  phucloi gift sheet --round tet-2024 -o ky-nhan.xlsx
  phucloi gift pay --round tet-2024 --from TET:cash --on 01/02/2024
5. Record who signed. What is paid and unsigned keeps the month from closing:
  phucloi gift sign --round tet-2024 --all --except DV0123

Hardship and Union Homes are opened case by case; a visit is one line:
  phucloi hardship open --member DV0123 --amount 20.000.000 --payer XHTT --on 12/03/2024
  phucloi home open --member DV0123 --amount 20.000.000 --payer MAIAM --on 12/03/2024
  phucloi visit add DV0123 --kind ốm --on 12/03/2024 --from TCCD:cash --by "Lê Văn Bình"

An award may have a part of an own fund, of held money, and of somebody else.
Reports give "paid from own funds" and "support from all sources" apart. See how
far a round is, and why an award is what it is:
  phucloi programme progress tet-2024
  phucloi explain tet-2024/0001
`,
  imports: `
Lists are taken from CSV or Excel as they come: the program finds the heading,
the encoding, the separator, and how amounts and days are written. What can be
read in two ways is asked about or refused, never guessed.

A file goes in whole or not at all. Faulty rows are named by row and column. To
take the good rows, and send the others back with the reason beside each:
  phucloi member import doan-vien.xlsx --rejects can-sua.xlsx
  phucloi member import doan-vien.xlsx --accept-good --rejects can-sua.xlsx

To look without writing add -n. How to read a file can be said outright, and
kept:
  phucloi member import doan-vien.xlsx -n
  phucloi contribution import ung-ho.csv --fund MAIAM --encoding tcvn3 --thousands dot
  phucloi contribution import ung-ho.csv --fund MAIAM --save-as ung-ho.json

The same file twice changes nothing. Of a list that comes again with a few more
rows say what it is: take the new rows, replace the old list, or all are new:
  phucloi contribution import ung-ho-2.csv --fund MAIAM --supplements D4
  phucloi contribution import ung-ho-2.csv --fund MAIAM --replaces D4

A list handed over with its cash on one day is one receipt:
  phucloi contribution import ung-ho.csv --fund MAIAM --received-on 15/01/2024 --from-person "Lê Văn Bình"

A bank's statement is evidence and posts nothing; match it with the entries:
  phucloi statement import sao-ke.csv --account bank
  phucloi statement match --account bank --period 2024-01

An import by mistake is taken back whole: phucloi help corrections
`,
  closing: `
A close ends a month: nothing more goes into it. Months close in order. Four
steps:

1. Count each cash box by denomination:
  phucloi cash count --place cash --on 31/01/2024 --notes 500000x4,200000x1 --by "Trần Thị Hòa"
2. Take in the statement, or record the balance that the bank confirmed:
  phucloi statement import sao-ke.csv --account bank
  phucloi statement confirm --account bank --on 31/01/2024 --balance 100.000.000 --by "Ngân hàng Nông nghiệp Nam Sơn" --paper XN-01/2024
3. Reconcile funds, boxes, bank, and what was decided, paid, signed. Each error
   comes with the command that mends it; the exit code is 1 while one is left:
  phucloi reconcile --period 2024-01
4. Close. A backup is made, and the closing minutes are written to sign:
  phucloi close 2024-01

Errors block a close, warnings do not. An error may be accepted until a day,
with a reason and a name; it is printed in the minutes, carried into the next
month, and an error again after that day:
  phucloi reconcile accept award.unsigned:tet-2024/0007 --reason "Đi công tác, ký sau" --by "Nguyễn Văn An" --until 29/02/2024
Never accepted: a fund or place below zero, an unbalanced entry, a gap in
voucher numbers, uncounted cash, a book altered outside the program.

The month closed last can be reopened for a reason; its next minutes list what
changed. A year whose settlement was approved is locked for good:
  phucloi reopen 2024-01 --reason "Sót phiếu chi tiền xe ngày 28/01" --by "Nguyễn Văn An"
  phucloi lock 2024 --document 15/TB-LĐLĐ --by "Nguyễn Văn An"
`,
  corrections: `
What is written is never changed or deleted: something is added that puts it
right, so that everybody sees what was mended, when and why. There are four
cases.

A mistake, and no money moved: reverse the entry (negative amounts). A wrong
amount, fund or day is put right in one step, reversed and entered again:
  phucloi entry list --period 2024-01 --fund MAIAM
  phucloi entry reverse 128 --reason "Ghi nhầm quỹ"
  phucloi entry correct 128 --amount 1.500.000 --reason "Ghi thiếu một số 0"

Only the words are wrong: content, party, donor. The amount stays:
  phucloi entry describe 128 --content "Thuê xe chở quà lên Bản Lầu" --reason "Ghi thiếu nơi đến"
  phucloi entry link 128 --donor NHT001

A whole import, payment, signing or count was wrong: take the operation back and
do it anew. What later work rests on comes after that work is taken back:
  phucloi operation list
  phucloi operation undo 12 --reason "nhập nhầm quỹ"

Money that really came back (a failed transfer, nobody there) is no mistake: it
is a return on the day it came, and the award is unpaid again. So is a refund to
a donor:
  phucloi gift return --case tet-2024/0001 --on 05/02/2024 --reason "Sai số tài khoản"
  phucloi contribution refund 128 --from bank --on 05/02/2024 --reason "Chuyển nhầm tài khoản"

An entry of a closed month is reversed today. Something of a closed month that
comes late takes --book-on DAY in the first open month: it keeps its own day and
is listed as an item of an earlier period.
`,
  periods: `
Days are written as on paper: 24/09/2024, or 2024-09-24. Day before month;
09/24/2024 is refused, not turned round.

A month is 2024-09 or 09/2024. Longer periods, where --period PERIOD is taken:
  2024-01             January 2024
  2024-Q1             the first quarter
  2024-H1             the first half-year
  2024                the year
  2023-12..2024-02    from month to month

  phucloi ledger fund MAIAM --period 2024-Q1
  phucloi report term --period 2024-H1 -o bao-cao-6-thang.pdf
  phucloi ledger cash --from 01/01/2024 --to 15/01/2024

Without a period it is the month that is open. Balances are of today or of the
day given; their opening is 1 January of that year, or the day the book began:
  phucloi balance --as-of 31/01/2024

One item may have several days: booked on (which decides its month), of the
document, of the gift or of the bank, and when it was typed. Nothing is dated
after today. Today is the day in Vietnam; --today DAY takes another:
  phucloi reconcile --period 2024-01 --today 31/01/2024

A Tet round goes by the lunar year: --tet 2024 gives the name "Tết Giáp Thìn
2024" and the first day, 10/02/2024.
`,
  files: `
The book is one file, phucloi.db in the folder you are in unless --book says
otherwise. Keep it out of synced folders (OneDrive, Google Drive): where two
machines write, one side loses.
  phucloi balance --book /du-lieu/cong-doan.db

Each close makes a proved backup, and beside the book the minutes to sign.
Before a list of more than 1,000 rows the book is backed up too; five of these
are kept. A backup by hand is made at any time: while it is copied others read
the book, and who writes waits for the copy. Try now and then that the newest
restores:
  phucloi backup
  phucloi doctor --drill

Keep one away from this machine, and encrypted where it is a stick: sticks get
lost. By a passphrase, or once for all backups by an age1… key (of age-keygen):
  phucloi backup --encrypt --to /media/usb/so --keep 12
  phucloi config set backupRecipient age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg
  phucloi config set backups /media/usb/so

To restore is to prove the backup, to say what would be lost, and then to put it
in the book's place; the present book is kept under another name (.replaced.db).
Beside each backup lies a .sha256 file to check it by:
  phucloi restore phucloi-2024-01.backup.db --dry-run
  phucloi restore phucloi-2024-01.backup.db

Lists, ledgers and reports go to a file by -o, and the ending says which kind:
.xlsx, .pdf, .html to print and sign, .csv and .json for programs. A file is
written whole or not at all. Without -o they are shown:
  phucloi report disbursements --round tet-2024 -o bao-cao-tet.xlsx
  phucloi voucher print PC-TET-2024-0001 -o phieu-chi.pdf
  phucloi member list --format csv

The union above has forms of its own: the report goes into that workbook, its
looks unchanged. The names it may use, and a template to begin with:
  phucloi report template "report disbursements --round tet-2024" --list
  phucloi report template "report disbursements --round tet-2024" -o mau.xlsx
  phucloi report disbursements --round tet-2024 --template mau.xlsx -o bao-cao.xlsx

Photos and scans are kept with vouchers, awards and decisions; the book knows
their digests, and so whether a file is whole or was altered:
  phucloi attach quyet-dinh.pdf --decision 12/QĐ-CĐYT
  phucloi attach list
`,
  scripts: `
Every command takes --json: one document on stdout, done or refused; amounts are
integers, days ISO. What is said to people goes to stderr. Without a terminal,
or with --no-input, nothing is ever asked: what is missing is named, with exit
code 2.
  phucloi balance --json
  phucloi contribution import ung-ho.csv --fund MAIAM --json --no-input
  phucloi help --json
For long lists there is --ndjson: each row of the list is a line of JSON.

- stands for a file's name: read from another command, or written to one.
  phucloi contribution import - --fund MAIAM < ung-ho.csv
  phucloi ledger journal --period 2024-01 -o - --format csv

-n is a dry run: the real run, rolled back, leaving with the code of the real
run. -y answers confirmations; it never chooses between two readings.

Exit codes:
  0    done
  1    reconcile or check found something
  2    the command line is not right
  3    refused by a rule
  4    the file was refused
  5    book, file or code not found
  6    the book is busy, or a file is open elsewhere; safe to run again
  7    the book is damaged, or no book of phucloi
  70   a defect of the program
  130  stopped by the user
  143  stopped by the system (shutting down, out of time)

Environment (options on the command line come first):
  PHUCLOI_BOOK   the book's file
  PHUCLOI_LANG   language: vi, en
  PHUCLOI_ACTOR  who is recorded as having written
  PHUCLOI_COLOR  bold and dim: auto, always, never; NO_COLOR is followed too
  PHUCLOI_PAGER  what turns pages; PAGER where it is not set
  PHUCLOI_LOCK_TIMEOUT  seconds to wait while somebody else has the book
  PHUCLOI_BACKUPS  the folder for backups; beside the book where it is not set
  PHUCLOI_BACKUP_RECIPIENT  age1… keys that every backup is encrypted for
  PHUCLOI_PASSPHRASE_FILE  file with the passphrase, readable by you alone

Set once for all commands of this machine, and see where each value is from:
  phucloi config set lang vi
  phucloi config show --origin

Prove the book every night, against the head that the minutes have:
  phucloi verify --json
  phucloi check --json
`,
};
