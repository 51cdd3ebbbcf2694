/**
 * Every icon of the site on a 20 × 20 grid. `mirror` says whether it turns round where text runs from right to left:
 * what points along the text does, what shows a thing (a lens, a tick) does not (typography rule 33).
 */
export const icons = {
  search: { path: 'M13 13l4.5 4.5M14.5 8.5a6 6 0 1 1-12 0a6 6 0 0 1 12 0z', mirror: false },
  next: { path: 'M4 10h12M11 5l5 5l-5 5', mirror: true },
  previous: { path: 'M16 10H4M9 5l-5 5l5 5', mirror: true },
} as const satisfies Record<string, { path: string; mirror: boolean }>;

export type IconName = keyof typeof icons;
