/** The only door of this area for others. */
export type { WatchingDeps, WatchingOfficeDeps } from './deps.ts'
export { findingsRoutes } from './findings/finding-routes.tsx'
export { linksIn } from './findings/finding-rules.ts'
export { nightChecks } from './findings/finding-store.ts'
export { type LinkTrouble, troubleOf } from './findings/link-rules.ts'
export { readLinks, wantLinks } from './findings/link-store.ts'
export { createLinkTroubles } from './findings/link-troubles.ts'
export { lookOver } from './findings/look-over.ts'
export { createWatching, watchingJobs } from './jobs.ts'
export { membersNeeds } from './needs/members-needs.ts'
export { countNeeds, type NetworkNeed, readNetworkNeeds, takeNeed } from './needs/need-store.ts'
export { watchingNextSteps } from './next-steps.ts'
export { watchingPermissions } from './policy.ts'
export {
  answerDays,
  type ReportOutcome,
  type ReportReason,
  reasonsFor,
  workingDaysFor,
} from './report-rules.ts'
export {
  followCopy,
  moveReports,
  type ReaderAnswer,
  readAnswers,
  type SentReport,
  shareReports,
  takeReport,
} from './report-store.ts'
export { watchingRetention } from './retention-rules.ts'
export { watchingRoutes } from './routes.tsx'
