import type { Command, Shape } from './command.ts';
import { rowKeys } from './rows.ts';

/** JSON Schema of the document that a command prints on success with --json. */
export function schemaOf(command: Command) {
  const data = objectOf({ ...command.answer, 'dryRun?': 'boolean' });
  const warning = objectOf({ code: 'text', facts: 'any', message: 'text' });
  return {
    type: 'object',
    properties: {
      ok: { const: true },
      command: { const: command.name },
      data,
      warnings: { type: 'array', items: warning },
    },
    required: ['ok', 'command', 'data', 'warnings'],
    additionalProperties: false,
  };
}

/** JSON Schema of the lines that a command prints on success with --ndjson: its rows (`false`: none), and the last. */
export function linesSchemaOf(command: Command): { rows: object | false; last: object } {
  const keys = new Set(rowKeys(command));
  const isRow = (key: string) => keys.has(key.replace(/\?$/, ''));
  const shapes = Object.entries(command.answer);
  const rows = shapes.flatMap(([key, shape]) =>
    isRow(key) && typeof shape !== 'string' && isList(shape) ? [schemaFor(shape[0])] : [],
  );
  const rest = shapes.map(([key, shape]) => [isRow(key) ? optional(key) : key, shape] as const);
  const whole = schemaOf({ ...command, answer: Object.fromEntries(rest) });
  return {
    rows: rows.length === 0 ? false : { anyOf: rows },
    last: {
      ...whole,
      properties: { ...whole.properties, rows: { type: 'integer' } },
      required: [...whole.required, 'rows'],
    },
  };
}

function optional(key: string): string {
  return key.endsWith('?') ? key : `${key}?`;
}

function objectOf(shapes: { readonly [key: string]: Shape }): object {
  const entries = Object.entries(shapes);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, shape]) => [key.replace(/\?$/, ''), schemaFor(shape)])),
    required: entries.map(([key]) => key).filter((key) => !key.endsWith('?')),
    additionalProperties: false,
  };
}

function schemaFor(shape: Shape): object {
  switch (shape) {
    case 'text':
      return { type: 'string' };
    case 'integer':
      return { type: 'integer' };
    case 'boolean':
      return { type: 'boolean' };
    case 'day':
      return { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };
    case 'any':
      return {};
    default:
      return isList(shape) ? { type: 'array', items: schemaFor(shape[0]) } : objectOf(shape);
  }
}

function isList(shape: Exclude<Shape, string>): shape is readonly [Shape] {
  return Array.isArray(shape);
}
