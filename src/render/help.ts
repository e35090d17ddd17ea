/** Groups of commands, in the order in which help shows them (design.md 6). */
export const HELP_GROUPS = [
  'setup',
  'moneyIn',
  'benefits',
  'moneyOut',
  'corrections',
  'monthEnd',
  'paper',
  'keeping',
] as const;
export type HelpGroup = (typeof HELP_GROUPS)[number];

/** Topics of the help, each by its Vietnamese and its English name. */
export const TOPICS = {
  funds: 'quy',
  rounds: 'dot',
  imports: 'nhap',
  closing: 'khoaso',
  corrections: 'suasai',
  periods: 'ky',
  files: 'tep',
  scripts: 'script',
} as const;
export type Topic = keyof typeof TOPICS;

/** What an exit code says; 2, 3 and 70 are every command's. */
export const EXITS = [0, 1, 2, 3, 4, 5, 6, 7, 70, 130, 143] as const;
export type Exit = (typeof EXITS)[number];

/** What the help says in one language; its form is made from the commands themselves. */
export interface HelpTexts {
  readonly about: string;
  readonly usage: string;
  readonly nounVerb: string;
  readonly alias: string;
  readonly examples: string;
  readonly options: string;
  readonly globals: string;
  readonly required: string;
  readonly exits: string;
  readonly seeAlso: string;
  readonly topics: string;
  readonly allCommands: string;
  /** Where to go on from the general help: lines of command and meaning. */
  readonly more: readonly (readonly [string, string])[];
  /** What each exit code means. */
  readonly exit: Readonly<Record<Exit, string>>;
  readonly groups: Readonly<Record<HelpGroup, string>>;
  readonly topicTitles: Readonly<Record<Topic, string>>;
  /** One sentence a command, by its name. */
  readonly commands: Readonly<Record<string, string>>;
  /** A few words for the commands of every day, by name: the general help has no room for sentences. */
  readonly everyday: Readonly<Record<string, string>>;
  /** One phrase an option, by its key; by key and value (`to DAY`) where another value means another thing. */
  /** Stands behind what an option is for, where `-` may stand for its value. */
  readonly unseen: string;
  readonly flags: Readonly<Record<string, string>>;
}

/** Each topic's text, loaded apart: most help is of a command. */
export type TopicTexts = Readonly<Record<Topic, string>>;

/** How the Tab key is taught to fill in, by shell: comments above its script. */
export type InstallTexts = Readonly<Record<'bash' | 'zsh' | 'fish' | 'powershell', readonly string[]>>;
