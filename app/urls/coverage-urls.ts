/** Addresses of how far the members of an association have come. */
import { associationPath, type Town } from './town-paths.ts'

export interface SilentAsked {
  readonly step?: string | undefined
  /** Slug of an area. */
  readonly area?: string | undefined
  /** Those that were put aside. */
  readonly aside?: boolean | undefined
  readonly page?: number | undefined
}

function query({ step, area, aside, page = 1 }: SilentAsked): string {
  const asked = new URLSearchParams({
    ...(step ? { step } : {}),
    ...(area ? { area } : {}),
    ...(aside ? { aside: '1' } : {}),
    ...(page > 1 ? { page: `${page}` } : {}),
  })
  return asked.size > 0 ? `?${asked}` : ''
}

export const coverageUrls = {
  /** Counts, map and months. @param area slug of an area: the same of its members. */
  coverage: (one: Town, area?: string) => `${associationPath(one)}/coverage${area ? `/areas/${area}` : ''}`,
  /** GET: counts by area, or every member and where it stands. @param area slug of an area: the same of its members. */
  coverageFile: (one: Town, list: 'areas' | 'members', format: 'csv' | 'xlsx', area?: string) =>
    `${associationPath(one)}/coverage/${list}.${format}${area ? `?area=${area}` : ''}`,
  /** GET: for the board, as PDF. */
  coverageReport: (one: Town, lang: string, form: 'pages' | 'slides') =>
    `${associationPath(one)}/coverage/report/${lang}/${form}.pdf`,
  /** Members of which nobody knows where they are; POST brings a list of places. */
  coveragePlaces: (one: Town) => `${associationPath(one)}/coverage/places`,
  /** Members without a page, to work through. */
  coverageSilent: (one: Town, asked: SilentAsked = {}) => `${associationPath(one)}/coverage/silent${query(asked)}`,
  /** POST: puts a member aside for a while, or brings it back. */
  coverageAside: (one: Town) => `${associationPath(one)}/coverage/silent/aside`,
} as const
