import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Shape } from '../../src/cli/command.ts';
import { COMMANDS, type CommandName } from '../../src/cli/commands.ts';
import { VARIABLES } from '../../src/cli/config.ts';
import { formOf } from '../../src/cli/form.ts';
import { GLOBALS } from '../../src/cli/globals.ts';
import { groupOf } from '../../src/cli/groups.ts';
import { exitsOf, flagOf, flagText, loaded, textsFor, type Catalogue } from '../../src/cli/help.ts';
import { messagesFor, refusalsFor } from '../../src/cli/language.ts';
import { SHORT } from '../../src/cli/options.ts';
import { EXIT, type Failure } from '../../src/domain/failure.ts';
import { failureText, warningText } from '../../src/render/failure.ts';
import { EXITS, HELP_GROUPS } from '../../src/render/help.ts';

type Language = 'vi' | 'en';

/** Facts of a failure or warning as a transcript has them, by code: from them the catalogues say their sentences. */
export interface Seen {
  readonly failures: Readonly<Record<string, object>>;
  readonly warnings: Readonly<Record<string, object>>;
}

export const SEEN = join(import.meta.dirname, '../failure/facts.json');

export function seen(): Seen {
  return JSON.parse(readFileSync(SEEN, 'utf8')) as Seen;
}

const WORDS = {
  vi: {
    title: 'Tra cứu phucloi',
    made: 'Trang này được viết từ chính chương trình: `npm run reference`. [English](reference.md)',
    commands: 'Lệnh',
    required: 'bắt buộc',
    shared: 'Tùy chọn chung của nhiều lệnh',
    every: 'Tùy chọn của mọi lệnh',
    also: 'và các tùy chọn chung:',
    exits: 'Mã thoát',
    failures: 'Khi lệnh bị từ chối',
    failuresSay:
      'Mỗi lần từ chối có một mã không đổi và ba phần: từ chối gì, phải thế nào, làm gì tiếp. Số liệu dưới đây là ví dụ.',
    warnings: 'Cảnh báo',
    json: 'JSON',
    jsonSay:
      'Với `--json`, lệnh xong in `{"ok":true,"command":…,"data":…,"warnings":[{"code","facts","message"}]}`, lệnh bị từ chối in `{"ok":false,"command":…,"error":{"code","message","facts"}}`. `data` của từng lệnh nằm cạnh chữ JSON của lệnh ấy: `text` là chữ, `integer` là số nguyên (tiền tính bằng đồng), `boolean` là đúng hay sai, `day` là ngày 2024-01-31; khóa có `?` có thể vắng.',
    environment: 'Biến môi trường và cấu hình',
    environmentSay: 'Tùy chọn trên dòng lệnh đứng trước biến môi trường, biến đứng trước tệp cấu hình.',
    columns: ['tùy chọn', 'biến', 'khóa cấu hình', 'nghĩa'],
  },
  en: {
    title: 'phucloi reference',
    made: 'This page is written from the program itself: `npm run reference`. [Tiếng Việt](reference.vi.md)',
    commands: 'Commands',
    required: 'required',
    shared: 'Options of many commands',
    every: 'Options of every command',
    also: 'and these shared options:',
    exits: 'Exit codes',
    failures: 'What is refused',
    failuresSay:
      'Each has a code that stays, and says three things: what was refused, what must hold, what to do. The figures are examples.',
    warnings: 'Warnings',
    json: 'JSON',
    jsonSay:
      'With `--json` a command that is done prints `{"ok":true,"command":…,"data":…,"warnings":[{"code","facts","message"}]}`, one that is refused `{"ok":false,"command":…,"error":{"code","message","facts"}}`. The `data` of each command stands beside its word JSON: `text`, `integer` (a whole number; money in đồng), `boolean`, `day` (2024-01-31); a key with `?` may be absent.',
    environment: 'Environment and configuration',
    environmentSay:
      'An option on the command line comes before the environment, that before a configuration file.',
    columns: ['option', 'variable', 'config key', 'meaning'],
  },
} as const;

/** An option that this many sections have is told once. */
const MANY = 8;

interface Section {
  readonly names: readonly CommandName[];
  readonly aliases: readonly string[];
  readonly command: Command;
}

/** The whole reference in one language: commands, refusals, warnings, shapes, environment. */
export async function referenceIn(language: Language): Promise<string> {
  const words = WORDS[language];
  const texts = await textsFor(language);
  const sections = await sectionsOf();
  const often = sharedOptions(sections, texts);
  const lines = [
    `# ${words.title}`,
    words.made,
    `## ${words.commands}`,
    ...HELP_GROUPS.flatMap((group) => [
      `### ${texts.groups[group]}`,
      ...sections
        .filter(({ names }) => names[0] !== undefined && groupOf(names[0]) === group)
        .flatMap((section) => sectionLines(section, texts, often, language)),
    ]),
    `## ${words.shared}`,
    [...often].map(([line, text]) => `- ${line}: ${text}`).join('\n'),
    `## ${words.every}`,
    Object.entries(GLOBALS)
      .map(([key, option]) => `- ${written(key, flagOf(key, option))}: ${flagText(key, option, texts)}`)
      .join('\n'),
    `## ${words.environment}`,
    words.environmentSay,
    await environmentTable(language, texts, words.columns),
    `## ${words.json}`,
    words.jsonSay,
    `## ${words.exits}`,
    EXITS.map((exit) => `- \`${exit}\` ${texts.exit[exit]}`).join('\n'),
    `## ${words.failures}`,
    words.failuresSay,
    ...(await failureLines(language)),
    `## ${words.warnings}`,
    ...(await warningLines(language)),
  ];
  return `${lines.join('\n\n')}\n`;
}

/** Commands in their order; verbs of several kinds of programme that are alike are told once. */
async function sectionsOf(): Promise<readonly Section[]> {
  const sections = new Map<string, Section>();
  for (const entry of COMMANDS) {
    const command = await loaded(entry);
    const kind = /^(gift|hardship|visit|home) /.exec(entry.name)?.[1];
    const alike =
      kind === undefined
        ? entry.name
        : JSON.stringify([entry.name.slice(kind.length), command.args, command.options, command.answer]);
    const known = sections.get(alike);
    sections.set(alike, {
      names: [...(known?.names ?? []), entry.name],
      aliases: [...(known?.aliases ?? []), entry.alias],
      command: known?.command ?? command,
    });
  }
  return [...sections.values()];
}

function written(key: string, flag: string): string {
  return `\`${SHORT[key] === undefined ? '' : `${SHORT[key]}, `}${flag}\``;
}

function sharedOptions(sections: readonly Section[], texts: Catalogue): ReadonlyMap<string, string> {
  const counts = new Map<string, { text: string; count: number }>();
  for (const { command } of sections) {
    for (const [key, option] of Object.entries(command.options)) {
      const line = written(key, flagOf(key, option));
      counts.set(line, { text: flagText(key, option, texts), count: (counts.get(line)?.count ?? 0) + 1 });
    }
  }
  return new Map(
    [...counts].filter(([, { count }]) => count >= MANY).map(([line, { text }]) => [line, text]),
  );
}

function sectionLines(
  { names, aliases, command }: Section,
  texts: Catalogue,
  often: ReadonlyMap<string, string>,
  language: Language,
): string[] {
  const words = WORDS[language];
  const [first] = names;
  if (first === undefined) return [];
  const options = Object.entries(command.options).map(([key, option]) => {
    const line = written(key, flagOf(key, option));
    return { line, required: option.required, text: flagText(key, option, texts), often: often.has(line) };
  });
  const told = options
    .filter((each) => !each.often || each.required)
    .toSorted((a, b) => Number(b.required) - Number(a.required))
    .map(({ line, required, text }) => `- ${line}${required ? ` (${words.required})` : ''}: ${text}`);
  const named = options.filter((each) => each.often && !each.required).map(({ line }) => line);
  const needed = Object.entries(command.options)
    .filter(([, { required }]) => required)
    .map(([key, option]) => ` ${flagOf(key, option)}`)
    .join('');
  const exits = exitsOf(command).map((exit) => `${exit} ${texts.exit[exit]}`);
  return [
    `#### ${names.join(' · ')}`,
    `${texts.commands[first]} (${aliases.map((each) => `\`${each}\``).join(', ')})`,
    [
      '```',
      `phucloi ${formOf(command)}${needed}`,
      ...command.examples.map((each) => `phucloi ${each}`),
      '```',
    ].join('\n'),
    ...(told.length === 0 ? [] : [told.join('\n')]),
    ...(named.length === 0 ? [] : [`${told.length === 0 ? '' : `${words.also} `}${named.join(' ')}`]),
    ...(exits.length === 0 ? [] : [`${words.exits}: ${exits.join('; ')}`]),
    `${words.json}: \`${shapeOf(command.answer)}\``,
  ];
}

function shapeOf(shape: Shape): string {
  if (typeof shape === 'string') return shape;
  if (Array.isArray(shape)) return `[${shapeOf((shape as readonly [Shape])[0])}]`;
  const fields = Object.entries(shape as Readonly<Record<string, Shape>>);
  return `{ ${fields.map(([key, each]) => (typeof each === 'string' ? `${key} ${each}` : `${key} ${shapeOf(each)}`)).join(', ')} }`;
}

async function environmentTable(
  language: Language,
  texts: Catalogue,
  columns: readonly string[],
): Promise<string> {
  const { topics } =
    language === 'en'
      ? await import('../../src/render/help/en-topics.ts')
      : await import('../../src/render/help/vi-topics.ts');
  /** What no option says, the help does where it tells of the environment. */
  const told = (name: string) => new RegExp(`^  ${name} +(.+)$`, 'm').exec(topics.scripts)?.[1] ?? '';
  const rows = Object.entries(VARIABLES).map(([key, name]) =>
    [key in GLOBALS ? `\`--${key}\`` : '', `\`${name}\``, `\`${key}\``, texts.flags[key] ?? told(name)].join(
      ' | ',
    ),
  );
  return [columns.join(' | '), columns.map(() => '---').join(' | '), ...rows]
    .map((row) => `| ${row} |`)
    .join('\n');
}

/** The three parts of each failure, by the facts of its transcript. */
async function failureLines(language: Language): Promise<string[]> {
  const [m, said] = [await messagesFor(language), await refusalsFor(language)];
  const { failures } = seen();
  return Object.entries(EXIT).map(([code, exit]) => {
    const facts = failures[code];
    const text = facts === undefined ? '' : failureText({ code, facts } as Failure, m, said);
    const parts = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `- ${line.trim()}`);
    return [`**\`${code}\`** · ${exit}`, '', ...parts].join('\n').trimEnd();
  });
}

async function warningLines(language: Language): Promise<string[]> {
  const m = await messagesFor(language);
  const { warnings } = seen();
  return (Object.keys(m.warnings) as (keyof typeof m.warnings)[]).map((code) => {
    const facts = warnings[code];
    return `**\`${code}\`**${facts === undefined ? '' : `: ${warningText({ code, facts }, m)}`}`;
  });
}
