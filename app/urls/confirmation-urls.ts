/** Who confirms the services of a town. */
import { officePath, type Town } from './town-paths.ts'

export const confirmationUrls = {
  /** Services of which nobody is written down who confirms them; POST: those that are ticked. */
  officeWhoConfirms: (town: Town, page = 1) => `${officePath(town)}/who-confirms${page > 1 ? `?page=${page}` : ''}`,
} as const
