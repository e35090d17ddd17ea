// Works out every command's outline from the commands themselves, and gives the module that has them written out.
import { COMMANDS } from '../src/cli/commands.ts';
import { outlineOf } from '../src/cli/outline.ts';

/** In the place of src/cli/outline.ts: each option that many commands share stands once. */
export async function written() {
  const shared = new Map();
  const numberOf = (option) => {
    const key = JSON.stringify(option);
    if (!shared.has(key)) shared.set(key, shared.size);
    return shared.get(key);
  };
  const lines = {};
  for (const entry of COMMANDS) {
    const { args, options } = await outlineOf(entry);
    const numbers = Object.entries(options).map(([key, { takes, value }]) => numberOf([key, takes, value]));
    lines[entry.name] = [args, numbers];
  }
  const options = [...shared.keys()].map((key) => JSON.parse(key));
  const text = JSON.stringify(JSON.stringify({ options, lines }));
  return `const { options, lines } = JSON.parse(${text});
    const named = (number) => [options[number][0], { takes: options[number][1], value: options[number][2] ?? undefined }];
    export const outlineOf = async ({ name }) =>
      ({ args: lines[name][0], options: Object.fromEntries(lines[name][1].map(named)) });`;
}

export const outlines = {
  name: 'outlines',
  setup({ onLoad }) {
    const contents = written();
    onLoad({ filter: /[/\\]src[/\\]cli[/\\]outline\.ts$/ }, async () => ({ contents: await contents }));
  },
};
