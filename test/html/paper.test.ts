import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import type { Dong } from '../../src/domain/dong.ts';
import { cssString, escapeHtml, plain } from '../../src/render/html/markup.ts';
import { renderHtml } from '../../src/render/html/paper.ts';
import { PAPER_TEXTS } from '../../src/render/papers/texts.ts';
import { say } from '../../src/report/papers/line.ts';
import type { Paper, PaperRow } from '../../src/report/papers/paper.ts';
import { faults, gathered, one, textsOf } from './read.ts';

/** A paper with one text of a person wherever a person's text may stand. */
function paperWith(text: string, rows: Iterable<PaperRow> = [], filter = true): Paper {
  return {
    name: 'sample',
    language: 'vi',
    date: '2024-01-31' as Day,
    provenance: { book: 'uuid', name: text, query: text, version: '1', head: 'ab'.repeat(32) },
    sheets: [
      {
        name: text,
        wide: false,
        onePage: false,
        footer: say('text', { text }),
        blocks: [
          { kind: 'head', above: text, name: text, right: [say('motto1', {}), say('motto2', {})] },
          { kind: 'title', lines: [say('text', { text: `Bảng ${text}` })], side: [say('text', { text })] },
          { kind: 'note', line: say('text', { text }), at: 'left' },
          { kind: 'paragraph', line: say('text', { text }) },
          { kind: 'form', fields: [{ label: say('text', { text }), type: 'text', value: text }] },
          {
            kind: 'table',
            columns: [
              { key: 'person', type: 'person', title: text },
              { key: 'amount', type: 'dong' },
            ],
            sums: ['amount'],
            tall: true,
            filter,
            rows: [
              { kind: 'group', label: say('text', { text }), cells: {} },
              { kind: 'line', cells: { person: text, amount: 1_416_882 } },
              ...rows,
              { kind: 'total', label: say('text', { text }), cells: { amount: 1_416_882 } },
            ],
          },
          {
            kind: 'figures',
            figures: [{ name: 'a', label: say('text', { text }), amount: 5 as Dong, strong: true }],
          },
          { kind: 'signatures', signers: [{ role: 'chair', name: text }], copies: [say('text', { text })] },
        ],
      },
    ],
  };
}

function rendered(paper: Paper): Promise<string> {
  return gathered(renderHtml(paper, PAPER_TEXTS[paper.language]));
}

const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><style>*{display:none}',
    '</title><script>alert(1)</script>',
    'Nguy\u202eễn \u2066An\u200f',
    '<!--',
    ']]>',
    '&lt;b&gt; &amp; &#39;',
    'a\u0000b\u0007c',
    '\ud800',
    '"} @import url(http://x); {"',
    '\\22 }',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

test('no text of a person becomes a tag, an attribute or a rule, and all of it is there to read', async () => {
  const usual = parseDocument(await rendered(paperWith('Nguyễn An')));
  const frame = (page: string) => textsOf(parseDocument(page), true).tags;
  const wished = textsOf(usual, true).tags;
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      fc.pre(plain(text).trim() !== '');
      const page = await rendered(paperWith(text));
      expect(frame(page)).toEqual(wished);
      const { texts, attributes } = textsOf(parseDocument(page), false);
      expect(texts.filter((each) => each.includes(plain(text)))).not.toHaveLength(0);
      expect(
        attributes.filter((name) => name.startsWith('on') || name === 'style' || name === 'src'),
      ).toEqual([]);
      expect(faults(page)).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

test('escaping leaves nothing that a tag or an attribute is made of, and is read back as it was', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const escaped = escapeHtml(text);
      expect(escaped).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      const [read] = textsOf(parseDocument(`<p title="${escaped}">${escaped}</p>`), false).texts;
      expect(read ?? '').toBe(plain(text));
    }),
  );
});

test('tags that do not close as they opened are found', () => {
  expect(faults('<p><b>x</p>')).not.toEqual([]);
  expect(faults('<p><b>x</b></p>')).toEqual([]);
});

test('a string of a style sheet ends where it ends', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(cssString(text)).toMatch(/^"([\p{L}\p{N} .,:;()–·-]|\\[0-9a-f]+ )*"$/u);
    }),
  );
});

test('a page may run and wear only what stands in it', async () => {
  const page = await rendered(paperWith('An'));
  const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  const digest = (tag: string) => {
    const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page) ?? [];
    return createHash('sha256').update(text).digest('base64');
  };
  expect(policy).toContain('default-src &#39;none&#39;');
  expect(policy).toContain(`script-src &#39;sha256-${digest('script')}&#39;`);
  expect(policy).toContain(`style-src &#39;sha256-${digest('style')}&#39;`);
  expect(page.match(/<(script|style)\b/g)).toEqual(['<style', '<script']);
});

test('a paper to sign has no script at all', async () => {
  const page = await rendered(paperWith('An', [], false));
  expect(page).not.toContain('<script');
  expect(page).not.toContain('script-src');
});

test('amounts are written as Vietnam writes them, in the language of the paper', async () => {
  const vi = await rendered(paperWith('An'));
  const en = await rendered({ ...paperWith('An'), language: 'en' });
  expect(one(vi, 'tr.total td')).toBe('1.416.882');
  expect(one(en, 'tr.total td')).toBe('1,416,882');
});

test('rows are written as they come and never held; the same paper gives the same bytes', async () => {
  const taken = { rows: 0 };
  const rows = {
    *[Symbol.iterator](): Generator<PaperRow> {
      for (let at = 0; at < 50_000; at++) {
        taken.rows += 1;
        yield { kind: 'line', cells: { person: `Người ${at}`, amount: at } };
      }
    },
  };
  const paper = paperWith('An');
  const table = paper.sheets[0]?.blocks.find((block) => block.kind === 'table');
  const sheet = paper.sheets[0];
  if (table === undefined || sheet === undefined) throw new Error('no table');
  const long = { ...paper, sheets: [{ ...sheet, blocks: [{ ...table, rows }] }] };
  const pieces = renderHtml(long, PAPER_TEXTS.vi);
  await pieces.next();
  expect(taken.rows).toBeLessThan(5000);
  const [first, again] = [await rendered(long), await rendered(long)];
  expect(first === again).toBe(true);
  expect(first.match(/<tr class="line">/g)).toHaveLength(50_000);
});
