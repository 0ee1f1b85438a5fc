/** Addresses of what an association has found on its members' websites. */
import { associationPath, type Town } from './town-paths.ts'

const websites = (one: Town): string => `${associationPath(one)}/websites`

export const pageFinderUrls = {
  /** @param show one state alone. */
  associationWebsites: (one: Town, { show, page = 1 }: { show?: string | undefined; page?: number } = {}) => {
    const query = new URLSearchParams({ ...(show ? { show } : {}), ...(page > 1 ? { page: String(page) } : {}) })
    return query.size > 0 ? `${websites(one)}?${query}` : websites(one)
  },
  associationWebsitesFile: (one: Town) => `${websites(one)}.csv`,
  /** POST: looking begins; it stops; members are looked for by name or code. */
  associationWebsitesAct: (one: Town, act: 'start' | 'stop' | 'find') => `${websites(one)}/${act}`,
  /** One town's; POST says what is there. */
  associationWebsite: (one: Town, authority: string) => `${websites(one)}/${authority}`,
  /** POST: looks again; begins at another address. */
  associationWebsiteAct: (one: Town, authority: string, act: 'look' | 'address') =>
    `${websites(one)}/${authority}/${act}`,
} as const
