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
  unitPlaced(a: {
    code: string;
    from: string;
    to: string;
    on: string;
    document: string;
    units: number;
  }): string;
}
