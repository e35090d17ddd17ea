import Database from 'better-sqlite3';

/** How often prepared statements ran: those that read, and those that write; with how often each that reads did. */
export interface Counted {
  reads: number;
  writes: number;
  readonly queries: Map<string, number>;
}

const RUNS = ['get', 'all', 'iterate', 'run'] as const;
type Runs = Record<(typeof RUNS)[number], (...values: unknown[]) => unknown>;

/** Counts every run of a prepared statement, of whatever connection, while `fn` is at work. */
export async function countStatements<T>(fn: () => Promise<T>): Promise<{ result: T; counted: Counted }> {
  const counted: Counted = { reads: 0, writes: 0, queries: new Map() };
  const memory = new Database(':memory:');
  const prototype = Object.getPrototypeOf(memory.prepare('select 1')) as Runs;
  memory.close();
  const kept = RUNS.map((name) => [name, prototype[name]] as const);
  for (const [name, own] of kept) {
    prototype[name] = function (
      this: { readonly readonly: boolean; readonly source: string },
      ...values: unknown[]
    ) {
      if (this.readonly) {
        counted.reads += 1;
        counted.queries.set(this.source, (counted.queries.get(this.source) ?? 0) + 1);
      } else counted.writes += 1;
      return own.apply(this, values);
    };
  }
  try {
    return { result: await fn(), counted };
  } finally {
    for (const [name, own] of kept) prototype[name] = own;
  }
}
