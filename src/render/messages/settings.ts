import type { settings } from './vi-settings.ts';

/** What is said of the settings: the Vietnamese catalogue says which there are, the others follow it. */
export interface SettingTexts {
  readonly what: Readonly<Record<keyof (typeof settings)['what'], string>>;
  /** What a setting may be, by its type. */
  readonly may: Readonly<Record<keyof (typeof settings)['may'], string>>;
  /** `isOff`: it may be off, and is where nobody sets it. */
  line(what: string, may: string, isOff: boolean, example: string): string;
  now(value: string, fallback: string): string;
}
