import type { ProgrammeKind } from '../domain/award.ts';
import type { Command } from './command.ts';
import type { Io } from './io.ts';

/** A command's names and where its code is; loading it is the only work its call does. */
export interface CommandEntry {
  readonly name: string;
  /** The same without marks, as a Vietnamese would type it. */
  readonly alias: string;
  readonly load: () => Promise<Loaded>;
}

/** A command file gives its command ready to start; benefit files give one for each kind of programme. */
export interface Loaded {
  readonly start: (kind: string, words: readonly string[], io: Io) => Promise<number>;
  readonly commandFor: (kind: string) => Command;
}

const entry = (name: string, alias: string, load: () => Promise<Loaded>): CommandEntry => ({
  name,
  alias,
  load,
});

/** The verbs of a programme, the same for gifts, hardship support and Union Homes. */
function benefits(kind: ProgrammeKind, alias: string): CommandEntry[] {
  return [
    entry(`${kind} open`, `${alias} mo`, () => import('./command/benefit-open.ts')),
    entry(`${kind} import`, `${alias} nhap`, () => import('./command/benefit-import.ts')),
    entry(`${kind} list`, `${alias} xem`, () => import('./command/benefit-list.ts')),
    entry(`${kind} approve`, `${alias} duyet`, () => import('./command/benefit-approve.ts')),
    entry(`${kind} pay`, `${alias} chi`, () => import('./command/benefit-pay.ts')),
    entry(`${kind} sign`, `${alias} ky`, () => import('./command/benefit-sign.ts')),
    entry(`${kind} waive`, `${alias} chapthuan`, () => import('./command/benefit-waive.ts')),
    entry(`${kind} return`, `${alias} hoantra`, () => import('./command/benefit-return.ts')),
  ];
}

/** Every command, in the order of the general help. */
export const COMMANDS: readonly CommandEntry[] = [
  entry('init', 'taoso', () => import('./command/init.ts')),
  entry('fund add', 'quy them', () => import('./command/fund-add.ts')),
  entry('fund list', 'quy xem', () => import('./command/fund-list.ts')),
  entry('fund purpose', 'quy mucdich', () => import('./command/fund-purpose.ts')),
  entry('fund set', 'quy dat', () => import('./command/fund-set.ts')),
  entry('place add', 'noi them', () => import('./command/place-add.ts')),
  entry('officer add', 'canbo them', () => import('./command/officer-add.ts')),
  entry('officer end', 'canbo thoi', () => import('./command/officer-end.ts')),
  entry('unit add', 'donvi them', () => import('./command/unit-add.ts')),
  entry('unit import', 'donvi nhap', () => import('./command/unit-import.ts')),
  entry('unit list', 'donvi xem', () => import('./command/unit-list.ts')),
  entry('unit close', 'donvi ketthuc', () => import('./command/unit-close.ts')),
  entry('member add', 'doanvien them', () => import('./command/member-add.ts')),
  entry('member import', 'doanvien nhap', () => import('./command/member-import.ts')),
  entry('member list', 'doanvien xem', () => import('./command/member-list.ts')),
  entry('member leave', 'doanvien thoi', () => import('./command/member-leave.ts')),
  entry('member erase', 'doanvien xoa', () => import('./command/member-erase.ts')),
  entry('programme add', 'dot them', () => import('./command/programme-add.ts')),
  entry('programme list', 'dot xem', () => import('./command/programme-list.ts')),
  entry('rule list', 'quydinh xem', () => import('./command/rule-list.ts')),
  entry('rule add', 'quydinh them', () => import('./command/rule-add.ts')),
  entry('rule end', 'quydinh thoi', () => import('./command/rule-end.ts')),
  entry('rule import', 'quydinh nhap', () => import('./command/rule-import.ts')),
  entry('explain', 'giaithich', () => import('./command/explain.ts')),
  entry('appeal add', 'vandong them', () => import('./command/appeal-add.ts')),
  entry('appeal target', 'vandong chitieu', () => import('./command/appeal-target.ts')),
  entry('appeal list', 'vandong xem', () => import('./command/appeal-list.ts')),
  entry('appeal show', 'vandong chitiet', () => import('./command/appeal-show.ts')),
  entry('contribution add', 'ungho them', () => import('./command/contribution-add.ts')),
  entry('contribution import', 'ungho nhap', () => import('./command/contribution-import.ts')),
  entry('contribution list', 'ungho xem', () => import('./command/contribution-list.ts')),
  entry('contribution refund', 'ungho hoantra', () => import('./command/contribution-refund.ts')),
  entry('donor add', 'nhahaotam them', () => import('./command/donor-add.ts')),
  entry('donor list', 'nhahaotam xem', () => import('./command/donor-list.ts')),
  entry('donor match', 'nhahaotam khop', () => import('./command/donor-match.ts')),
  entry('statement import', 'saoke nhap', () => import('./command/statement-import.ts')),
  entry('statement list', 'saoke xem', () => import('./command/statement-list.ts')),
  entry('statement show', 'saoke chitiet', () => import('./command/statement-show.ts')),
  entry('statement match', 'saoke khop', () => import('./command/statement-match.ts')),
  entry('statement unmatch', 'saoke go', () => import('./command/statement-unmatch.ts')),
  entry('statement post', 'saoke ghi', () => import('./command/statement-post.ts')),
  entry('statement identify', 'saoke xacdinh', () => import('./command/statement-identify.ts')),
  entry('statement confirm', 'saoke xacnhan', () => import('./command/statement-confirm.ts')),
  entry('statement queue', 'saoke cho', () => import('./command/statement-queue.ts')),
  entry('allocation', 'capve', () => import('./command/allocation.ts')),
  entry('allocation give', 'capxuong', () => import('./command/allocation-give.ts')),
  entry('receipt add', 'thu them', () => import('./command/receipt-add.ts')),
  ...benefits('gift', 'qua'),
  ...benefits('hardship', 'khokhan'),
  ...benefits('visit', 'thamhoi'),
  ...benefits('home', 'maiam'),
  entry('expense add', 'chi them', () => import('./command/expense-add.ts')),
  entry('move', 'chuyentien', () => import('./command/move.ts')),
  entry('transfer', 'chuyenquy', () => import('./command/transfer.ts')),
  entry('remit', 'noptren', () => import('./command/remit.ts')),
  entry('remit list', 'noptren xem', () => import('./command/remit-list.ts')),
  entry('loan give', 'vay chovay', () => import('./command/loan-give.ts')),
  entry('loan repay', 'vay tra', () => import('./command/loan-repay.ts')),
  entry('loan list', 'vay xem', () => import('./command/loan-list.ts')),
  entry('advance pay', 'tamung chi', () => import('./command/advance-pay.ts')),
  entry('advance settle', 'tamung thanhtoan', () => import('./command/advance-settle.ts')),
  entry('advance list', 'tamung xem', () => import('./command/advance-list.ts')),
  entry('entry list', 'buttoan xem', () => import('./command/entry-list.ts')),
  entry('entry show', 'buttoan chitiet', () => import('./command/entry-show.ts')),
  entry('entry reverse', 'buttoan dao', () => import('./command/entry-reverse.ts')),
  entry('entry correct', 'buttoan sua', () => import('./command/entry-correct.ts')),
  entry('entry describe', 'buttoan noidung', () => import('./command/entry-describe.ts')),
  entry('entry link', 'buttoan gan', () => import('./command/entry-link.ts')),
  entry('operation list', 'thaotac xem', () => import('./command/operation-list.ts')),
  entry('operation undo', 'thaotac huy', () => import('./command/operation-undo.ts')),
  entry('setting list', 'thietlap xem', () => import('./command/setting-list.ts')),
  entry('setting set', 'thietlap dat', () => import('./command/setting-set.ts')),
  entry('cash count', 'kiemke', () => import('./command/cash-count.ts')),
  entry('cash list', 'kiemke xem', () => import('./command/cash-list.ts')),
  entry('goods add', 'hienvat them', () => import('./command/goods-add.ts')),
  entry('goods buy', 'hienvat mua', () => import('./command/goods-buy.ts')),
  entry('goods receive', 'hienvat nhan', () => import('./command/goods-receive.ts')),
  entry('goods give', 'hienvat xuat', () => import('./command/goods-give.ts')),
  entry('goods reverse', 'hienvat dao', () => import('./command/goods-reverse.ts')),
  entry('goods list', 'hienvat xem', () => import('./command/goods-list.ts')),
  entry('goods ledger', 'so kho', () => import('./command/goods-ledger.ts')),
  entry('reconcile', 'doichieu', () => import('./command/reconcile.ts')),
  entry('reconcile accept', 'doichieu chapnhan', () => import('./command/reconcile-accept.ts')),
  entry('check', 'kiemtra', () => import('./command/check.ts')),
  entry('close', 'khoaso', () => import('./command/close.ts')),
  entry('reopen', 'moso', () => import('./command/reopen.ts')),
  entry('lock', 'khoanam', () => import('./command/lock.ts')),
  entry('balance', 'sodu', () => import('./command/balance.ts')),
  entry('ledger fund', 'so quy', () => import('./command/ledger-fund.ts')),
  entry('ledger cash', 'so tien', () => import('./command/ledger-cash.ts')),
  entry('ledger member', 'so doanvien', () => import('./command/ledger-member.ts')),
  entry('ledger journal', 'so nhatky', () => import('./command/ledger-journal.ts')),
  entry('report disbursements', 'baocao chi', () => import('./command/report-disbursements.ts')),
  entry('report signing-list', 'baocao kynhan', () => import('./command/report-signing-list.ts')),
  entry('report closing-minutes', 'baocao khoaso', () => import('./command/report-closing-minutes.ts')),
  entry('report cash-count', 'baocao kiemke', () => import('./command/report-cash-count.ts')),
  entry('voucher list', 'chungtu xem', () => import('./command/voucher-list.ts')),
  entry('voucher print', 'chungtu in', () => import('./command/voucher-print.ts')),
  entry('handover', 'bangiao', () => import('./command/handover.ts')),
  entry('attach', 'kemgiay', () => import('./command/attach.ts')),
  entry('attach list', 'kemgiay xem', () => import('./command/attach-list.ts')),
  entry('opening import', 'dauky nhap', () => import('./command/opening-import.ts')),
  entry('history import', 'lichsu nhap', () => import('./command/history-import.ts')),
  entry('verify', 'xacminh', () => import('./command/verify.ts')),
  entry('export', 'xuatso', () => import('./command/export.ts')),
  entry('import-book', 'dungso', () => import('./command/import-book.ts')),
  entry('demo', 'chaythu', () => import('./command/demo.ts')),
];
