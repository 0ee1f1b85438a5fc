/** The only door of this area for others. */
export type { ReviewDeps } from './deps.ts'
export { keepReview, keepReviewHandler, keepReviewJob } from './keep-review.ts'
export { createKeptReview, type KeptReview } from './read-review.ts'
export { reviewRetention } from './retention-rules.ts'
export { reviewRoutes } from './review-routes.ts'
