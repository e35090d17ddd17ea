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
