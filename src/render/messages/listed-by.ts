import type { Noun } from '../../domain/failure-facts.ts';

/** The command that shows the codes of each. */
export const LISTED_BY: Readonly<Record<Noun, string>> = {
  fund: 'phucloi fund list',
  place: 'phucloi cash list',
  unit: 'phucloi unit list',
  member: 'phucloi member list',
  round: 'phucloi programme list',
  award: 'phucloi gift list · phucloi hardship list · phucloi visit list · phucloi home list',
  entry: 'phucloi entry list',
  voucher: 'phucloi voucher list',
  document: 'phucloi contribution list · phucloi statement list',
  holder: 'phucloi advance list',
  donor: 'phucloi donor list',
  statement: 'phucloi statement list',
  operation: 'phucloi operation list',
  item: 'phucloi goods list',
  move: 'phucloi goods list',
  finding: 'phucloi check',
  line: 'phucloi statement queue',
  match: 'phucloi statement list',
  appeal: 'phucloi appeal list',
  loan: 'phucloi loan list',
  decision: 'phucloi gift list · phucloi hardship list · phucloi visit list · phucloi home list',
  rule: 'phucloi rule list',
  setting: 'phucloi setting list',
};
