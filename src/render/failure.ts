import type { CollectFault } from '../domain/collect.ts';
import type { Failure } from '../domain/failure.ts';
import type { RowFault } from '../domain/row-fault.ts';
import { formatDay } from './figures.ts';
import type { Messages, Refusals, ThreeParts } from './messages.ts';
import type { WarningCode } from './messages/warnings.ts';

/** How many faulty rows a terminal shows. */
const ROWS_SHOWN = 50;

function parts(failure: Failure, said: Refusals): ThreeParts {
  // The catalogue has a message for each code; which one it is cannot be told to the compiler for a union.
  const say = said.failures[failure.code] as (facts: Failure['facts']) => ThreeParts;
  return say(failure.facts);
}

/** A failure for a person: what was refused, what must hold, what to do; faulty rows between. */
export function failureText(failure: Failure, m: Messages, said: Refusals): string {
  const [refused, holds, remedy] = parts(failure, said);
  const rows = failure.code === 'input.rows' ? rowLines(failure.facts.rows, failure.facts.more, m, said) : [];
  const books =
    failure.code === 'collect.refused' ? failure.facts.faults.map((fault) => faultOf(fault, said)) : [];
  return [
    refused,
    ...rows,
    ...books.flatMap(([what, , remedy]) => [`  ${what}`, `    ${remedy}`]),
    `  ${holds}`,
    `  ${remedy}`,
  ].join('\n');
}

/** What a single book of several was refused for, as it would be said of that book alone. */
function faultOf({ code, facts }: CollectFault, said: Refusals): ThreeParts {
  return parts({ code, facts } as Failure, said);
}

function rowLines(rows: readonly RowFault[], more: number, m: Messages, said: Refusals): string[] {
  const lines = rows.slice(0, ROWS_SHOWN).map((fault) => {
    const column = fault.column === '' ? '' : `, ${m.words.column} «${fault.column}»`;
    const cell = fault.cell ?? '';
    const where = fault.sheet === undefined ? '' : `«${fault.sheet}»${cell === '' ? '' : ` ${cell}`}, `;
    return `  ${where}${m.words.row} ${fault.row}${column}: ${faultText(fault, m, said)}`;
  });
  const hidden = rows.length - lines.length + more;
  return hidden > 0 ? [...lines, `  ${m.words.more(hidden)}`] : lines;
}

/** What is wrong with a cell, and what it is about. */
export function faultText(fault: RowFault, m: Messages, said: Refusals): string {
  const { code, detail, against } = fault;
  if (detail === undefined) return said.rowFaults[code];
  if (code === 'amount.proved') return `${said.rowFaults[code]} ${m.words.dong(Number(detail))}`;
  if (against !== undefined) {
    // An award of the same list is named by its row.
    const found = against.found.startsWith('#') ? `${m.words.row} ${against.found.slice(1)}` : against.found;
    return `${said.rowFaults[code]} (${detail}): ${said.objection(against.subject, against.allowed, found)}`;
  }
  return `${said.rowFaults[code]} (${shown(detail)})`;
}

/** Days as a person writes them. */
function shown(detail: string): string {
  return detail.replace(/\d{4}-\d{2}-\d{2}/g, formatDay).replace('|', ' · ');
}

/** A failure for a program: its code, its message on one line, its facts. */
export function failureJson(command: string, failure: Failure, said: Refusals): object {
  const message = parts(failure, said).join(' ');
  const facts =
    failure.code === 'input.rows'
      ? {
          ...failure.facts,
          rows: failure.facts.rows.map((fault) => ({ ...fault, message: said.rowFaults[fault.code] })),
        }
      : failure.code === 'collect.refused'
        ? {
            ...failure.facts,
            faults: failure.facts.faults.map((fault) => ({
              ...fault,
              message: faultOf(fault, said).join(' '),
            })),
          }
        : failure.facts;
  return { ok: false, command, error: { code: failure.code, message, facts } };
}

export function warningText(
  warning: { readonly code: WarningCode; readonly facts: object },
  m: Messages,
): string {
  const say = m.warnings[warning.code] as (facts: object) => string;
  return say(warning.facts);
}

/** A warning as a terminal shows it. */
export function warningLine(warning: Parameters<typeof warningText>[0], m: Messages): string {
  return `${m.severities.warning}: ${warningText(warning, m)}`;
}
