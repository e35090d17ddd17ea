/** Control characters but for tab and line end, halves of letters, and marks that turn the direction of what follows. */
const ACTING = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;
const BOLD = String.raw`\u001b\[(?:1|2|22)m`;
const ACTING_OR_BOLD = new RegExp(`${BOLD}|${ACTING.source}`, 'gu');

/** A text for a terminal: letters, which never move the cursor, name the window or turn the writing round. */
export function onScreen(text: string): string {
  return text.replace(ACTING, '');
}

/** The same for what the program itself made bold or dim. */
export function onStyledScreen(text: string): string {
  return text.replace(ACTING_OR_BOLD, (found) => (found.length > 1 && found.endsWith('m') ? found : ''));
}

/** JSON of one line or several, in which what would act on a terminal stands by its number. */
export function jsonText(value: object, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
