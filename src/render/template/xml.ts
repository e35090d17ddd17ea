import sax from 'sax';

/** An element and where its pieces stand in the text it was read from, so that the rest stays letter for letter. */
export interface Node {
  /** The name with its prefix as it was written, and without it. */
  readonly tag: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** Text right inside the element, its entities resolved; not that of its children. */
  readonly text: string;
  /** From `<` of the opening tag; behind its `>`; from `<` of the closing tag; behind its `>`. One that closes itself has no inside. */
  readonly start: number;
  readonly opened: number;
  readonly closing: number;
  readonly end: number;
}

/** A piece of text put in the place of another; an empty place (`from` is `to`) is an insertion. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What no workbook's part has, or what is not well-formed. */
export class UnreadableXml extends Error {}

/** Nothing in a workbook nests deeper. */
const DEPTH_MAX = 64;

/** Reads a part whole. Throws UnreadableXml. */
export function readNodes(source: string): Node {
  const parser = sax.parser(true, { position: true, strictEntities: true } as sax.SAXOptions);
  type Open = { -readonly [K in keyof Node]: Node[K] } & { children: Node[] };
  const stack: Open[] = [];
  const found: Node[] = [];
  const fail = (): never => {
    throw new UnreadableXml();
  };
  parser.onopentag = ({ name: tag, attributes }) => {
    if (stack.length >= DEPTH_MAX) fail();
    const start = parser.startTagPosition - 1;
    const opened = parser.position;
    // Positions are all that holds the text together.
    if (source.charAt(start) !== '<' || source.charAt(opened - 1) !== '>') fail();
    const name = tag.slice(tag.indexOf(':') + 1);
    stack.push({
      tag,
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: '',
      start,
      opened,
      closing: opened,
      end: opened,
    });
  };
  parser.onclosetag = () => {
    const node = stack.pop() ?? fail();
    if (source.charAt(node.opened - 2) !== '/') {
      node.closing = parser.startTagPosition - 1;
      node.end = parser.position;
    }
    const parent = stack.at(-1);
    if (parent === undefined) found.push(node);
    else parent.children.push(node);
  };
  const onText = (text: string): void => {
    const open = stack.at(-1);
    if (open !== undefined) open.text += text;
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- sax has no listeners
  parser.ontext = onText;
  parser.oncdata = onText;
  parser.ondoctype = fail;
  parser.onsgmldeclaration = fail;
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- sax has no listeners
  parser.onerror = fail;
  parser.write(source).close();
  return found[0] ?? fail();
}

/** The text with its edits, which never overlap. */
export function edited(source: string, edits: readonly Edit[], from = 0, to = source.length): string {
  const ordered = edits.toSorted((one, other) => one.from - other.from || one.to - other.to);
  let at = from;
  let text = '';
  for (const edit of ordered) {
    if (edit.from < at || edit.to > to) throw new TypeError('edits of a part overlap');
    text += source.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return text + source.slice(at, to);
}

/** Another value for an attribute, added where the element lacks it; `undefined` takes it away. */
export function attributeEdit(source: string, node: Node, name: string, value: string | undefined): Edit[] {
  const raw = source.slice(node.start, node.opened);
  const pattern = new RegExp(`\\s${name.replaceAll('.', '\\.')}\\s*=\\s*("[^"]*"|'[^']*')`, 'u');
  const match = pattern.exec(raw);
  if (match === null) {
    if (value === undefined) return [];
    const at = node.opened - (raw.endsWith('/>') ? 2 : 1);
    return [{ from: at, to: at, text: ` ${name}="${escapeXml(value)}"` }];
  }
  const from = node.start + match.index;
  const text = value === undefined ? '' : ` ${name}="${escapeXml(value)}"`;
  return [{ from, to: from + match[0].length, text }];
}

/** Another text inside an element that has nothing but text. */
export function textEdit(source: string, node: Node, text: string): Edit {
  if (node.end > node.opened) return { from: node.opened, to: node.closing, text: escapeXml(text) };
  const raw = source.slice(node.start, node.opened).replace(/\s*\/>$/u, '>');
  return { from: node.start, to: node.end, text: `${raw}${escapeXml(text)}</${node.tag}>` };
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** All elements below one, it included, in the order they stand. */
export function* within(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* within(child);
}

export function childOf(node: Node, name: string): Node | undefined {
  return node.children.find((child) => child.name === name);
}
