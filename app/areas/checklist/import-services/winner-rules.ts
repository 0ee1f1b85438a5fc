/** Whose words stay where both have changed a service. */
export const winners = ['own', 'list'] as const
export type Winner = (typeof winners)[number]
