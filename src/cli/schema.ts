import type { Command, Shape } from './command.ts';

/** JSON Schema of the document that a command prints on success with --json. */
export function schemaOf(command: Command): object {
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
