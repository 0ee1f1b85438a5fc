/** The only door of the checklist area. */

export { type OpenState, openState } from './hours/open-state.ts'
export { createPublicHolidays, type PublicHolidays } from './hours/public-holidays.ts'
export { upcomingExceptions, weekLines } from './hours/week-lines.ts'
export { ImportMapFault } from './import-services/import-map.ts'
export { importSentence } from './import-services/import-sentence.ts'
export {
  importServices,
  type ServiceFormat,
  type ServiceImport,
  type ServiceImportReport,
  serviceFormats,
} from './import-services/import-services.ts'
export type { ImportFault, ImportNote } from './import-services/record.ts'
export { type Checklist, loadChecklist, type ServiceKind } from './kinds.ts'
export type { OfficeChecklistDeps } from './office/deps.ts'
export { placeFieldsToShow } from './office/forms/place-form.ts'
export { townSections } from './office/pages/town-sections.ts'
export { officeChecklistRoutes } from './office/routes.ts'
export { checklistPermissions } from './policy.ts'
export {
  type Answer,
  type LocalText,
  type OpeningHours,
  type Phone,
  type Service,
  type ServiceFacts,
  type SnapshotDocument,
  service,
  snapshotDocument,
} from './schema.ts'
export * from './service.ts'
