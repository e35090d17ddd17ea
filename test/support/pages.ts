import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';

/** What a byte of a SQLite file belongs to: a table or index by its name, and whether it is content or what holds it up. */
export interface Place {
  readonly owner: string;
  /** `number`: the number of a row in a table that has no other key, which nothing refers to. */
  readonly part: 'content' | 'structure' | 'number' | 'unused';
}

type Part = Place['part'];

/** Maps every byte of a database by SQLite's file format; `header`, `sqlite_schema` and `freelist` are owners too. */
export function placesOf(path: string): (at: number) => Place {
  const bytes = readFileSync(path);
  const db = new Database(path, { readonly: true });
  const roots = db
    .prepare<[], { name: string; rootpage: number }>(
      'select name, rootpage from sqlite_schema where rootpage > 0',
    )
    .all();
  db.close();
  return new PageMap(bytes).of([{ name: 'sqlite_schema', rootpage: 1 }, ...roots]);
}

class PageMap {
  readonly #bytes: Buffer;
  readonly #size: number;
  readonly #usable: number;
  /** The owner of each page, and what each byte is; a byte nobody claims is unused. */
  readonly #owners = new Map<number, string>();
  readonly #content: Uint8Array;
  readonly #structure: Uint8Array;
  readonly #numbers: Uint8Array;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const size = bytes.readUInt16BE(16);
    this.#size = size === 1 ? 65_536 : size;
    this.#usable = this.#size - bytes.readUInt8(20);
    this.#content = new Uint8Array(bytes.length);
    this.#structure = new Uint8Array(bytes.length);
    this.#numbers = new Uint8Array(bytes.length);
  }

  of(roots: readonly { readonly name: string; readonly rootpage: number }[]): (at: number) => Place {
    for (const { name, rootpage } of roots) this.#tree(name, rootpage);
    this.#freelist();
    return (at) => {
      if (at < 100) return { owner: 'header', part: 'structure' };
      const owner = this.#owners.get(Math.floor(at / this.#size) + 1) ?? 'freelist';
      if (this.#numbers[at] === 1) return { owner, part: 'number' };
      const part: Part =
        this.#structure[at] === 1 ? 'structure' : this.#content[at] === 1 ? 'content' : 'unused';
      return { owner, part };
    };
  }

  #tree(owner: string, page: number): void {
    this.#owners.set(page, owner);
    const start = (page - 1) * this.#size;
    const head = page === 1 ? 100 : start;
    const type = this.#bytes.readUInt8(head);
    const interior = type === 2 || type === 5;
    const cells = this.#bytes.readUInt16BE(head + 3);
    const pointers = head + (interior ? 12 : 8);
    this.#structure.fill(1, head, pointers + 2 * cells);
    for (let index = 0; index < cells; index++)
      this.#cell(owner, type, start + this.#bytes.readUInt16BE(pointers + 2 * index));
    if (interior) this.#tree(owner, this.#bytes.readUInt32BE(head + 8));
  }

  #cell(owner: string, type: number, cell: number): void {
    let at = cell;
    if (type === 2 || type === 5) {
      this.#tree(owner, this.#bytes.readUInt32BE(at));
      at += 4;
    }
    if (type === 5) {
      this.#structure.fill(1, cell, at);
      this.#numbers.fill(1, at, this.#varint(at).end);
      return;
    }
    const payload = this.#varint(at);
    at = type === 13 ? this.#varint(payload.end).end : payload.end;
    this.#structure.fill(1, cell, payload.end);
    this.#numbers.fill(1, payload.end, at);
    const local = this.#local(type, payload.value);
    this.#content.fill(1, at, at + local);
    if (local === payload.value) return;
    this.#structure.fill(1, at + local, at + local + 4);
    let rest = payload.value - local;
    for (let next = this.#bytes.readUInt32BE(at + local); next !== 0 && rest > 0;) {
      const from = (next - 1) * this.#size;
      this.#owners.set(next, owner);
      this.#structure.fill(1, from, from + 4);
      const here = Math.min(rest, this.#usable - 4);
      this.#content.fill(1, from + 4, from + 4 + here);
      rest -= here;
      next = this.#bytes.readUInt32BE(from);
    }
  }

  /** How much of a payload lies in the page itself. */
  #local(type: number, payload: number): number {
    const most = type === 13 ? this.#usable - 35 : Math.floor(((this.#usable - 12) * 64) / 255) - 23;
    if (payload <= most) return payload;
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const fitting = least + ((payload - least) % (this.#usable - 4));
    return fitting <= most ? fitting : least;
  }

  #varint(at: number): { value: number; end: number } {
    let value = 0;
    for (let index = 0; index < 9; index++) {
      const byte = this.#bytes.readUInt8(at + index);
      value = value * 128 + (byte & 127);
      if (byte < 128) return { value, end: at + index + 1 };
    }
    return { value, end: at + 9 };
  }

  #freelist(): void {
    for (let trunk = this.#bytes.readUInt32BE(32); trunk !== 0;) {
      const from = (trunk - 1) * this.#size;
      this.#structure.fill(1, from, from + 8 + 4 * this.#bytes.readUInt32BE(from + 4));
      trunk = this.#bytes.readUInt32BE(from);
    }
  }
}
