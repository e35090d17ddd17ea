import { say } from './line.ts';
import type { Head, Letterhead, OfficeHolder, Signer, SignerRole } from './paper.ts';

const OFFICES: { readonly [R in SignerRole]?: string } = {
  chair: 'chair',
  committee: 'chair',
  approving: 'chair',
  head: 'chair',
  leader: 'chair',
  accountant: 'accountant',
  chiefAccountant: 'accountant',
  unionAccountant: 'accountant',
  compiler: 'preparer',
  cashier: 'cashier',
  preparer: 'preparer',
};

/** Who signs, by the offices held on the paper's day; of two in one office the later one. */
export function signersOf(roles: readonly SignerRole[], officers: readonly OfficeHolder[]): Signer[] {
  return roles.map((role) => ({
    role,
    name: officers.findLast((officer) => officer.role === OFFICES[role])?.name ?? '',
  }));
}

/** The head of papers that go outside the house: union above and name at the left, the state's motto at the right. */
export function mottoHead(letterhead: Letterhead): Head {
  const { above, name } = letterhead;
  return { kind: 'head', above, name, right: [say('motto1', {}), say('motto2', {})] };
}
