import { existsSync } from 'node:fs';
import type * as Fs from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isSameOnWindows, isWindowsName } from '../../src/files/windows.ts';
import { Stage } from '../support/play.ts';

const links = vi.hoisted(() => ({ known: true }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof Fs>();
  const linkSync = (from: string, to: string): void => {
    if (!links.known) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR', syscall: 'link' });
    fs.linkSync(from, to);
  };
  return { ...fs, linkSync };
});

describe('names that Windows knows', () => {
  test.each([
    'bao-cao.xlsx',
    'C:\\Sổ quỹ\\Báo cáo tháng 1.pdf',
    'C:/so/nul-la.pdf',
    '..\\con\u0020duong.pdf',
    '\\\\may-chu\\quy\\bao-cao.pdf',
    './CONG-DOAN.pdf',
    'COM.pdf',
  ])('%s is one', (path) => {
    expect(isWindowsName(path)).toBe(true);
  });

  test.each([
    'CON',
    'con.pdf',
    'C:\\so\\NUL.tar.gz',
    'aux .xlsx',
    'so/LPT1.pdf',
    'COM¹.pdf',
    'PRN\\bao-cao.pdf',
    'bao-cao.pdf:an',
    'quy?.pdf',
    'bao cao.',
    'bao cao ',
    'a|b.csv',
  ])('%s is none', (path) => {
    expect(isWindowsName(path)).toBe(false);
  });

  test('are the same in capitals, and with either stroke', () => {
    expect(isSameOnWindows('C:\\So\\phucloi.db-journal', 'c:/so/PHUCLOI.DB-journal')).toBe(true);
    expect(isSameOnWindows('C:\\so\\phucloi.db', 'D:\\so\\phucloi.db')).toBe(false);
  });
});

describe('a stick, which knows no links', () => {
  const stage = new Stage();
  const init = ['init', '--name', 'Công đoàn', '--from', '2024-01', '--no-input'];
  beforeEach(() => {
    links.known = false;
  });
  afterAll(() => {
    stage.strike();
  });

  test('takes a new book, and keeps one that is there', async () => {
    expect((await stage.run(init)).exit).toBe(0);
    expect(existsSync(join(stage.folder, 'phucloi.db'))).toBe(true);
    expect((await stage.run(['verify'])).exit).toBe(0);
    expect((await stage.run(init)).stderr).toContain('phucloi.db');
    expect((await stage.run(['verify'])).exit).toBe(0);
  });
});
