/** Milestones of a Union Home, in the order in which they are reached (domain.md 2.2). */
export const MILESTONES = ['start', 'foundation', 'roof', 'acceptance', 'handover'] as const;
export type Milestone = (typeof MILESTONES)[number];

/**
 * Papers of a dossier, each named in a catalogue: the application, the commune's certificate, the grass-roots union's
 * letter, minutes of review and survey, papers on land and person, what proves an illness, death, wedding or birth, and
 * the minutes of each milestone.
 */
export const PAPERS = [
  'application',
  'commune',
  'letter',
  'review',
  'survey',
  'land',
  'identity',
  'discharge',
  'death',
  'marriage',
  'birth',
  'damage',
  ...MILESTONES,
] as const;
export type PaperKind = (typeof PAPERS)[number];

export function isMilestone(paper: PaperKind): paper is Milestone {
  return MILESTONES.some((each) => each === paper);
}

/** When a paper must be there: before the decision, before the money, before the case is over. */
export const PAPER_STAGES = ['approve', 'pay', 'end'] as const;
export type PaperStage = (typeof PAPER_STAGES)[number];
