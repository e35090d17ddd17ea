import { placeLedgerCommand } from '../ledger-place.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  placeLedgerCommand('ledger cash', 'cash', [
    'ledger cash --period 2024-01',
    'ledger cash --fund MAIAM --period 2024-Q1 -o so-quy.xlsx',
  ]),
);
