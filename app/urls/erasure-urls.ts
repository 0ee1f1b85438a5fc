/** A person asks to be taken out of what a town says. */
import { officePath, type Town } from './town-paths.ts'

export const erasureUrls = {
  /** The form; POST looks where they stand, then takes them out. Nothing that is typed stands in the address. */
  officeErasePerson: (town: Town) => `${officePath(town)}/erase-person`,
} as const
