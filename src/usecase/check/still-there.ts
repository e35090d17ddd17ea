import type { Day, Month } from '../../domain/day.ts';
import { acceptanceKey } from '../../domain/finding.ts';
import type { Acceptance } from '../port/periods.ts';
import type { Reader } from '../port/ports.ts';
import { inspect } from './inspect.ts';
import { RULES } from './rules.ts';

/** Which of some acceptances cover a finding that a month still has, by its name: only the rules that found them look. */
export async function stillThere(
  reader: Reader,
  month: Month,
  today: Day,
  acceptances: readonly Acceptance[],
): Promise<{ readonly finding: string; readonly until: Day }[]> {
  const kinds = new Set(acceptances.map(({ finding }) => finding.slice(0, finding.indexOf(':'))));
  const rules = RULES.filter((rule) => Object.keys(rule.kinds).some((kind) => kinds.has(kind)));
  const { findings } = await inspect(
    reader,
    month,
    today,
    rules.map(({ code }) => code),
  );
  return findings.flatMap((finding) => {
    // The last one holds: it may have been accepted again, for longer.
    const covering = acceptances.findLast((each) => each.finding === acceptanceKey(finding));
    return covering === undefined ? [] : [{ finding: finding.name, until: covering.until }];
  });
}
