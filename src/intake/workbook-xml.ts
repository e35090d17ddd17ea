import { TextDecoder } from 'node:util';
import sax, { type SAXParser } from 'sax';
import { refuse } from '../domain/failure.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What a part's reader is told. Names come without their prefix; the root has depth 1. */
export interface XmlHandler {
  open(name: string, attributes: Attributes, depth: number): void;
  close(name: string, depth: number): void;
  /** A piece of text: one text may come in several. */
  text(text: string): void;
}

/** No part nests deeper; sax would keep every open element. */
const DEPTH_MAX = 64;
/** One tag, comment or instruction is never longer; sax would gather it whole. */
const MARKUP_MAX = 256 * 1024;

/** `strictEntities` is missing in the types of sax: HTML's own entities are no XML. Positions cost time. */
const OPTIONS = { position: false, strictEntities: true };

/**
 * Parses one XML part chunk by chunk. A document type or an entity declaration is refused (input.hostile entity), and
 * so is whatever is not well-formed (input.format xlsx).
 */
export class XmlPush {
  readonly #file: string;
  readonly #parser: SAXParser;
  #decoder: TextDecoder | undefined;
  #sawRoot = false;
  /** Bytes since anything was told. */
  #silent = 0;

  constructor(file: string, handler: XmlHandler) {
    this.#file = file;
    // One assignment each: by Object.assign the parser's every step takes twice as long (V8 gives up its fast shape).
    const parser = sax.parser(true, OPTIONS);
    this.#parser = parser;
    let depth = 0;
    parser.onopentag = (tag) => {
      this.#silent = 0;
      this.#sawRoot = true;
      depth += 1;
      if (depth > DEPTH_MAX) this.#damaged();
      handler.open(localName(tag.name), tag.attributes as Attributes, depth);
    };
    parser.onclosetag = (name) => {
      this.#silent = 0;
      handler.close(localName(name), depth);
      depth -= 1;
    };
    const onText = (text: string): void => {
      this.#silent = 0;
      handler.text(text);
    };
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- sax has no listeners
    parser.ontext = onText;
    parser.oncdata = onText;
    parser.oncomment = () => {
      this.#silent = 0;
    };
    // sax calls this method of the object that holds the attributes.
    parser.onattribute = ({ name }) => {
      if (name === 'hasOwnProperty') this.#damaged();
    };
    parser.ondoctype = () => this.#hostile();
    parser.onsgmldeclaration = () => this.#hostile();
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- sax has no listeners
    parser.onerror = (error) => (/doctype/i.test(error.message) ? this.#hostile() : this.#damaged());
  }

  write(bytes: Buffer): void {
    const text = this.#decode(bytes);
    if (!this.#sawRoot && /<!(DOCTYPE|ENTITY)/i.test(text)) this.#hostile();
    this.#parser.write(text);
    this.#parser.flush();
    this.#silent += bytes.length;
    if (this.#silent > MARKUP_MAX) this.#damaged();
  }

  /** Says that the part is over: an element left open, or no element at all, is damage. */
  end(): void {
    if (!this.#sawRoot) this.#damaged();
    this.#parser.close();
  }

  #decode(bytes: Buffer): string {
    this.#decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    try {
      return this.#decoder.decode(bytes, { stream: true });
    } catch {
      return this.#damaged();
    }
  }

  #hostile(): never {
    return refuse('input.hostile', { file: this.#file, what: 'entity' });
  }

  #damaged(): never {
    return refuse('input.format', { file: this.#file, found: 'xlsx' });
  }
}

/** The parts of a workbook are UTF-8 or UTF-16, told by a byte order mark or by the zero beside the first `<`. */
function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && first === 0x3c) return 'utf-16le';
  return first === 0 && second === 0x3c ? 'utf-16be' : 'utf-8';
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Parses a whole part. */
export async function readXml(
  file: string,
  bytes: AsyncIterable<Buffer>,
  handler: XmlHandler,
): Promise<void> {
  const xml = new XmlPush(file, handler);
  for await (const chunk of bytes) xml.write(chunk);
  xml.end();
}
