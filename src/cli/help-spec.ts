import type { CommandEntry, CommandName } from './commands.ts';
import { GLOBALS } from './globals.ts';
import { groupOf } from './groups.ts';
import { exitsOf, flagText, loaded, type Catalogue } from './help.ts';
import { formOf } from './form.ts';
import { kebab, SHORT, type Options } from './options.ts';
import { linesSchemaOf, schemaOf } from './schema.ts';

/** What programs may know of commands: names, options with their texts, examples, the schema of the answer and of its lines with --ndjson. */
export async function specOf(
  entries: readonly CommandEntry<CommandName>[],
  texts: Catalogue,
): Promise<object> {
  const commands = [];
  for (const entry of entries) {
    const command = await loaded(entry);
    commands.push({
      name: entry.name,
      alias: entry.alias,
      group: groupOf(entry.name),
      text: texts.commands[entry.name],
      form: formOf(command),
      args: command.args,
      options: optionsOf(command.options, texts),
      examples: command.examples.map((each) => `phucloi ${each}`),
      exits: [0, ...exitsOf(command), 2],
      schema: schemaOf(command),
      lines: linesSchemaOf(command),
    });
  }
  return { ok: true, command: 'help', data: { commands, globals: optionsOf(GLOBALS, texts) }, warnings: [] };
}

function optionsOf(options: Options, texts: Catalogue): object[] {
  return Object.entries(options).map(([key, option]) => ({
    flag: `--${kebab(key)}`,
    ...(SHORT[key] === undefined ? {} : { letter: SHORT[key] }),
    ...(option.value === undefined ? {} : { value: option.value }),
    takes: option.takes,
    required: option.required,
    text: flagText(key, option, texts),
  }));
}
