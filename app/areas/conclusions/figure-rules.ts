/** By what the first conclusions are followed: figures that this software has, each with its definition. Pure. */

export const figures = [
  ...(['signatories', 'countries', 'plans', 'reports', 'help-pages', 'practices', 'associations'] as const),
  ...(['resources', 'resource-languages', 'events', 'plans-with-article'] as const),
] as const
export type Figure = (typeof figures)[number]
