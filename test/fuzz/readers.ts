import { COMMAND_READERS, strikeShop } from './commands.ts';
import { ENCRYPTED_READERS } from './encrypted.ts';
import { LIST_READERS } from './files.ts';
import type { Fuzzed } from './harness.ts';
import { STORED_READERS, strikeStored } from './stored.ts';
import { TEXT_READERS } from './texts.ts';

/** Everything that reads what somebody else wrote. */
export const READERS: readonly Fuzzed[] = [
  ...TEXT_READERS,
  ...LIST_READERS,
  ...STORED_READERS,
  ...COMMAND_READERS,
  ...ENCRYPTED_READERS,
];

/** Takes the readers' folders away. */
export function strike(): void {
  strikeStored();
  strikeShop();
}
