import inquirer from 'inquirer';

/** Asks yes or no; no unless yes is chosen. */
export async function askYes(message: string): Promise<boolean> {
  const { yes } = await inquirer.prompt<{ yes: boolean }>([
    { type: 'confirm', name: 'yes', message, default: false },
  ]);
  return yes;
}

/** Asks for a line of text. */
export async function askText(message: string, fallback = ''): Promise<string> {
  const { line } = await inquirer.prompt<{ line: string }>([
    { type: 'input', name: 'line', message, ...(fallback === '' ? {} : { default: fallback }) },
  ]);
  return line.trim();
}

/** Asks for one of several answers. */
export async function askChoice<T>(
  message: string,
  choices: readonly { readonly name: string; readonly value: T }[],
): Promise<T> {
  const { at } = await inquirer.prompt<{ at: number }>([
    { type: 'select', name: 'at', message, choices: choices.map(({ name }, value) => ({ name, value })) },
  ]);
  const chosen = choices[at];
  if (chosen === undefined) throw new TypeError('no such choice');
  return chosen.value;
}
