import { once } from '../../domain/once.ts';
import type { PromptWords, Questions } from './questions.ts';

export const questions = once((): Questions => ({
  confirm: () => 'Write it?',
  donor: (a) => `Who is "${a.name}"?`,
  nobody: () => 'none of them (remembered)',
  later: () => 'leave it open',
  erase: (a) =>
    `What names ${a.code} cannot be brought back once erased. Type the code to erase it (${a.code}):`,
  closeMonth: (a) => `Type the month to close it (${a.month}):`,
  reopenMonth: (a) =>
    `The signed minutes will no longer fit the book. Type the month to reopen it (${a.month}):`,
  recovery: (a) =>
    `The recovery code, shown this once:\n\n    ${a.code}\n\nWrite it down, seal it, put it into the union's safe. If the passphrase is forgotten only this opens the private fields; if both are lost, they are gone.`,
  recoveryWritten: () => 'When it is written down, type its last four characters:',
  recoveryAgain: () => 'Those are not the last four. Look at the code above.',
  recoveryVoid: () => 'The code shown opens nothing: destroy what was written down.',
  forgetWord: () => 'forget',
  forget: (a) =>
    `The private fields will be gone for good. Only for when passphrase and recovery code are both lost. Type "${a.word}" to give them up:`,
  restore: (a) =>
    a.isThere
      ? `The present book will be replaced. Type the backup’s name to replace it (${a.backup}):`
      : `There is no book here yet. Type the backup’s name to restore it (${a.backup}):`,
  endWord: () => 'end',
  endBook: (a) =>
    `All money is paid out to whoever takes over, the book is locked and nothing is posted in it any more. Type "${a.word}" to end it:`,
  lockYear: (a) => `A locked year cannot be opened again. Type the year to lock it (${a.year}):`,
}));

export const prompt = once((): PromptWords => ({
  yes: 'Yes',
  no: 'No',
  yesOrNo: 'Type y (yes) or n (no).',
  nothingFits: 'Nothing fits; type fewer letters.',
  secret: 'Passphrase (or the recovery code, if it is forgotten):',
  unseen: {
    id: 'Citizen ID (typed unseen):',
    former: 'Former ID card (typed unseen):',
    spouse: "The spouse's ID (typed unseen):",
    phone: 'Telephone (typed unseen):',
    account: 'Bank account (typed unseen):',
    payeeAccount: "The relative's account (typed unseen):",
    reason: 'Reason (typed unseen):',
  },
  nothingTyped: 'Nothing was typed. Type it, or Ctrl-C to stop.',
  notTheWord: 'That is not it. Type it again, or clear the line and press Enter to stop.',
  newSecret: (least) => `New passphrase (${least} characters or more; several words are best):`,
  tooShort: (least) => `Too short: ${least} characters or more. Type more.`,
  again: 'Once more:',
  notSame: 'Not the same as before. Type it again, or Ctrl-C to leave.',
  keys: { navigate: 'choose', select: 'confirm', 'toggle visibility': 'show it' },
}));
