/** Addresses of the market of good practice at a meeting. */
import { officePath, type Town } from './town-paths.ts'

const ofTown = (town: Town, year: number) => `${officePath(town)}/meetings/${year}/market`

export const marketUrls = {
  /** What is shown where and when, for everybody. */
  market: (lang: string, year: number) => `/${lang}/meetings/${year}/market`,
  /** What a town shows; POST says it. */
  townMarket: ofTown,
  /** Of the host and the secretariat; POST gives one a stand. */
  hostMarket: (host: Town, year: number) => `${ofTown(host, year)}/stands`,
} as const
