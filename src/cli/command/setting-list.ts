import { listSettings, type SettingView } from '../../usecase/setting.ts';
import type { SettingName, SettingType } from '../../usecase/check/settings.ts';
import type { SettingTexts } from '../../render/messages/settings.ts';
import type { Messages } from '../../render/messages.ts';
import type { Table } from '../../report/table.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

/** The catalogue has a sentence for every setting and every type of one, or this does not compile. */
type Said = SettingTexts & {
  readonly what: Readonly<Record<SettingName, string>>;
  readonly may: Readonly<Record<SettingType, string>>;
};

/** One value that each setting may have. */
const EXAMPLES: Readonly<Record<SettingName, string>> = {
  'check.R03.proxies': '15',
  'check.R05.days': '60',
  'check.R06.namesake': 'error',
  'check.R09.level': 'error',
  'check.R09.cap': '5.000.000',
  'check.R09.times': '2',
  'check.R10.days': '90',
  'check.R12.limit': '50.000.000',
  'check.R12.daily': 'warning',
  'check.R13.order': 'off',
  'check.R15.days': '15',
  'check.R18.dues': '22.01',
  'check.R18.care': '60',
  'check.R19.median': 'error',
  'check.R20.header': 'off',
  'check.R21.late': 'warning',
  'check.R22.officers': 'error',
  'check.R24.words': 'error',
  'approval.same': 'on',
  'programme.body': 'upper',
  'disclosure.least': '3',
  'retention.vouchers': '10',
  'retention.people': '5',
  'private.passphrase': '20',
  'header.employees': '1200',
  'header.members': '1150',
  'header.payroll': '12.500.000.000',
  'visit.standing': 'Điều 7 Quy chế chi tiêu nội bộ',
  'header.budget': '1054321',
  'voucher.circular': '(Ban hành theo Quyết định 15/QĐ-CĐYT|ngày 02/01/2025)',
  'words.odd': 'lẻ',
  'words.thousand': 'ngàn',
  'final-accounts.funds': 'TCCD',
  'donor.unnamed': 'NT0001',
  'thanks.people': '5',
  'backup.rows': '500',
};

export const { start, commandFor } = starter(
  command({
    name: 'setting list',
    lists: true,
    args: [],
    options: {},
    examples: ['setting list'],
    answer: {
      settings: [
        {
          name: 'text',
          type: 'text',
          value: 'text',
          fallback: 'text',
          isDefault: 'boolean',
          what: 'text',
          example: 'text',
        },
      ],
    },
    async run(desk) {
      const texts = await textsFor(desk.m.language);
      const { what, may } = texts;
      const settings = (await listSettings(await desk.session())).map((each) => ({
        ...each,
        what: what[each.name],
        example: EXAMPLES[each.name],
      }));
      const told = settings.map((each) => ({
        setting: each.name,
        value: shown(each, each.value, desk.m),
        fallback: shown(each, each.fallback, desk.m),
        holds: texts.line(each.what, may[each.type], each.fallback === '', each.example),
      }));
      const table: Table = {
        name: 'settings',
        facts: {},
        columns: [
          { key: 'setting', type: 'code' },
          { key: 'value', type: 'text' },
          { key: 'fallback', type: 'text' },
          { key: 'holds', type: 'text' },
        ],
        rows: told.map((cells) => ({ kind: 'line', cells })),
      };
      return {
        data: { settings },
        table,
        text: (m, style) =>
          [
            m.title(table.name, table.facts),
            ...told.flatMap(({ setting, value, fallback, holds }) => [
              '',
              `${style.bold(setting)}  ${texts.now(value, fallback)}`,
              `  ${holds}`,
            ]),
          ].join('\n'),
      };
    },
  }),
);

async function textsFor(language: 'vi' | 'en'): Promise<Said> {
  return language === 'en'
    ? (await import('../../render/messages/en-settings.ts')).settings
    : (await import('../../render/messages/vi-settings.ts')).settings;
}

/** A value as it is typed: `off` where there is none, an amount with its separators. */
function shown({ type }: SettingView, value: string, m: Messages): string {
  if (value === '') return 'off';
  return type === 'amount' ? m.words.dong(Number(value)) : value;
}
