import { placeLedgerCommand } from '../ledger-place.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  placeLedgerCommand('ledger bank', 'bank', [
    'ledger bank --period 2024-01',
    'ledger bank --place bank --fund MAIAM --period 2024-01 --compare previous',
  ]),
);
