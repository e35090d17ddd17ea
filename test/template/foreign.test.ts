import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTemplate } from '../../src/intake/workbook-template.ts';
import { bookOf, zipOf } from '../support/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'phucloi-foreign-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function failureOf(bytes: Uint8Array | string, name = 'mau.xlsx'): Promise<unknown> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  try {
    await readTemplate(path);
  } catch (error) {
    return (error as { failure?: unknown }).failure;
  }
  return undefined;
}

const BOOK = bookOf({ sheets: [{ xml: '<sheetData/>' }] });
const OLD = Buffer.from('d0cf11e0a1b11ae1', 'hex');

test.each([
  ['xls', OLD, 'mau.xlsx'],
  ['encrypted', Buffer.concat([OLD, Buffer.from('EncryptedPackage', 'utf16le')]), 'mau.xlsx'],
  ['pdf', '%PDF-1.7', 'mau.xlsx'],
  ['zip', 'chữ thường', 'mau.xlsx'],
  ['zip', zipOf(BOOK).subarray(0, 200), 'mau.xlsx'],
  ['xlsm', zipOf(BOOK), 'mau.xlsm'],
  ['xlsm', zipOf([...BOOK, { name: 'xl/vbaProject.bin', data: 'x' }]), 'mau.xlsx'],
  ['signed', zipOf([...BOOK, { name: '_xmlsignatures/sig1.xml', data: '<x/>' }]), 'mau.xlsx'],
  ['hostile', zipOf([...BOOK, { name: '../x.xml', data: '<x/>' }]), 'mau.xlsx'],
  ['ods', zipOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }]), 'mau.xlsx'],
  ['docx', zipOf([...BOOK, { name: 'word/document.xml', data: '<x/>' }]), 'mau.xlsx'],
])('no template: %s', async (found, bytes, name) => {
  expect(await failureOf(bytes, name)).toEqual({ code: 'template.file', facts: { file: name, found } });
});

test('a workbook that unpacks to more than a form ever is, is not unpacked', async () => {
  const bomb = { head: '<x>', block: ' '.repeat(1024 * 1024), times: 80, tail: '</x>' };
  const bytes = zipOf([...BOOK, { name: 'xl/bomb.xml', data: bomb }]);
  expect(bytes.length).toBeLessThan(1024 * 1024);
  expect(await failureOf(bytes)).toMatchObject({ code: 'input.size' });
});
