import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import data from '../../data/encodings.json' with { type: 'json' };
import { Refusal, type Failure } from '../../src/domain/failure.ts';
import { isSyllable, withoutTone } from '../../src/domain/syllable.ts';
import { EncodingSniffer, textDecoder, type TextReading } from '../../src/intake/encoding.ts';
import { ENCODINGS, type Encoding } from '../../src/intake/names.ts';
import { fromFont } from '../../src/intake/legacy-font.ts';

const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

/** A made-up list: headings, units, capitals, an abbreviation, both places of a tone. */
const LIST = [
  'STT,Ngày,Đơn vị,Số tiền,Ghi chú',
  '1,02/01/2025,Công đoàn Bệnh viện Đa khoa Hồ Sen,1.250.000,ủng hộ đồng bào vùng lũ',
  '2,02/01/2025,CÔNG TY TNHH MỘT THÀNH VIÊN GẠO TRẮNG,300.000,QUÝ MỘT',
  '3,03/01/2025,Tổ trưởng tổ dân phố số 7 và các hộ nghèo,50.000,được quyết toán',
  '4,03/01/2025,Trường Mầm non Hoa Phượng,75.000,hoà giải; thuỷ lợi; khuya; nghiêng',
  '5,04/01/2025,CĐCS Xưởng giấy Mường Thuận,90.000,ăn uống ở chỗ ấy',
  '',
].join('\r\n');

function chunksOf(bytes: Buffer, size: number): Buffer[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

function sniff(bytes: Buffer, given?: Encoding, size = 65_536): TextReading {
  const sniffer = new EncodingSniffer('list.csv', given);
  for (const chunk of chunksOf(bytes, size)) sniffer.write(chunk);
  return sniffer.end();
}

function decode(bytes: Buffer, reading: TextReading, size = 65_536): string {
  const decoder = textDecoder(reading);
  return chunksOf(bytes, size)
    .map((chunk) => decoder.write(chunk))
    .concat(decoder.end())
    .join('');
}

const read = (bytes: Buffer): string => decode(bytes, sniff(bytes));

function refusalOf(work: () => unknown): Failure | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
  return undefined;
}

const damage = (line: number, how: string): unknown => ({
  code: 'input.encoding',
  facts: { file: 'list.csv', line, damage: how },
});

/** TCVN3 as programs write it: a toned capital as the plain capital and the small letter. */
function toTcvn3(text: string): string {
  const places = new Map(
    Object.entries(data.tcvn3).map(([hex, letter]) => [letter, Buffer.from(hex, 'hex').toString('latin1')]),
  );
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    if (letter === small || places.has(letter) || letter <= '\u007f') return places.get(letter) ?? letter;
    const plain = withoutTone(letter);
    return (places.get(plain) ?? plain) + (places.get(small) ?? small);
  }).join('');
}

/** VNI by its rules: base, then one sign for what stands above and below it. */
function toVni(text: string): string {
  const { single, tone, circumflex, breve } = data.vni;
  const places = new Map(Object.entries(single).map(([sign, letter]) => [letter, sign]));
  const add = (base: string, letter: string, marks: string): void => {
    for (const [at, mark] of Array.from(marks).entries()) {
      const composed = `${letter}${TONES[at + 1] ?? ''}`.normalize('NFC');
      if (!places.has(composed)) places.set(composed, base + mark);
    }
  };
  for (const base of tone.after) add(base, (single as Record<string, string>)[base] ?? base, tone.marks);
  for (const [marks, mark] of [
    [circumflex, '\u0302'],
    [breve, '\u0306'],
  ] as const) {
    for (const base of marks.after) {
      places.set(`${base}${mark}`.normalize('NFC'), base + marks.plain);
      add(base, base + mark, marks.marks);
    }
  }
  return Array.from(text, (letter) => {
    const small = places.get(letter.toLowerCase());
    if (small === undefined) return letter;
    return letter === letter.toLowerCase() ? small : small.toUpperCase();
  }).join('');
}

function encode(text: string, encoding: Encoding): Buffer {
  const apart = (letter: string): string => {
    const plain = withoutTone(letter);
    return plain === letter
      ? letter
      : plain + letter.normalize('NFD').replace(/[^\u0300\u0301\u0303\u0309\u0323]/gu, '');
  };
  if (encoding === 'tcvn3') return Buffer.from(toTcvn3(text), 'latin1');
  if (encoding === 'vni') return Buffer.from(toVni(text), 'latin1');
  if (encoding === 'windows-1258') return iconv.encode(Array.from(text, apart).join(''), encoding);
  return iconv.encode(text, encoding === 'tcvn5712' ? 'tcvn' : encoding);
}

describe('a syllable', () => {
  test.each(
    `Nguyễn nghiêng khuỷu khuya quyết quốc quý giếng gì gieo giữ hòa hoà thủy thuỷ ý yêu oanh ƯỜNG Đặng huỳnh
     xoong rượu ngoéo quẩy Hợp sách đồng uống kỹ mỹ`.split(/\s+/),
  )('is %s', (word) => {
    expect(isSyllable(word)).toBe(true);
  });

  test.each(
    `ngề cể kà nghà qưa lơng nớc Škoda Café hôạ hóa̠ chàc mat sàch màt ầm2 §ång hộá hiêú bbà fà`.split(' '),
  )('is not %s', (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});

describe('a list', () => {
  test.each(ENCODINGS)('in %s is told and read', (encoding) => {
    const bytes = encode(LIST, encoding);
    const reading = sniff(bytes);
    expect(reading.encoding).toBe(encoding);
    expect(reading.repaired).toBeUndefined();
    expect(decode(bytes, reading)).toBe(LIST);
    expect(decode(bytes, sniff(bytes, encoding))).toBe(LIST);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    'with the byte order mark of %s is read without it',
    (encoding) => {
      const bytes = encode(`\ufeff${LIST}`, encoding);
      expect(sniff(bytes)).toEqual({ encoding, why: 'bom' });
      expect(read(bytes)).toBe(LIST);
      expect(decode(bytes, sniff(bytes, encoding))).toBe(LIST);
    },
  );

  test('of decomposed letters is composed; of ASCII alone says so', () => {
    expect(read(Buffer.from(LIST.normalize('NFD')))).toBe(LIST);
    expect(sniff(Buffer.from('STT,so tien\n1,5.000\n'))).toEqual({ encoding: 'utf-8', why: 'ascii' });
  });

  test('in a font of capitals has capitals in words of capitals', () => {
    const bytes = Buffer.from(toTcvn3('THàNH PHố, Hà, bệnh, Vị'), 'latin1');
    expect(read(bytes)).toBe('THÀNH PHỐ, Hà, bệnh, Vị');
  });

  test('typed as real offices typed theirs is read', () => {
    const vni = decode(Buffer.from('COÂNG ÑOAØN BEÄNH VIEÄN; Ñoäc laäp – Töï do'), {
      encoding: 'utf-8',
      why: 'bytes',
      repaired: 'vni',
    });
    expect(vni).toBe('CÔNG ĐOÀN BỆNH VIỆN; Độc lập – Tự do');
    const abc = decode(Buffer.from('LuËt KÕ to¸n ®· ®\u00adîc'), {
      encoding: 'utf-8',
      why: 'bytes',
      repaired: 'tcvn3',
    });
    expect(abc).toBe('Luật Kế toán đã được');
  });

  test.each(ENCODINGS)('of headings alone in %s is told and read', (encoding) => {
    const [headings = ''] = LIST.split('\r\n');
    expect(read(encode(headings, encoding))).toBe(headings);
  });

  test('that two encodings read as well, or none does, is refused', () => {
    const two = refusalOf(() => sniff(Buffer.from('b\u00f5\n', 'latin1')));
    expect(two).toMatchObject({ code: 'input.encodings' });
    expect(two?.facts).toMatchObject({
      found: expect.arrayContaining(['windows-1258', 'viscii', 'tcvn3']) as unknown,
    });
    expect(refusalOf(() => sniff(Buffer.from('Fran\u00e7ois, Zo\u00eb\n', 'latin1')))).toEqual({
      code: 'input.encodings',
      facts: { file: 'list.csv', found: [] },
    });
  });
});

describe('Unicode text', () => {
  const wrongly = (charset: string): string => {
    const signs = Array.from(Buffer.from(LIST), (byte) => iconv.decode(Buffer.of(byte), charset));
    return signs
      .map((sign, at) => (sign === '\ufffd' ? String.fromCharCode(Buffer.from(LIST)[at] ?? 0) : sign))
      .join('');
  };

  test.each([
    ['tcvn3', 'utf-8', toTcvn3(LIST)],
    ['vni', 'utf-16le', toVni(LIST)],
    ['utf-8', 'utf-8', wrongly('windows-1252')],
    ['utf-8', 'utf-8', wrongly('windows-1258')],
    ['utf-8', 'utf-8', wrongly('latin1')],
  ] as const)('that hides %s (in %s) is put right', (repaired, encoding, text) => {
    const bytes = encode(text, encoding);
    expect(sniff(bytes)).toEqual({ encoding, why: 'bytes', repaired });
    expect(read(bytes)).toBe(LIST);
  });

  test.each([
    'Škoda, Café, Müller\n',
    'Bö, Té, Zoë\n',
    `${LIST}Škoda, Café, François, Müller, Þór, Håkon, Núñez, Čapek, §ång, MÉn\n`,
    'Лена, 東京, 서울\n',
  ])('with foreign names is left alone (%#)', (text) => {
    expect(sniff(Buffer.from(text)).repaired).toBeUndefined();
    expect(read(Buffer.from(text))).toBe(text);
  });

  test('of two kinds is refused, not repaired in part', () => {
    const few = LIST.split('\r\n').slice(0, 1).join('\n');
    const words = LIST.split('\r\n').slice(1).join('\n');
    expect(refusalOf(() => sniff(Buffer.from(`${few}\n${toTcvn3(words)}`)))).toEqual({
      code: 'input.encodings',
      facts: { file: 'list.csv', found: ['utf-8', 'tcvn3'] },
    });
  });
});

describe('damage', () => {
  const lines = LIST.split('\r\n');
  const utf8 = lines.map((line) => Buffer.from(line).toString('latin1'));

  test.each(['\n', '\r\n', '\r'])('is refused with its line (line end %j)', (end) => {
    const whole = utf8.join(end);
    const second = (from: string, to: string): Buffer =>
      Buffer.from(utf8.map((line, at) => (at === 2 ? line.replace(from, to) : line)).join(end), 'latin1');
    for (const size of [1, 7, 65_536]) {
      expect(refusalOf(() => sniff(second('T', '\u00c3T'), undefined, size))).toEqual(damage(3, 'byte'));
      expect(refusalOf(() => sniff(second('.', '\0'), undefined, size))).toEqual(damage(3, 'nul'));
      expect(refusalOf(() => sniff(second('T', '\u00ef\u00bf\u00bd'), undefined, size))).toEqual(
        damage(3, 'letter'),
      );
      const cut = Buffer.from(`${whole}6,B\u00e1\u00bb`, 'latin1');
      expect(refusalOf(() => sniff(cut, undefined, size))).toEqual(damage(7, 'cut'));
    }
    expect(refusalOf(() => sniff(encode(lines.join(end), 'utf-16le').subarray(0, -1)))).toMatchObject({
      facts: { damage: 'cut' },
    });
  });

  test('by question marks is refused, whatever letters are left, unless the encoding is given', () => {
    const ascii = Buffer.from(LIST.replace(/[^\0-\u007f]/gu, '?'));
    expect(refusalOf(() => sniff(ascii))).toEqual(damage(1, 'marks'));
    const ansi = Buffer.from(LIST.replace(/[^\0-\u00ff]/gu, '?'), 'latin1');
    expect(refusalOf(() => sniff(ansi))).toEqual(damage(1, 'marks'));
    expect(decode(ascii, sniff(ascii, 'utf-8'))).toBe(ascii.toString());
  });

  test.each([
    'day,memo\n1,ung ho duoc khong?\n2,sao ke o dau ??\n3,https://example.vn/a?b=1\n',
    `${LIST}6,04/01/2025,Ai đó?,5.000,có phải không?không biết; ?ng h?\n`,
  ])('is not what a writer asked (%#)', (text) => {
    expect(read(Buffer.from(text))).toBe(text);
  });

  test('of TCVN3 without its soft hyphen is refused', () => {
    const text = LIST.replaceAll('\r\n', '\n');
    for (const bytes of [
      Buffer.from(toTcvn3(text), 'latin1'),
      Buffer.from(toTcvn3(text)),
      Buffer.from(text),
    ]) {
      expect(read(bytes)).toBe(text);
    }
    const lost = toTcvn3(text).replaceAll('\u00ad', '');
    expect(refusalOf(() => sniff(Buffer.from(lost, 'latin1')))).toEqual(damage(4, 'letter'));
    expect(refusalOf(() => sniff(Buffer.from(lost)))).toEqual(damage(4, 'letter'));
  });

  test.each([
    ['windows-1258', '\u009d'],
    ['tcvn3', '\u00c0'],
    ['vni', '\u0081'],
    ['utf-8', '\u00e1'],
  ] as const)('of a given encoding is a byte it has not (%s)', (given, byte) => {
    const bytes = Buffer.from(`a\r\nb\rx ${byte} y\nz`, 'latin1');
    expect(refusalOf(() => sniff(bytes, given))).toMatchObject({
      code: 'input.encoding',
      facts: { line: 3 },
    });
  });
});

describe('a cell', () => {
  test.each([
    ['§¬n vÞ', '.VnTime', 'Đơn vị'],
    ['®¬n vÞ', '.VnTimeH', 'ĐƠN VỊ'],
    ['cong ty', '.VnArial NarrowH', 'CONG TY'],
    ['Ñôn vò', 'VNI-Times', 'Đơn vị'],
    ['§¬n vÞ', 'Times New Roman', '§¬n vÞ'],
    ['Đơn vị', '.VnTime', 'Đơn vị'],
    ['Hà Tân', '.VnTime', 'Hà Tân'],
  ])('%s in %s reads %s', (text, font, expected) => {
    expect(fromFont(text, font)).toBe(expected);
  });
});

const syllables = everySyllable();
const words = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 30 }).chain((list) =>
  fc
    .array(fc.constantFrom('small', 'Title', 'CAPITALS'), { minLength: list.length, maxLength: list.length })
    .map((shapes) =>
      list
        .map((word, at) => {
          if (shapes[at] === 'CAPITALS') return word.toUpperCase();
          return shapes[at] === 'Title' ? word.charAt(0).toUpperCase() + word.slice(1) : word;
        })
        .join(' '),
    ),
);

/** Every written syllable that the closed lists allow, with each tone, in the new placement and the old. */
function everySyllable(): string[] {
  const { onsets, beforeFront, beforeOther, rhymes, bare, afterQu, afterG } = data.syllable;
  const heads = ['', ...`${onsets} ${beforeFront} ${beforeOther}`.split(' ')];
  const plain = heads
    .flatMap((onset) => `${rhymes} ${bare}`.split(' ').map((rhyme) => onset + rhyme))
    .concat(afterQu.split(' ').map((rhyme) => `qu${rhyme}`))
    .concat(afterG.split(' ').map((rhyme) => `g${rhyme}`));
  const toned = plain.flatMap((word) =>
    Array.from(word).flatMap((_, at) =>
      TONES.map((tone) => (word.slice(0, at + 1) + tone + word.slice(at + 1)).normalize('NFC')),
    ),
  );
  // In TCVN3 a capital and the toned small letter after it are one capital: no word begins with a toned oo.
  const begins = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').startsWith('oo');
  return [...new Set(toned)].filter((word) => isSyllable(word) && !begins(word));
}

test.each(ENCODINGS)('text of syllables survives %s, however it is cut', (encoding) => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (text, size) => {
      const bytes = encode(text, encoding);
      const seen = decode(bytes, { encoding, why: 'given' }, size);
      // TCVN3 has no toned capitals: in a word with one capital only, what was small is not known.
      expect(encoding === 'tcvn3' ? seen.toLowerCase() : seen).toBe(
        encoding === 'tcvn3' ? text.toLowerCase() : text,
      );
      expect(decode(bytes, { encoding, why: 'given' })).toBe(seen);
      expect(sniff(bytes, encoding, size)).toEqual({ encoding, why: 'given' });
    }),
  );
});

test.each(ENCODINGS)('the sniffer says the same of %s wherever the file is cut', (encoding) => {
  const bytes = encode(LIST, encoding);
  for (let size = 1; size < 60; size += 1) {
    expect(sniff(bytes, undefined, size)).toEqual(sniff(bytes));
    expect(decode(bytes, sniff(bytes), size)).toBe(LIST);
  }
});

test('any bytes at all are read or refused, never with another error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 9 }), (bytes, size) => {
      const whole = refusalOf(() => read(Buffer.from(bytes)));
      expect(refusalOf(() => sniff(Buffer.from(bytes), undefined, size))).toEqual(whole);
    }),
  );
});

const shared = join(import.meta.dirname, '../../../shared/data');

describe.skipIf(!existsSync(shared))('the real lists', () => {
  const folder = join(shared, 'vn-encodings');
  const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));
  const plain = (text: string): string =>
    text
      .replace(/^sep=.*\r?\n/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/[;\t|]/g, ',')
      .replaceAll('"', '');
  const manifest = existsSync(folder) ? readFileSync(join(folder, '_MANIFEST.tsv'), 'utf8') : '';
  const refused: Readonly<Record<string, readonly [number, string]>> = {
    'utf8-as-cp1258-question-marks.csv': [1, 'marks'],
    // Its maker had no sign for five bytes and wrote U+FFFD: the letters are gone.
    'utf8-as-cp1252-double.csv': [1, 'letter'],
    'utf8-nul.csv': [2, 'nul'],
    'utf8-invalid-byte.csv': [5, 'byte'],
  };
  // `utf8-truncated.csv` is cut between two letters, inside a quoted cell: the reader of cells has to see it.
  const other = new Set([
    'empty.csv',
    'header-only.csv',
    'bom-only.csv',
    'amount-and-date-variants.csv',
    'utf8-truncated.csv',
  ]);
  const names = manifest
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t')[0] ?? '');

  test.each(names.filter((name) => !other.has(name) && refused[name] === undefined))(
    '%s reads as utf8.csv',
    (name) => {
      // The VNI files were made with a table that writes ỹ as ì.
      const base = bytesOf('utf8.csv').toString('utf8');
      const expected = plain(name.startsWith('vni') ? base.replaceAll('ỹ', 'ì') : base);
      const text = plain(read(bytesOf(name)));
      expect(name.startsWith('tcvn3') ? text.toLowerCase() : text).toBe(
        name.startsWith('tcvn3') ? expected.toLowerCase() : expected,
      );
    },
  );

  test.each(Object.entries(refused))('%s is refused', (name, [line, how]) => {
    expect(refusalOf(() => sniff(bytesOf(name)))).toEqual(damage(line, how));
  });

  test.each([...other])('%s is UTF-8', (name) => {
    expect(sniff(bytesOf(name))).toMatchObject({ encoding: 'utf-8' });
  });

  test('of banks and offices are UTF-8 as they stand; nearly all their words are syllables', () => {
    const open = join(shared, 'open');
    const seen: boolean[] = [];
    for (const name of readdirSync(open).filter((each) => each.endsWith('.csv'))) {
      const bytes = readFileSync(join(open, name));
      const reading = sniff(bytes);
      expect(reading, name).toMatchObject({ encoding: 'utf-8' });
      expect(reading.repaired, name).toBeUndefined();
      const text = decode(bytes, reading);
      expect(text).toBe(
        bytes
          .toString('utf8')
          .normalize('NFC')
          .replace(/^\ufeff/, ''),
      );
      for (const [word] of text.matchAll(/\p{L}+/gu))
        if (/[^\0-\u007f]/u.test(word)) seen.push(isSyllable(word));
    }
    expect(seen.filter(Boolean).length / seen.length).toBeGreaterThan(0.95);
  });
});
