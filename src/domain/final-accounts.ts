import { IN_ROLES, OUT_ROLES, type Role } from './account.ts';
import type { Day } from './day.ts';
import { add, subtract, sum, ZERO, type Dong } from './dong.ts';
import type { EntryKind } from './entry.ts';

/** How sure a code is: A the act's own text, B a copy of it, C a report of it, D field practice, I inferred, U not verified. */
const CONFIDENCES = ['A', 'B', 'C', 'D', 'I', 'U'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Where a line of the yearly settlement stands: what was there, what came in, what went out, what is there, what is owed. */
const CODE_PARTS = ['opening', 'in', 'out', 'closing', 'owed'] as const;
type CodePart = (typeof CODE_PARTS)[number];

interface CodeName {
  readonly vi: string;
  readonly en: string;
}

/** One line of the table of codes; codes with `of` are added up in the sum of that code. */
export interface CodeLine {
  readonly code: string;
  readonly part: CodePart;
  readonly name: CodeName;
  /** For the head of a narrow column. */
  readonly short?: CodeName | undefined;
  readonly of?: string | undefined;
  /** Its column's number in the book of income and spending, where it is known. */
  readonly column?: string | undefined;
  readonly confidence: Confidence;
}

/** Codes of the yearly settlement of a grassroots union's finance (domain.md 1.4), and what goes where without a code of its own. */
export interface CodeTable {
  readonly from: Day;
  /** The act, as it is printed under a form's number, a line each. */
  readonly act: { readonly vi: readonly string[]; readonly en: readonly string[] };
  /** Signed off by an accountant: nothing of it is marked as unverified. */
  readonly verified: boolean;
  readonly source: string;
  readonly lines: readonly CodeLine[];
  readonly sums: readonly Pick<CodeLine, 'code' | 'name' | 'confidence'>[];
  readonly roles: { readonly [R in FlowRole]: string };
}

type FlowRole = (typeof IN_ROLES)[number] | (typeof OUT_ROLES)[number];

/** What one voucher (or entry without one) did to a fund for one reason, under one item code. */
export interface Flow {
  readonly day: Day;
  readonly voucher: string;
  readonly voucherDay: Day | undefined;
  readonly entry: number;
  readonly kind: EntryKind;
  readonly fund: number;
  readonly role: Role;
  /** '' where the entry has none. */
  readonly item: string;
  /** What the fund grew by, in đồng: negative where it shrank. */
  readonly amount: Dong;
}

/** A flow under its code: its amount is what came in, or what went out, in đồng. */
export interface CodedFlow extends Flow {
  readonly code: string;
  /** The table gave the code: the entry has none, or one that the table does not know. */
  readonly assumed: boolean;
}

const isIn = (role: Role): boolean => (IN_ROLES as readonly Role[]).includes(role);

/** Whether a line is marked where it is printed: nobody has seen it in the act or answered for it. */
export function isUnsure(
  { verified }: CodeTable,
  { confidence }: { readonly confidence: Confidence },
): boolean {
  return !verified && (confidence === 'U' || confidence === 'I' || confidence === 'D');
}

/**
 * Each flow under its code. Transfers between the funds that are settled together are neither income nor spending: of
 * each voucher only what they do not carry from one to the other counts. An item stands for the code of that name, else
 * for the one it is a part of (`31.02` is part of `31`); but it must be on the side of the flow.
 */
export function codedFlows(flows: readonly Flow[], table: CodeTable): CodedFlow[] {
  return withoutInner(flows).flatMap((flow): CodedFlow[] => {
    const { role, item, amount } = flow;
    if (role === 'opening' || amount === 0) return [];
    const side = isIn(role) ? 'in' : 'out';
    const known = codeOf(item, side, table);
    const code = known ?? table.roles[role as FlowRole];
    return [
      {
        ...flow,
        code,
        assumed: known === undefined,
        amount: side === 'in' ? amount : subtract(ZERO, amount),
      },
    ];
  });
}

function codeOf(item: string, side: 'in' | 'out', { lines }: CodeTable): string | undefined {
  for (let code = item; code !== ''; code = code.slice(0, Math.max(0, code.lastIndexOf('.')))) {
    if (lines.some((line) => line.code === code && line.part === side)) return code;
  }
  return undefined;
}

/** Takes out of each voucher's transfers what leaves one of these funds for another of them. */
function withoutInner(flows: readonly Flow[]): Flow[] {
  const isTransfer = ({ role }: Flow) => role === 'transferIn' || role === 'transferOut';
  const groups = Map.groupBy(flows.filter(isTransfer), ({ day, voucher, entry }) =>
    voucher === '' ? `${day} ${entry}` : `${day} ${voucher}`,
  );
  const left = [...groups.values()].flatMap((some) => {
    const net = sum(some.map(({ amount }) => amount));
    if (net === 0) return [];
    // What remains came from outside, or went there: under the reason that goes the same way.
    const wanted = some.find(({ amount }) => Math.sign(amount) === Math.sign(net));
    return wanted === undefined ? [] : [{ ...wanted, amount: net }];
  });
  return [...flows.filter((flow) => !isTransfer(flow)), ...left].toSorted((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.entry - b.entry,
  );
}

/** What a year's settlement says, by code, in đồng. */
export function codeSums(flows: readonly CodedFlow[], table: CodeTable, opening: Dong): Map<string, Dong> {
  const sums = new Map<string, Dong>();
  for (const { code, amount } of flows) sums.set(code, add(sums.get(code) ?? ZERO, amount));
  const all = (part: CodePart) =>
    sum(table.lines.filter((line) => line.part === part).map(({ code }) => sums.get(code) ?? ZERO));
  const closing = subtract(add(opening, all('in')), all('out'));
  for (const { code, part } of table.lines) {
    if (part === 'opening') sums.set(code, opening);
    if (part === 'closing') sums.set(code, closing);
  }
  for (const { code } of table.sums) {
    const parts = table.lines.filter((line) => line.of === code);
    sums.set(code, sum(parts.map((line) => sums.get(line.code) ?? ZERO)));
  }
  return sums;
}

/** Names what is wrong with a table of codes, by its key; undefined where nothing is. */
export function tableFault(table: Partial<Record<keyof CodeTable, unknown>>): string | undefined {
  const { lines, sums = [], roles, act, verified, source } = table;
  if (typeof verified !== 'boolean') return 'verified';
  if (typeof source !== 'string') return 'source';
  if (!isRecord(act) || !isTexts(act['vi']) || !isTexts(act['en'])) return 'act';
  if (!Array.isArray(lines) || lines.length === 0) return 'lines';
  const codes = new Map<string, CodePart>();
  for (const [at, line] of (lines as unknown[]).entries()) {
    if (!isRecord(line)) return `lines.${at}`;
    const { code, part, name, short, confidence, column, of } = line;
    if (typeof code !== 'string' || !/^\d[\d.]{0,15}$/.test(code) || codes.has(code))
      return `lines.${at}.code`;
    if (!CODE_PARTS.some((each) => each === part)) return `lines.${at}.part`;
    if (!isName(name)) return `lines.${at}.name`;
    if (short !== undefined && !isName(short)) return `lines.${at}.short`;
    if (!CONFIDENCES.some((each) => each === confidence)) return `lines.${at}.confidence`;
    if (![column, of].every((each) => each === undefined || typeof each === 'string'))
      return `lines.${at}.of`;
    codes.set(code, part as CodePart);
  }
  for (const part of ['opening', 'closing']) {
    if ([...codes.values()].filter((each) => each === part).length !== 1) return `lines (${part})`;
  }
  if (!Array.isArray(sums)) return 'sums';
  const unfit = (sums as unknown[]).findIndex(
    (each) => !isRecord(each) || typeof each['code'] !== 'string' || !isName(each['name']),
  );
  if (unfit >= 0) return `sums.${unfit}`;
  if (!isRecord(roles)) return 'roles';
  for (const role of [...IN_ROLES, ...OUT_ROLES]) {
    const code = roles[role];
    if (typeof code !== 'string' || codes.get(code) !== (isIn(role) ? 'in' : 'out')) return `roles.${role}`;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const isTexts = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isName = (value: unknown) =>
  isRecord(value) && typeof value['vi'] === 'string' && typeof value['en'] === 'string';
