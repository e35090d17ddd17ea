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
  readonly more: string;
  /** One sentence a command, by its name. */
  readonly commands: Readonly<Record<string, string>>;
  /** One phrase an option, by its key; by key and value (`to DAY`) where another value means another thing. */
  readonly flags: Readonly<Record<string, string>>;
}
