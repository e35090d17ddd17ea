// Marks the functions of a chunk as called at once, so that Node's code cache has them compiled.
import { parseSync } from 'oxc-parser';

/**
 * Node keeps of a chunk what V8 compiled when it was loaded, and V8 leaves a function for later unless it stands in
 * brackets: then every run compiles it anew. Expressions are put in brackets where they stand; functions that are
 * declared become variables, first of all, since they may be called before the line that declares them. Methods cannot
 * be marked.
 */
export function eager(name, code) {
  const { program, errors } = parseSync(name, code, { sourceType: 'script' });
  if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}`);
  const declared = program.body.filter(({ type, generator }) => type === 'FunctionDeclaration' && !generator);
  const edits = declared.map(({ id }) => ({ at: id.start, to: id.end, text: '' }));
  for (const { start, end } of expressionsIn(program)) {
    edits.push({ at: start, to: start, text: '(' }, { at: end, to: end, text: ')' });
  }
  // A bracket that closes stands before one that opens in the same place.
  edits.sort((one, other) => one.at - other.at || Number(one.text === '(') - Number(other.text === '('));
  const [use] = program.body;
  const first = use?.directive === undefined ? 0 : use.end;
  const variables = declared.map(
    ({ id, start, end }) => `var ${id.name}=(${edited(code, start, end, edits)});`,
  );
  let [rest, at] = ['', first];
  for (const { start, end } of declared) {
    rest += edited(code, at, start, edits);
    at = end;
  }
  return code.slice(0, first) + variables.join('') + rest + edited(code, at, code.length, edits);
}

const EXPRESSIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

/** Functions that are values, at any depth, but those that a method or accessor is. */
function* expressionsIn(node) {
  if (Array.isArray(node)) {
    for (const each of node) yield* expressionsIn(each);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  if (EXPRESSIONS.has(node.type)) yield node;
  const isMethod = node.type === 'MethodDefinition' || node.method === true || /^[gs]et$/.test(node.kind);
  for (const [key, value] of Object.entries(node)) {
    if (isMethod && key === 'value') yield* expressionsIn([value.params, value.body]);
    else yield* expressionsIn(value);
  }
}

/** A part of the code with its edits: those that begin in it, and brackets that close at its end. */
function edited(code, from, to, edits) {
  let [text, at] = ['', from];
  for (const edit of edits) {
    const closes = edit.text === ')';
    if (closes ? edit.at <= from || edit.at > to : edit.at < from || edit.at >= to) continue;
    text += code.slice(at, edit.at) + edit.text;
    at = edit.to;
  }
  return text + code.slice(at, to);
}
