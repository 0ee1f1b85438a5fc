// Filled by the migration of the accounts area.
export type AccountsTables = object
