/** Menus of the guide; each task stands in one. */
export type MenuName =
  | 'main'
  | 'moneyIn'
  | 'bank'
  | 'gifts'
  | 'hardship'
  | 'visits'
  | 'homes'
  | 'moneyOut'
  | 'papers'
  | 'ledgers'
  | 'corrections'
  | 'people'
  | 'settings'
  | 'noBook';

/** What can be done by answering questions: each is one command. */
export type TaskName =
  | 'contribution'
  | 'donorList'
  | 'allocation'
  | 'receipt'
  | 'appealAdd'
  | 'appeals'
  | 'statement'
  | 'match'
  | 'queue'
  | 'fee'
  | 'interest'
  | 'identify'
  | 'bankBalance'
  | 'giftRound'
  | 'giftImport'
  | 'giftApprove'
  | 'giftPay'
  | 'giftSheet'
  | 'giftSign'
  | 'giftReturn'
  | 'giftProgress'
  | 'hardshipOpen'
  | 'hardshipImport'
  | 'hardshipApprove'
  | 'hardshipPay'
  | 'hardshipPaper'
  | 'hardshipSign'
  | 'hardshipList'
  | 'visitAdd'
  | 'visitPrint'
  | 'visitList'
  | 'homeOpen'
  | 'homeImport'
  | 'homeApprove'
  | 'homePay'
  | 'homeSign'
  | 'homePaper'
  | 'homeMilestone'
  | 'homeStages'
  | 'expense'
  | 'move'
  | 'remit'
  | 'advance'
  | 'settle'
  | 'transfer'
  | 'count'
  | 'monthEnd'
  | 'balance'
  | 'ledgerCash'
  | 'ledgerBank'
  | 'ledgerFund'
  | 'ledgerJournal'
  | 'ledgerMember'
  | 'voucherPrint'
  | 'reportMonth'
  | 'reportDisbursements'
  | 'reportContributions'
  | 'reportThanks'
  | 'reportDecision'
  | 'undo'
  | 'entryShow'
  | 'reverse'
  | 'correct'
  | 'describe'
  | 'memberShow'
  | 'memberAdd'
  | 'memberImport'
  | 'memberMove'
  | 'memberStatus'
  | 'unitList'
  | 'unitAdd'
  | 'unitImport'
  | 'officer'
  | 'place'
  | 'fund'
  | 'setting'
  | 'verify'
  | 'check'
  | 'help';

/** A question of a task, named by what it asks for. */
export type QuestionName =
  | 'fund'
  | 'payer'
  | 'amount'
  | 'amountOwed'
  | 'receivedOn'
  | 'paidOn'
  | 'decidedOn'
  | 'signedOn'
  | 'countedOn'
  | 'happenedOn'
  | 'fromDay'
  | 'balanceOn'
  | 'dueBy'
  | 'listBy'
  | 'payBy'
  | 'signBy'
  | 'correctedOn'
  | 'toPlace'
  | 'fromPlace'
  | 'backTo'
  | 'till'
  | 'account'
  | 'donor'
  | 'party'
  | 'note'
  | 'document'
  | 'decision'
  | 'from'
  | 'remitTo'
  | 'by'
  | 'handedTo'
  | 'holder'
  | 'reason'
  | 'file'
  | 'period'
  | 'month'
  | 'round'
  | 'roundCode'
  | 'roundName'
  | 'levels'
  | 'tet'
  | 'awards'
  | 'signers'
  | 'from.fund'
  | 'unit'
  | 'parent'
  | 'member'
  | 'category'
  | 'visitKind'
  | 'caseOf'
  | 'paperKind'
  | 'paperOn'
  | 'paperBy'
  | 'milestone'
  | 'case'
  | 'minutes'
  | 'cost'
  | 'purpose'
  | 'advance'
  | 'spent'
  | 'returned'
  | 'fromFund'
  | 'toFund'
  | 'notes'
  | 'voucher'
  | 'decisionOptional'
  | 'output'
  | 'folder'
  | 'operation'
  | 'entry'
  | 'newAmount'
  | 'newFund'
  | 'newPlaceTo'
  | 'newPlaceFrom'
  | 'content'
  | 'personName'
  | 'unitName'
  | 'unitCode'
  | 'born'
  | 'phone'
  | 'memberStatus'
  | 'role'
  | 'placeCode'
  | 'placeName'
  | 'placeKind'
  | 'fundCode'
  | 'fundName'
  | 'fundKind'
  | 'owner'
  | 'pays'
  | 'setting'
  | 'settingValue'
  | 'appeal'
  | 'appealCode'
  | 'appealName'
  | 'goal'
  | 'line'
  | 'balance'
  | 'paperNo'
  | 'confirmedBy'
  | 'countedBy'
  | 'until'
  | 'except'
  | 'postAs'
  | 'missing';

/** Kinds of things that a question offers from the book. */
export type ListName =
  | 'fund'
  | 'place'
  | 'round'
  | 'member'
  | 'unit'
  | 'donor'
  | 'appeal'
  | 'voucher'
  | 'advance'
  | 'case'
  | 'entry'
  | 'operation'
  | 'setting'
  | 'line';

/** What the menu and its tasks say. */
export interface TaskTexts {
  readonly menus: { readonly [M in MenuName]: string };
  readonly tasks: { readonly [T in TaskName]: string };
  readonly questions: { readonly [Q in QuestionName]: string };
  /** What the book has none of; the task needs one. */
  readonly none: { readonly [L in ListName]: string };
  /** Answers to choose from, by the word of the command. */
  readonly answers: Readonly<Record<string, string>>;
  readonly faults: {
    readonly amount: string;
    readonly day: string;
    readonly month: string;
    readonly period: string;
    readonly file: string;
    readonly count: string;
    readonly needed: string;
    readonly code: string;
    readonly word: string;
    readonly other: (expected: string) => string;
  };
  readonly back: string;
  readonly quit: string;
  readonly skip: string;
  /** Beside a question that Enter skips. */
  readonly optional: string;
  /** Before a task's first question. */
  readonly howToLeave: string;
  readonly otherFile: string;
  readonly newDonor: (name: string) => string;
  readonly wholeRound: string;
  readonly onePerson: string;
  readonly everyone: string;
  readonly byList: string;
  readonly byNotes: string;
  readonly byTotal: string;
  readonly total: string;
  readonly howMany: (note: string) => string;
  readonly counted: (sum: string) => string;
  readonly levelOf: string;
  readonly levelAmount: (category: string) => string;
  readonly due: (count: number) => string;
  readonly moreDue: (count: number) => string;
  readonly head: (facts: { name: string; today: string; month: string }) => string;
  readonly nothingDue: string;
  readonly olderBook: string;
  readonly migrate: string;
  readonly noBook: (path: string) => string;
  readonly makeBook: string;
  readonly sample: string;
  readonly openOther: string;
  readonly sampleFolder: string;
  readonly sampleMade: string;
  readonly otherBook: string;
  readonly whatToDo: string;
  readonly goOn: string;
  readonly farewell: string;
  readonly interrupted: string;
}
