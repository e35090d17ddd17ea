import { expect, test } from 'vitest';
import { foldLines } from '../../src/render/fold.ts';

test('a long sentence breaks between words and keeps its indent', () => {
  expect(foldLines('  LỖI  Quỹ còn hai đồng', 16)).toBe('  LỖI  Quỹ còn\n  hai đồng');
  expect(foldLines('ngắn', 16)).toBe('ngắn');
});

test('a word longer than the line stays whole', () => {
  expect(foldLines('a 12345678901234567890 b', 10)).toBe('a\n12345678901234567890\nb');
});

test('a command stays one line, its quoted words whole', () => {
  const folded = foldLines('phucloi cash count --by "Trần Thị Hòa"', 26);
  expect(folded).toBe('phucloi cash count --by   "Trần Thị Hòa"');
  expect(folded.slice(26)).toBe('"Trần Thị Hòa"');
});

test('a table keeps its columns', () => {
  const table =
    'Mã    Tên của một quỹ rất dài\n────  ─────────────────────\nTET   Quỹ chăm lo Tết của đơn vị\n';
  expect(foldLines(table, 12)).toBe(table);
});

test('bold takes no room', () => {
  expect(foldLines('\u001b[1mhai\u001b[22m chữ', 7)).toBe('\u001b[1mhai\u001b[22m chữ');
});
