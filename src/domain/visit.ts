/** Occasions of a visit: illness, a death, a wedding, a birth. They are a visit's category, and rules speak of them so. */
export const VISIT_KINDS = ['sick', 'bereavement', 'wedding', 'birth'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** Whom a visit is about where it is not the member: a visit's area, so that rules can tell their levels apart. */
export const VISIT_RELATIVES = ['spouse', 'parent', 'child'] as const;
export type VisitRelative = (typeof VISIT_RELATIVES)[number];
