import { refuse } from '../../domain/failure.ts';
import type { Paper } from '../../report/papers/paper.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command, type Desk } from '../command.ts';
import { parse } from '../parse.ts';
import { findCommand } from '../run.ts';
import { flag, text } from '../options.ts';
import { listed, mediumOf, putBytes } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report template',
    args: ['paper'],
    options: { output: text('FILE.xlsx'), list: flag() },
    examples: [
      'report template "voucher print PC-TET-2024-0001" -o mau-phieu-chi.xlsx',
      'report template "report disbursements --round tet-2024" --list',
    ],
    answer: {
      paper: 'text',
      'path?': 'text',
      fields: [{ name: 'text', aliases: ['text'], type: 'text', place: 'text' }],
    },
    async run(desk, { args, options: { output, list } }) {
      const [said = ''] = args;
      if (output !== undefined && mediumOf(output) !== 'xlsx')
        refuse('usage.value', { option: '--output', given: output, expected: 'FILE.xlsx' });
      if (list && output !== undefined) refuse('usage.conflict', { options: ['--list', '--output'] });
      const paper = await paperOf(desk, said);
      const { namedFields } = await import('../../render/template/listed.ts');
      const fields = await namedFields(paper);
      const table: Table = {
        name: 'template',
        facts: { paper: said },
        columns: [
          { key: 'field', type: 'code' },
          { key: 'aliases', type: 'text' },
          { key: 'row', type: 'code' },
          { key: 'holds', type: 'text' },
        ],
        rows: fields.map(({ name, aliases, place, type }) => ({
          kind: 'line',
          cells: {
            field: name,
            aliases: aliases.join(', '),
            row: place === 'cell' ? '' : `phucloi_${place}`,
            holds: desk.m.values[`type.${type}`] ?? type,
          },
        })),
      };
      const data = { paper: said, fields };
      if (output === undefined) return { data, table, text: (m, style) => renderTable(table, m, style) };
      const { exampleTemplate } = await import('../../render/template/example.ts');
      await putBytes(desk, output, await exampleTemplate(paper));
      const written = { ...data, path: output };
      return { data: written, table, text: (m) => m.done.templated({ path: output, fields: fields.length }) };
    },
  }),
);

/** The paper that a command line would write, which is run without writing anything. */
async function paperOf(desk: Desk, said: string): Promise<Paper> {
  const words = [...said.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
  const unknown = (): never =>
    refuse('usage.value', {
      option: 'PAPER',
      given: said,
      expected: '"voucher print PC-TET-2024-0001" · "report disbursements --period 2024-01"',
    });
  const found = findCommand(words) ?? unknown();
  const { commandFor } = await found.entry.load();
  const inner = commandFor(found.entry.name.split(' ')[0] ?? '');
  if (!('template' in inner.options)) unknown();
  const named = found.rest.some((word) => word === '-o' || word.startsWith('--output'));
  const { given } = await parse(inner, named ? found.rest : [...found.rest, '--output', 'mau.xlsx']);
  const learned: Paper[] = [];
  const learning: Desk = {
    ...desk,
    header: (name) => ({ ...desk.header(name), dryRun: true }),
    session: async () => ({ ...(await desk.session()), dryRun: true }),
    template: { kind: 'learn', take: (paper) => learned.push(paper) },
  };
  if (inner.lists === true) await listed(learning, inner, given, { path: 'mau.xlsx', format: undefined });
  else await inner.run(learning, given);
  return learned[0] ?? unknown();
}
