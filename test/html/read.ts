import { Parser, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
type Node = Document['children'][number];

/** A page as it comes, whole. */
export async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

const isText = (node: Node): node is Extract<Node, { data: string }> => 'data' in node && !('name' in node);

/** Everything a page says and is made of, in order. */
export interface Read {
  readonly tags: string[];
  readonly texts: string[];
  readonly attributes: string[];
}

/** `framed`: tags with the names of their attributes. */
export function textsOf(document: Document, framed: boolean): Read {
  const read: Read = { tags: [], texts: [], attributes: [] };
  const walk = (node: Node): void => {
    if (isText(node)) read.texts.push(node.data);
    if ('attribs' in node) {
      const names = Object.keys(node.attribs);
      read.tags.push(framed ? `${node.name} ${names.join(' ')}` : node.name);
      read.attributes.push(...names);
    }
    if ('children' in node && !('name' in node && ['style', 'script'].includes(node.name)))
      for (const child of node.children) walk(child);
  };
  for (const child of document.children) walk(child);
  return read;
}

/** Elements that have no end. */
const EMPTY = new Set(['meta', 'link', '!doctype']);

/** Where a page's tags do not close as they opened. */
export function faults(page: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const parser = new Parser({
    onopentagname: (name) => {
      if (!EMPTY.has(name)) open.push(name);
    },
    onclosetag: (name, implied) => {
      if (EMPTY.has(name)) return;
      const last = open.pop();
      if (last !== name || (implied && page.indexOf(`<${name}`) !== -1 && !SELF_CLOSED.has(name)))
        wrong.push(`${name} closes ${last ?? 'nothing'}${implied ? ' by itself' : ''}`);
    },
  });
  parser.end(page);
  return [...wrong, ...open];
}

/** Shapes of a drawing, which close themselves. */
const SELF_CLOSED = new Set(['rect', 'path', 'circle', 'polyline']);

/** The text of every element with a class or id inside another, as `tr.total td` or `#id td` names them. */
export function all(page: string, path: string): string[] {
  const steps = path.split(' ');
  const found: string[] = [];
  const fits = (node: Node, step: string): boolean => {
    if (!('attribs' in node)) return false;
    const [, name = '', mark = '', value = ''] = /^([a-z0-9]*)([.#]?)(.*)$/.exec(step) ?? [];
    if (name !== '' && node.name !== name) return false;
    if (mark === '.') return (node.attribs['class'] ?? '').split(' ').includes(value);
    return mark === '' || node.attribs['id'] === value;
  };
  const textOf = (node: Node): string =>
    isText(node) ? node.data : 'children' in node ? node.children.map(textOf).join('') : '';
  const walk = (node: Node, at: number): void => {
    const hit = fits(node, steps[at] ?? '');
    if (hit && at === steps.length - 1) found.push(textOf(node));
    if ('children' in node)
      for (const child of node.children) walk(child, hit ? Math.min(at + 1, steps.length - 1) : at);
  };
  for (const child of parseDocument(page).children) walk(child, 0);
  return found;
}

export function one(page: string, path: string): string | undefined {
  return all(page, path)[0];
}
