/** What the commands of a reorganisation say when they are done; each takes the command's answer. */
export interface UnitsDone {
  unitClosed(a: {
    code: string;
    on: string;
    successor?: string | undefined;
    moved: number;
    members: number;
  }): string;
  unitMerged(a: {
    into: string;
    on: string;
    document: string;
    ended: readonly string[];
    made: boolean;
    moved: number;
    placed: readonly string[];
  }): string;
  unitSplit(a: {
    code: string;
    on: string;
    document: string;
    ended: boolean;
    into: readonly { unit: string; people: number }[];
    placed: readonly string[];
  }): string;
  bookEnded(a: {
    path: string;
    file: string;
    control: string;
    on: string;
    to: string;
    document: string;
    money: readonly { fund: string; place: string; amount: number; voucher: string }[];
    goods: readonly { item: string; quantity: number; measure: string; voucher: string }[];
    total: number;
    people: number;
    open: number;
  }): string;
  bookReceived(a: {
    from: string;
    document: string;
    on: string;
    lines: readonly { fund: string; place: string; amount: number; voucher: string }[];
    goods: readonly { item: string; quantity: number; voucher: string }[];
    total: number;
    known: boolean;
  }): string;
  unitPlaced(a: {
    to: string;
    on: string;
    document: string;
    moved: readonly { unit: string; from: string }[];
    units: number;
  }): string;
}
