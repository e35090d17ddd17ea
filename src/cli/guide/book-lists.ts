import { formatDay, formatDong } from '../../render/figures.ts';
import type { ListName } from '../../render/guide/task-texts.ts';
import type { Guide } from './guide.ts';
import { Finder, type Known } from './search.ts';

/** What narrows a list down to what a question may be answered by. */
export interface Narrow {
  /** The noun of the command: rounds and awards of this kind. */
  readonly noun: string;
  readonly only?: readonly string[] | undefined;
  /** The month whose entries or vouchers are looked through. */
  readonly month?: string | undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** How a list of the book is asked for and told, by its name. */
interface Source {
  readonly words: (narrow: Narrow) => readonly string[];
  readonly key: string;
  /** `commands` is what each command does, where the list is told by it. */
  readonly known: (
    row: Row,
    guide: Guide,
    narrow: Narrow,
    commands: Readonly<Record<string, string>>,
  ) => Known | undefined;
}

const KINDS = new Set(['gift', 'hardship', 'visit', 'home']);
const kindOf = ({ noun }: Narrow) => (KINDS.has(noun) ? noun : undefined);

function told(row: Row, key: string): string {
  const value = row[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function dong(row: Row, key: string, { messages, texts }: Guide): string {
  return texts.inDong(formatDong(Number(row[key] ?? 0), messages.language));
}

const plain = (row: Row): Known => ({ code: told(row, 'code'), name: told(row, 'name') });

const SOURCES: { readonly [L in ListName]: Source } = {
  fund: {
    words: () => ['fund', 'list'],
    key: 'funds',
    // Money that nobody can name yet pays for nothing, and is booked from the bank's statement; of a programme only the
    // funds that may pay for it.
    known: (row, _, narrow) => {
      const purposes = row['purposes'] as readonly string[];
      const kind = kindOf(narrow);
      return (kind === undefined ? purposes.length > 0 : purposes.includes(kind)) ? plain(row) : undefined;
    },
  },
  place: {
    words: () => ['place', 'list'],
    key: 'places',
    known: (row, _, { only }) =>
      only === undefined || only.includes(told(row, 'kind')) ? plain(row) : undefined,
  },
  round: {
    words: () => ['programme', 'list'],
    key: 'rounds',
    known: (row, _, narrow) => ((kindOf(narrow) ?? row['kind']) === row['kind'] ? plain(row) : undefined),
  },
  member: {
    words: () => ['member', 'list'],
    key: 'members',
    known: (row) => ({ ...plain(row), detail: told(row, 'unit') }),
  },
  unit: { words: () => ['unit', 'list'], key: 'units', known: plain },
  donor: { words: () => ['donor', 'list'], key: 'donors', known: plain },
  appeal: { words: () => ['appeal', 'list'], key: 'appeals', known: plain },
  voucher: {
    words: ({ month = '' }) => ['voucher', 'list', '--period', month],
    key: 'vouchers',
    known: (row, guide) => ({
      code: told(row, 'code'),
      name: told(row, 'content'),
      detail: `${formatDay(told(row, 'day'))} · ${dong(row, 'amount', guide)}`,
    }),
  },
  advance: {
    words: () => ['advance', 'list'],
    key: 'advances',
    known: (row, guide) =>
      Number(row['open']) > 0
        ? { code: told(row, 'voucher'), name: told(row, 'holder'), detail: dong(row, 'open', guide) }
        : undefined,
  },
  case: {
    words: ({ noun }) => [noun, 'list'],
    key: 'awards',
    known: (row, guide, { only }) =>
      only === undefined || only.includes(told(row, 'state'))
        ? {
            code: told(row, 'code'),
            name: told(row, 'name'),
            detail: `${told(row, 'unit')} · ${dong(row, 'total', guide)} · ${guide.messages.values[told(row, 'state')] ?? ''}`,
          }
        : undefined,
  },
  entry: {
    words: ({ month = '' }) => ['entry', 'list', '--period', month],
    key: 'entries',
    known: (row, guide) => {
      const postings = (row['postings'] ?? []) as readonly Row[];
      const debits = postings.filter(({ side }) => side === 'debit');
      const amount = debits.reduce((all, posting) => all + Number(posting['amount']), 0);
      const about = [told(row, 'party'), told(row, 'content')].filter((text) => text !== '').join(' – ');
      return {
        code: told(row, 'entry'),
        name: about === '' ? told(row, 'voucher') : about,
        detail: `${formatDay(told(row, 'bookedOn'))} · ${dong({ amount }, 'amount', guide)} · ${told(row, 'voucher')}`,
      };
    },
  },
  operation: {
    words: () => ['operation', 'list', '--last', '100'],
    key: 'operations',
    known: (row, _, __, commands) =>
      row['undoneBy'] === undefined
        ? {
            code: told(row, 'operation'),
            name: (commands[told(row, 'command')] ?? told(row, 'command')).replace(/[.:].*$/su, ''),
            detail: [
              `${formatDay(told(row, 'recordedAt').slice(0, 10))} ${told(row, 'recordedAt').slice(11, 16)}`,
              ...(row['documents'] as readonly string[]),
              told(row, 'actor'),
            ].join(' · '),
          }
        : undefined,
  },
  setting: {
    words: () => ['setting', 'list'],
    key: 'settings',
    known: (row) => ({ code: told(row, 'name'), name: told(row, 'value') }),
  },
  line: {
    words: () => ['statement', 'queue'],
    key: 'lines',
    known: (row, guide) =>
      row['line'] === undefined
        ? undefined
        : {
            code: told(row, 'line'),
            name: [told(row, 'party'), told(row, 'content')].filter((text) => text !== '').join(' – '),
            detail: `${formatDay(told(row, 'day'))} · ${dong(row, 'amount', guide)}`,
          },
  },
};

/** What the book has of a kind, to be found by typing; read once, until the guide writes. */
export async function listed(
  guide: Guide,
  name: ListName,
  narrow: Narrow,
): Promise<{ readonly finder: Finder<Known>; readonly all: readonly Known[] }> {
  const source = SOURCES[name];
  const words = source.words(narrow);
  return guide.remember(`${words.join(' ')}|${narrow.noun}|${narrow.only?.join(',') ?? ''}`, async () => {
    const answer = await guide.read<Row>(words);
    const rows = 'error' in answer ? [] : ((answer.data[source.key] ?? []) as readonly Row[]);
    const commands = name === 'operation' ? await commandsIn(guide.messages.language) : {};
    const all = rows.flatMap((row) => source.known(row, guide, narrow, commands) ?? []);
    return { finder: new Finder(all), all };
  });
}

/** What each command does, in a sentence. */
async function commandsIn(language: 'vi' | 'en'): Promise<Readonly<Record<string, string>>> {
  const { commands } =
    language === 'en'
      ? (await import('../../render/help/en.ts')).en
      : (await import('../../render/help/vi.ts')).vi;
  return commands;
}
