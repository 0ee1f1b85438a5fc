/** The only door of this area for others. */
export { phoneIsValidIn } from './callable-numbers.ts'
export type { HelplinesJobsDeps } from './deps.ts'
export { eraseNotes } from './erase-store.ts'
export { type Helplines, type KnownToHelplines, loadHelplines } from './helpline-data.ts'
export { helplinesHandlers, helplinesJobs } from './jobs.ts'
export { restoreLine, standOf, withdrawLine } from './keep-lines.ts'
export { unconfirmedOf, type VitalKind } from './keeping-rules.ts'
export { linksOfHelplines } from './link-rules.ts'
export { createLiveHelplines, type LiveHelplines } from './live-helplines.ts'
export type { LineChange } from './merge-rules.ts'
export { helplinesNextSteps } from './next-steps.ts'
export type { OfficeHelplinesDeps } from './office/deps.ts'
export { helplinesRoutes } from './office/routes.ts'
export { secretariat } from './office-rules.ts'
export { helplinesPersonalSets, helplinesRetention } from './personal-rules.ts'
export { internationalFormIn } from './phone-numbers.ts'
export { helplinesPermissions } from './policy.ts'
export { loadQuickExit, type QuickExit, type QuickExitSite } from './quick-exit.ts'
export {
  type HelpLine,
  type HelpNumbers,
  helpNumbersFor,
  isKnownShortNumber,
  knownShortNumbersOf,
  type LineLabel,
  topNumbers,
} from './rules.ts'
export type { CountryHelplines, LineHours, LineKind, SourcedLine } from './schema.ts'
export { loadShortNumbers, possibleShortNumber, type ShortNumbers } from './short-numbers.ts'
