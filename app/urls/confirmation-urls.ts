/** Who confirms the services of a town, and who has not answered. */
import { associationPath, officePath, type Town } from './town-paths.ts'

const onPage = (page: number): string => (page > 1 ? `?page=${page}` : '')

export const confirmationUrls = {
  /** Services of which nobody is written down who confirms them; POST: those that are ticked. */
  officeWhoConfirms: (town: Town, page = 1) => `${officePath(town)}/who-confirms${onPage(page)}`,
  /** Providers of a town who have not answered. */
  officeSilentProviders: (town: Town, page = 1) => `${officePath(town)}/silent-providers${onPage(page)}`,
  /** Those of the members of an association, after the towns were told. */
  associationSilentProviders: (one: Town, page = 1) => `${associationPath(one)}/silent-providers${onPage(page)}`,
  /** Those of towns whose associations nobody coordinates. */
  instanceSilentProviders: (page = 1) => `/office/silent-providers${onPage(page)}`,
} as const
