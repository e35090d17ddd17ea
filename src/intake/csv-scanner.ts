/** A quote where none may stand, or one that is not closed; `line` counts from 1 in what was written. */
export class QuoteFault extends Error {
  readonly line: number;

  constructor(line: number) {
    super('a quote');
    this.line = line;
  }
}

/**
 * Parts delimited text into rows (RFC 4180: a quote counts at a cell's beginning only, and is doubled inside one). Lines
 * end in a line feed. Text is written in pieces; a row that has not ended waits for the next. Strict: a quote inside a
 * bare cell, or text behind a closing one, is a QuoteFault, and so is a row longer than `longest` UTF-16 units.
 */
export class CsvScanner {
  readonly #delimiter: string;
  readonly #longest: number;
  readonly #row: (cells: string[]) => void;
  #held = '';
  #line = 1;

  constructor(delimiter: string, longest: number, row: (cells: string[]) => void) {
    this.#delimiter = delimiter;
    this.#longest = longest;
    this.#row = row;
  }

  write(piece: string): void {
    this.#scan(this.#held + piece, false);
    if (this.#held.length > this.#longest) throw new QuoteFault(this.#line);
  }

  end(): void {
    const last = this.#held;
    this.#held = '';
    if (last !== '') this.#scan(last, true);
  }

  /** Gives every row that ends in the text; keeps what is left, or with `all` takes it for the last row. */
  #scan(text: string, all: boolean): void {
    const delimiter = this.#delimiter;
    // Where each mark comes next: looked for once, however many cells lie before it.
    let [nextDelimiter, nextFeed, nextQuote] = [-1, -1, -1];
    const from = (mark: string, at: number) => {
      const found = text.indexOf(mark, at);
      return found < 0 ? text.length : found;
    };
    let start = 0;
    let [line, lines] = [this.#line, this.#line];
    while (start < text.length) {
      const cells: string[] = [];
      let at = start;
      for (;;) {
        let end: number;
        if (text[at] === '"') {
          end = this.#closing(text, at, all, lines);
          if (end < 0) {
            this.#hold(text, start, line);
            return;
          }
          const value = text.slice(at + 1, end);
          if (value.includes('\n')) lines += value.split('\n').length - 1;
          cells.push(value.includes('"') ? value.replaceAll('""', '"') : value);
          end += 1;
          const after = text[end];
          if (after !== undefined && after !== delimiter && after !== '\n') throw new QuoteFault(lines);
        } else {
          if (nextDelimiter < at) nextDelimiter = from(delimiter, at);
          if (nextFeed < at) nextFeed = from('\n', at);
          if (nextQuote < at) nextQuote = from('"', at);
          end = Math.min(nextDelimiter, nextFeed);
          if (nextQuote < end) throw new QuoteFault(lines);
          cells.push(text.slice(at, end));
        }
        if (end === text.length && !all) {
          this.#hold(text, start, line);
          return;
        }
        at = end + 1;
        if (text[end] !== delimiter) break;
      }
      this.#row(cells);
      start = at;
      lines += 1;
      line = lines;
    }
    this.#hold('', 0, line);
  }

  #hold(text: string, start: number, line: number): void {
    this.#held = text.slice(start);
    this.#line = line;
  }

  /** Where the quote that opens a cell is closed; -1 where that may still come. */
  #closing(text: string, open: number, all: boolean, line: number): number {
    for (let at = open + 1; ;) {
      const end = text.indexOf('"', at);
      if (end < 0 || (end === text.length - 1 && !all)) {
        if (all) throw new QuoteFault(line);
        return -1;
      }
      if (text[end + 1] !== '"') return end;
      at = end + 2;
    }
  }
}
