/** Inquirer throws this when somebody presses Ctrl-C at a question. */
export function isInterrupt(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExitPromptError';
}
