/** The only door of this area for others. */
export type { OffersDeps, OffersOfficeDeps } from './deps.ts'
export { createOffers, offersJobs } from './jobs.ts'
export { offersNextSteps } from './next-steps.ts'
export { offersPermissions } from './policy.ts'
export { offersRoutes } from './routes.tsx'
export { waitingOffers } from './waiting-offers.ts'
