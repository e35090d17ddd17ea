import type { Milestone, PaperKind } from '../../domain/paper.ts';

/** Papers of a dossier, inside a sentence. */
export const PAPER_NAMES: { readonly [P in PaperKind]: string } = {
  application: 'application',
  commune: "commune's certificate",
  letter: "grass-roots union's letter",
  review: 'minutes of the review',
  survey: 'minutes of the survey',
  land: 'papers on the land',
  identity: 'identity papers',
  discharge: 'discharge from hospital',
  death: 'death certificate',
  marriage: 'marriage certificate',
  birth: 'birth certificate',
  damage: 'minutes of the damage',
  start: 'minutes of the start',
  foundation: 'minutes of the foundation',
  roof: 'minutes of the roof',
  acceptance: 'minutes of acceptance',
  handover: 'minutes of the handover',
};

/** Milestones of a house, inside a sentence. */
export const MILESTONE_NAMES: { readonly [M in Milestone]: string } = {
  start: 'started',
  foundation: 'foundation laid',
  roof: 'roofed',
  acceptance: 'accepted',
  handover: 'handed over',
};
