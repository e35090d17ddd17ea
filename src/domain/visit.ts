/** Occasions of a visit: illness, a death, a wedding, a birth. They are a visit's category, and rules speak of them so. */
export type VisitKind = 'sick' | 'bereavement' | 'wedding' | 'birth';

/** Whom a visit is about where it is not the member: a visit's area, so that rules can tell their levels apart. */
export type VisitRelative = 'spouse' | 'parent' | 'child';
