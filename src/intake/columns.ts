/** A sheet has no more columns, in any version of Excel. */
export const COLUMNS_MAX = 16_384;

/** A column's letters as a spreadsheet names it, the first being 0: `A`, `Z`, `AA`. */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}
