/** Addresses of the offices of associations and towns, by area. */
import { campaignsUrls } from './campaigns-urls.ts'
import { catchmentsUrls } from './catchments-urls.ts'
import { confirmationUrls } from './confirmation-urls.ts'
import { countryContentUrls } from './country-content-urls.ts'
import { coverageUrls } from './coverage-urls.ts'
import { erasureUrls } from './erasure-urls.ts'
import { exchangeUrls } from './exchange-urls.ts'
import { membersUrls } from './members-urls.ts'
import { pageFinderUrls } from './page-finder-urls.ts'
import { questionUrls } from './question-urls.ts'

export const associationUrls = {
  ...campaignsUrls,
  ...catchmentsUrls,
  ...confirmationUrls,
  ...countryContentUrls,
  ...coverageUrls,
  ...erasureUrls,
  ...exchangeUrls,
  ...membersUrls,
  ...pageFinderUrls,
  ...questionUrls,
} as const
