/** How an imported file is named at the prompt. */
export function documentCode(id: number): string {
  return `D${id}`;
}
