/** Addresses of the office of an association, by area. */
import { campaignsUrls } from './campaigns-urls.ts'
import { countryContentUrls } from './country-content-urls.ts'
import { coverageUrls } from './coverage-urls.ts'
import { exchangeUrls } from './exchange-urls.ts'
import { membersUrls } from './members-urls.ts'
import { pageFinderUrls } from './page-finder-urls.ts'
import { questionUrls } from './question-urls.ts'

export const associationUrls = {
  ...campaignsUrls,
  ...countryContentUrls,
  ...coverageUrls,
  ...exchangeUrls,
  ...membersUrls,
  ...pageFinderUrls,
  ...questionUrls,
} as const
