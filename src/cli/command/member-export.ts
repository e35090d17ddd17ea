import { refuse } from '../../domain/failure.ts';
import type { Messages } from '../../render/messages.ts';
import { renderTable } from '../../render/text.ts';
import type { Table } from '../../report/table.ts';
import { exportMember, type PersonData } from '../../usecase/member-export.ts';
import { command } from '../command.ts';
import { needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member export',
    writes: 'plain',
    private: true,
    lists: true,
    args: ['code'],
    options: { output: needed(text('FILE.json|.pdf|.html|.xlsx|.csv')), purpose: needed(text('PURPOSE')) },
    examples: [
      'member export DV0123 -o DV0123.json --purpose "Trả lời đơn đề nghị ngày 05/03/2024"',
      'member export DV0123 -o DV0123.pdf --purpose "Trả lời đơn đề nghị ngày 05/03/2024"',
    ],
    answer: { code: 'text', person: 'any' },
    async run(desk, { args, options }) {
      // Whole data that no log tells of would be what a rehearsal shows.
      if (desk.globals.dryRun === true) refuse('usage.conflict', { options: ['member export', '--dry-run'] });
      if (options.purpose === '') refuse('usage.missing', { option: '--purpose' });
      const person = await exportMember(await desk.session(), args[0] ?? '', options.purpose);
      const table: Table = {
        name: 'memberData',
        facts: { member: person.code },
        columns: [{ key: 'content', type: 'text' }],
        rows: linesOf(person, desk.m).map((content) => ({ kind: 'line', cells: { content } })),
      };
      const data = { code: person.code, person };
      return { data, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);

/** The person's data in sentences, a line each: what a person can read and check. */
function linesOf(person: PersonData, m: Messages): string[] {
  const { values, cases } = m;
  const said = m.done.person({
    ...person,
    kind: values[`is.${person.kind}`] ?? person.kind,
    state: values[`is.${person.state}`] ?? person.state,
  });
  return [
    ...said.split('\n'),
    ...person.history.map(({ kind, day, amount, content }) => m.done.had({ kind, day, amount, content })),
    ...person.awards.flatMap((award) => [
      cases.head(award),
      cases.sums(award),
      ...(award.payee === undefined ? [] : [cases.payee({ relation: award.payee })]),
      ...award.events.map((event) => cases.event(event)),
      ...award.payments.map((payment) => cases.payment(payment)),
      ...award.papers.map((paper) => cases.paper(paper)),
      ...award.waivers.map((waiver) => cases.waiver(waiver)),
      ...(award.reasonKept ? [cases.reasonKept(award)] : []),
    ]),
    ...person.relatives.map((relative) => m.done.relative(relative)),
    ...person.given.map((gift) => m.done.gave(gift)),
    ...person.accesses.map((access) =>
      m.done.accessed({ ...access, how: values[`access.${access.kind}`] ?? access.kind }),
    ),
  ];
}
