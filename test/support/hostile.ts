import { NAUGHTY } from './naughty.ts';
import type { Stage } from './play.ts';

/** How many people, gifts and costs there are; each has several texts, so each payload comes in several fields. */
const PEOPLE = 18;

/** Stands behind every payload: where it is in an answer, the text before it is a foe's. */
const SUFFIX = 'QZ';

/**
 * A book in which every text that a person can type is a foe's, or what `typed` gives for the option; the next each time. `answered` is told
 * what each command said.
 */
export async function hostileBook(
  stage: Stage,
  refused: (line: string, said: string) => void,
  typed: (option: string) => readonly string[] = () => NAUGHTY,
  answered: (line: string, said: string) => void = () => undefined,
): Promise<void> {
  let turn = 0;
  const foe = (option: string) => {
    const texts = typed(option);
    return `${texts[turn++ % texts.length] ?? ''} ${SUFFIX}${turn}`;
  };
  const run = async (line: string, ...texts: readonly `--${string}`[]) => {
    const options = texts.map((name) => `${name}${name.includes('=') ? '' : '='}${foe(name)}`);
    const played = await stage.run([...line.split(' '), ...options]);
    answered(line, played.stdout + played.stderr);
    if (played.exit !== 0) refused(`${line} ${texts.join(' ')}`, played.stderr);
  };
  await stage
    .run([
      ...'init --from 2024-01 --no-input --opening TET:cash=50.000.000 MAIAM:bank=90.000.000 XHTT:bank=50.000.000 TCCD:bank=40.000.000 TINH:cash=9.000.000'.split(
        ' ',
      ),
      `--name=${foe('--name')}`,
      `--above=${foe('--above')}`,
      `--town=${foe('--town')}`,
      '--officer',
      ...['chair', 'accountant', 'cashier', 'preparer', 'inspection'].map(
        (role) => `${role}=${foe('--officer')}`,
      ),
    ])
    .then((played) => played.exit === 0 || refused('init', played.stderr));
  await run('fund add LA', '--name', '--owner');
  await run('fund add LA2 --kind held', '--name', '--owner');
  await run('place add quay --kind cash', '--name');
  await run('officer add --role cashier --from 2024-01-05', '--name');
  for (const unit of ['U1', 'U2', 'U3']) await run(`unit add --code ${unit}`, '--name');
  for (let at = 0; at < PEOPLE; at++) {
    await run(`member add --code M${at} --unit U${(at % 3) + 1}`, '--name', '--phone', '--bank', '--account');
  }
  await run('donor add --code HT1', '--name');
  await run('appeal add vd --fund MAIAM --from 2024-01-02', '--name', '--document');
  await run('appeal target vd --unit U1 --amount 1.000.000');
  for (let at = 0; at < PEOPLE; at++) {
    await run(
      `contribution add --fund MAIAM --to bank --amount 1.000.00${at % 10} --on 2024-01-1${at % 10}`,
      '--donor',
      '--note',
      '--document',
      '--paper-no',
      '--item',
    );
  }
  await run(
    'contribution add --appeal vd --to bank --unit U1 --amount 300.000 --on 2024-01-12',
    '--donor',
    '--note',
  );
  await run('contribution add --fund TCCD --to bank --amount 300.000 --on 2024-01-12', '--donor', '--item');
  await run(
    'allocation --fund TINH --to cash --amount 5.000.000 --on 2024-01-03',
    '--from',
    '--note',
    '--document',
    '--paper-no',
  );
  await run(
    'allocation give --fund TCCD --from bank --amount 100.000 --on 2024-01-03 --to U1',
    '--note',
    '--document',
    '--paper-no',
  );
  await run(
    'receipt add --fund TCCD --to bank --amount 20.000 --on 2024-01-04',
    '--party',
    '--note',
    '--document',
    '--item',
    '--paper-no',
  );
  for (let at = 0; at < PEOPLE; at++)
    await run(
      `expense add --fund TCCD --from bank --amount 20.00${at % 10} --on 2024-01-05`,
      '--party',
      '--note',
      '--document',
      '--item',
      '--paper-no',
    );
  await run(
    'move --fund TCCD --from bank --to cash --amount 2.000.000 --on 2024-01-05',
    '--note',
    '--paper-no',
  );
  await run(
    'transfer --from TCCD --to TET --place bank --amount 20.000 --on 2024-01-05',
    '--note',
    '--document',
  );
  await run('remit --fund XHTT --from bank --amount 20.000 --on 2024-01-06', '--to', '--note', '--paper-no');
  await run(
    'loan give --from TCCD --to XHTT --place bank --amount 100.000 --on 2024-01-06 --due 2024-06-01',
    '--document',
    '--note',
  );
  await run(
    'advance pay --fund TCCD --from cash --amount 100.000 --on 2024-01-07 --due 2024-02-07',
    '--holder',
    '--note',
    '--document',
    '--paper-no',
    '--item',
  );
  await run(
    'advance settle --advance PC-TCCD-2024-0001 --on 2024-01-08 --returned 10.000 --spent 20.000 --purpose running --papers 2',
    '--note',
    '--minutes',
  );
  await run('goods add QUA', '--name', '--measure');
  await run(
    'goods buy --item QUA --quantity 9 --on 2024-01-08 --fund TET --from cash --amount 900.000',
    '--party',
    '--note',
    '--document',
    '--paper-no',
  );
  await run(
    'goods receive --item QUA --quantity 5 --on 2024-01-08 --fund TET --value 500.000',
    '--donor',
    '--note',
  );
  await run('goods give --item QUA --quantity 2 --on 2024-01-09 --fund TET --to U1', '--party', '--note');
  await run('programme add tet --kind gift --on 2024-01-10', '--name', '--standing');
  await run('programme add tet2 --kind gift --on 2024-01-10', '--name');
  await run('programme add ma --kind home --on 2024-01-10', '--name');
  await run('programme add kk --kind hardship --on 2024-01-10', '--name');
  for (let at = 0; at < PEOPLE; at++)
    await run(
      `gift open --round tet --member M${at} --payer TET --amount 500.000 --on 2024-01-11`,
      '--category',
      '--reason',
      '--area',
      '--payee',
      '--relation',
      '--payee-bank',
      '--payee-account',
    );
  await run('gift approve --round tet --on 2024-01-12', '--decision', '--by');
  await run('gift pay --round tet --from TET:cash --on 2024-01-13');
  await run('gift sign --round tet --all --count 18 --total 9.000.000 --on 2024-01-14', '--paper');
  for (const at of [0, 1, 2, 3, 4])
    await run(
      `hardship open --round kk --member M${at} --payer XHTT --amount 900.000 --on 2024-01-11`,
      '--reason',
      '--category',
    );
  await run('hardship reject --case kk/0005', '--reason', '--by');
  await run('hardship approve --round kk --on 2024-01-12', '--decision', '--by');
  await run('hardship pay --case kk/0001 kk/0002 --from XHTT:bank --on 2024-01-13');
  await run('hardship cancel --case kk/0004 --on 2024-01-14', '--reason', '--decision', '--by');
  await run(
    'home open --round ma --member M5 --payer MAIAM --amount 40.000.000 --on 2024-01-11',
    '--reason',
    '--area',
    '--payee',
    '--relation',
  );
  await run('home paper application --round ma --on 2024-01-11', '--no', '--by', '--note');
  await run('home paper commune --round ma --on 2024-01-11', '--no', '--by', '--note');
  await run('home paper letter --round ma --on 2024-01-11', '--no', '--by', '--note');
  await run('gift open --round tet2 --member M1 --payer TET --amount 100.000 --on 2024-01-15', '--reason');
  await run('home approve --round ma --on 2024-01-12', '--decision', '--by');
  await run('home pay --round ma --from MAIAM:bank --on 2024-01-13');
  await run('home milestone start --case ma/0001 --on 2024-01-14', '--minutes', '--by', '--note');
  await run(
    'visit add M1 --kind ốm --on 2024-01-15 --amount 300.000 --from TCCD:cash',
    '--by',
    '--reason',
    '--paper',
    '--decision',
  );
  await run('cash count --place cash --on 2024-01-31 --total 1.000.000', '--by');
  stage.write('giay.txt', 'giấy');
  await run('attach giay.txt --month 2024-01');
  await run('rule add R --kind gift --what cap --value 900.000.000', '--source', '--category', '--area');
  await run('entry describe 2', '--content', '--party', '--reason');
  await run('entry reverse 9', '--reason');
  for (const key of ['voucher.circular', 'donor.unnamed']) {
    const played = await stage.run(['setting', 'set', key, '--', foe('--value')]);
    if (played.exit !== 0) refused(`setting set ${key}`, played.stderr);
  }
  const lines = NAUGHTY.map((_, at) => {
    const memo = foe('--note')
      .replaceAll('"', '""')
      .replace(/[\0\p{Cs}\ufffd]/gu, '');
    return `0${(at % 9) + 1}/01/2024;FT${at};;1.000;"${memo}"`;
  });
  stage.write('sao-ke.csv', `Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung\n${lines.join('\n')}\n`);
  await run('statement import sao-ke.csv --account bank --encoding utf-8');
}
