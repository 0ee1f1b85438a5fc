/** Addresses of the office of an association, by area. */
import { countryContentUrls } from './country-content-urls.ts'
import { coverageUrls } from './coverage-urls.ts'
import { membersUrls } from './members-urls.ts'
import { pageFinderUrls } from './page-finder-urls.ts'

export const associationUrls = {
  ...countryContentUrls,
  ...coverageUrls,
  ...membersUrls,
  ...pageFinderUrls,
} as const
