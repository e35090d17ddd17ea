/** A statement as PostgreSQL is told it, and what each of its marks `$1`, `$2` … stands for. */
export interface Translated {
  readonly text: string;
  /** A name, or the place among the values given. */
  readonly marks: readonly (string | number)[];
}

const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|[@$][A-Za-z_]\w*|\?|[A-Za-z_]\w*|\d+(?:\.\d+)?|<=|>=|<>|\|\||\s+|./gsu;
const SPACE = /^(?:\s|--)/u;
const MIXED = /^[a-z_]\w*[A-Z]\w*$/u;

/** What a word of SQLite's is called in PostgreSQL. */
const CALLED: Readonly<Record<string, string>> = {
  like: 'ilike',
  instr: 'strpos',
  char: 'chr',
  ifnull: 'coalesce',
  json_each: 'each_key',
  json_array: 'json_build_array',
};

/** Words at which what is joined has ended without a condition. */
const JOINED =
  /^(?:join|left|cross|inner|where|group|order|having|union|except|intersect|limit|window|returning)$/u;

/**
 * A statement of the store, which is written in what SQLite and PostgreSQL share, with the little that they do not:
 * SQLite's hints of an index and an order of joins, which PostgreSQL finds by itself, marks, and a few functions.
 */
export function translate(sql: string): Translated {
  const marks: (string | number)[] = [];
  const tokens = (sql.match(TOKEN) ?? []).filter((token) => !token.startsWith('--'));
  let places = 0;
  const marked = tokens.map((token) => {
    if (token === '?') return `$${marks.push(places++)}`;
    if (!/^[@$]\w/u.test(token)) return token;
    const name = token.slice(1);
    const known = marks.indexOf(name);
    return `$${known < 0 ? marks.push(name) : known + 1}`;
  });
  return { text: rewritten(marked).join(''), marks };
}

function rewritten(tokens: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const next = after(tokens, at);
    if (token === 'indexed' && tokens[next] === 'by') {
      at = after(tokens, next);
    } else if (token === 'cross' && tokens[next] === 'join' && hasCondition(tokens, next)) {
      at = next - 1;
    } else if (tokens[next] === '(' && token in CALLS) {
      const close = closing(tokens, next);
      const args = listed(tokens.slice(next + 1, close)).map((arg) => rewritten(arg).join('').trim());
      const call = CALLS[token]?.(args);
      if (call === undefined) out.push(token);
      else {
        out.push(call);
        at = close;
      }
    } else if (MIXED.test(token)) {
      out.push(`"${token}"`);
    } else {
      out.push(CALLED[token] ?? token);
    }
  }
  return out;
}

/** Functions that are said otherwise; undefined where the words stay. */
const CALLS: Readonly<Record<string, (args: readonly string[]) => string | undefined>> = {
  lower: ([arg = '']) => {
    const [, bytes] = /^upper\(encode\((.*), 'hex'\)\)$/su.exec(arg) ?? [];
    return bytes === undefined ? undefined : `encode(${bytes}, 'hex')`;
  },
  hex: ([arg = '']) => `upper(encode(${arg}, 'hex'))`,
  group_concat: ([what = '', between = "','"]) => `string_agg((${what})::text, ${between})`,
  // Of one value they gather rows, of several they choose among them.
  max: (args) => (args.length > 1 ? `greatest(${args.join(', ')})` : undefined),
  min: (args) => (args.length > 1 ? `least(${args.join(', ')})` : undefined),
};

function after(tokens: readonly string[], at: number): number {
  let next = at + 1;
  while (SPACE.test(tokens[next] ?? '')) next += 1;
  return next;
}

function closing(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at] === '(') depth += 1;
    if (tokens[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new TypeError('a statement whose brackets do not close');
}

function listed(tokens: readonly string[]): string[][] {
  const args: string[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === ',' && depth === 0) args.push([]);
    else args.at(-1)?.push(token);
  }
  return args;
}

/** Whether what is joined at `join` says on what. */
function hasCondition(tokens: readonly string[], join: number): boolean {
  let depth = 0;
  for (const token of tokens.slice(join + 1)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth < 0) return false;
    if (depth > 0) continue;
    if (token === 'on') return true;
    if (token === ',' || JOINED.test(token)) return false;
  }
  return false;
}
