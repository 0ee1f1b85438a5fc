/** The only door of the checklist area. */

export { decide as decideApproval } from './approval-rules.ts'
export { officePeople, wantsTwoPairs } from './approval-store.ts'
export { townClocks } from './clock-store.ts'
export { addressesOf, givesPlaceAway } from './confidential.ts'
export { moveSuggestedServices, type SuggestedService, suggestedServices } from './directories/directory-store.ts'
export { type FictionalDirectory, loadFictionalDirectory } from './directories/load-directory.ts'
export { unknownHere } from './directories/unknown-rules.ts'
export { eraseDecisions } from './erase-store.ts'
export type { FactChecks, FactFault } from './faults.ts'
export { pullFeedsJob } from './feeds/pull-job.ts'
export type { TellFailingDeps } from './feeds/tell-failing.ts'
export { countPages, firstPublished } from './first-published-store.ts'
export { followStandings } from './follow-standings.ts'
export { hasGap } from './gap-rules.ts'
export { fortnightLines } from './hours/fortnight.ts'
export { type OpenState, openState } from './hours/open-state.ts'
export { parseDay } from './hours/parse-hours.ts'
export { createPublicHolidays, type PublicHolidays } from './hours/public-holidays.ts'
export { type DateRange, schoolCalendar } from './hours/school-holidays.ts'
export { upcomingExceptions, weekLines } from './hours/week-lines.ts'
export { columnsProposed, foldedHeading, headingWords } from './import-services/heading-words.ts'
export { tablesOfFolder, tablesOfZip, ZipFault } from './import-services/hsds-csv/open-tables.ts'
export { ImportMapFault } from './import-services/import-map.ts'
export { importSentence } from './import-services/import-sentence.ts'
export {
  importServices,
  type ServiceFormat,
  type ServiceImport,
  type ServiceImportReport,
  serviceFormats,
} from './import-services/import-services.ts'
export type { ImportFault, ImportInput, ImportNote } from './import-services/record.ts'
export { openSheet, XlsxFault } from './import-services/xlsx/read-sheet.ts'
export { type WorkbookSheet, workbookOf, workbookOfSheets } from './import-services/xlsx/write-xlsx.ts'
export { indexServices } from './index-services.ts'
export { checklistHandlers, checklistJobs } from './jobs.ts'
export { closeOffice, endingServices } from './joining/joining-store.ts'
export { moveShared, partsWith, shareOut } from './joining/shared-store.ts'
export { countStandings, keepStandings } from './keep-standings.ts'
export { type Checklist, loadChecklist, type ServiceKind } from './kinds.ts'
export { type Article, articleCount, fourPs, type Lanzarote, loadLanzarote } from './lanzarote.ts'
export {
  type DeclineReason,
  declineReasons,
  inOrder as offersInOrder,
  isDecided,
  type Offer,
  type OfferDecision,
} from './offers/offer-rules.ts'
export {
  countWaitingOffers,
  markAnswerTold,
  markOffersTold,
  markPublisherTold,
  moveOffers,
  offersTo,
  offersToUnattended,
  publishedServices,
  readOffer,
  takeUntoldAnswer,
  takeUntoldOffers,
  waitingUnattended,
  writeDecision,
} from './offers/offer-store.ts'
export { offerState } from './offers/present-offer.ts'
export { type CareDeps, checklistCare } from './office/care.ts'
export type { OfficeChecklistDeps } from './office/deps.ts'
export { latinDigits, parseDate } from './office/forms/date-field.ts'
export { languageListText, parseLanguageList } from './office/forms/language-list.ts'
export { placeFieldsToShow } from './office/forms/place-form.ts'
export { columnByHeading } from './office/import/column-headings.ts'
export { checklistNextSteps } from './office/next-steps.ts'
export { fieldName } from './office/pages/change-list.tsx'
export { textLabel } from './office/pages/language-fields.tsx'
export { PageLinks, type PagesView } from './office/pages/page-links.tsx'
export { ReachList } from './office/pages/reach-list.tsx'
export { prepareTowns } from './office/prepare-towns.ts'
export { changeDifferences, changedThing, servedIn } from './office/present-changes.ts'
export type { Difference } from './office/present-differences.ts'
export { type FactRow, type FactWords, factsSaid } from './office/present-facts.ts'
export { hoursSaid } from './office/present-hours-said.ts'
export { reachAsked } from './office/reach-routes.tsx'
export { officeChecklistRoutes } from './office/routes.ts'
export { isOutdated, textsOf, withSource, withTranslation } from './office/service-texts.ts'
export { placesOfText } from './office/text-place.ts'
export { authorName, kindName, longMoment, textIn } from './office/wording.ts'
export { checklistPersonalSets } from './personal-rules.ts'
export { checklistPermissions } from './policy.ts'
export { type TellDeps, tellChangesJob } from './protected-contacts/tell-changes.ts'
export { undoRoutes } from './protected-contacts/undo-routes.tsx'
export { type FirstVersion, publishFirstVersions } from './publish-first-store.ts'
export { checklistRetention } from './retention-rules.ts'
export { serviceFaults, serviceNotices, serviceReviewDue } from './rules.ts'
export {
  type Answer,
  answerStatuses,
  type LocalText,
  localText,
  type OpeningHours,
  openingHours,
  type Phone,
  type Service,
  type ServiceFacts,
  type SnapshotDocument,
  type StandardWords,
  service,
  serviceFacts,
  snapshotDocument,
  standardWords,
} from './schema.ts'
export { postcodeOf } from './search-row-store.ts'
export * from './service.ts'
export type { ServiceTemplates } from './service-templates.ts'
export { filledIn } from './standard-rules.ts'
export { lockTown } from './town-store.ts'
