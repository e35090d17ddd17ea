import gift from '../../data/programmes/gift.json' with { type: 'json' };
import hardship from '../../data/programmes/hardship.json' with { type: 'json' };
import home from '../../data/programmes/home.json' with { type: 'json' };
import visit from '../../data/programmes/visit.json' with { type: 'json' };
import type { ProgrammeRule } from '../domain/rule.ts';

type Written = Partial<Record<'body' | 'category' | 'area' | 'to', string>>;

/** The rules that a new book begins with, each to be ended or replaced by the union's own. */
export function defaultRules(): ProgrammeRule[] {
  return [gift, hardship, visit, home].flatMap(({ kind, rules }) =>
    rules.map((rule) => {
      const { body = '', category = '', area = '' } = rule as Written;
      return { ...rule, kind, body, category, area } as ProgrammeRule;
    }),
  );
}
