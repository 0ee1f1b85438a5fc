/** The use cases of the checklist and what they read. */
export { officePeople, wantsTwoPairs } from './approval-store.ts'
export { type RecordedChange, readChanges } from './change-store.ts'
export { insertCheck, listChecks } from './check-store.ts'
export { confirmPublished, factsSeen } from './confirm-service.ts'
export type { ChecklistDeps, Confirmers, ImportDeps, PlaceHidden } from './deps.ts'
export { answerSince, introductionSince, serviceSince } from './draft-history-store.ts'
export { type KeptDraft, readKeptDraft } from './draft-memory.ts'
export {
  authoritiesWithDrafts,
  type DraftAnswer,
  type DraftIntroduction,
  type DraftService,
  readDraft,
  readDraftAnswer,
  readDraftService,
  readDraftServicesOfKind,
  readIntroduction,
  readServiceOrRemoved,
} from './draft-store.ts'
export { factChecksFor } from './fact-checks.ts'
export { preview, previewDocument, publish, publishWithdrawals } from './publish.ts'
export { rewritePublished, rewriteVersion } from './redaction-store.ts'
export { previewRestore, type RestoreFrom, type RestorePreview, restoreDraft } from './restore.ts'
export { lastRestorings } from './restore-store.ts'
export { saveAnswer, saveIntroduction } from './save-answer.ts'
export { bringServiceBack, removeService, requestsRedaction, saveLocked, saveService } from './save-service.ts'
export { sayDialled } from './say-dialled.ts'
export { schoolHolidaysOf } from './school-holiday-store.ts'
export { countCurrent, currentPublication, listVersions, readCurrent, readVersion } from './snapshot-store.ts'
export {
  offeredStandardTexts,
  type StandardText,
  standardsOf,
  withStandardTexts,
} from './standard-store.ts'
export { differingServices, readPublishedService } from './state-store.ts'
export { dialledShortNumbers } from './town-store.ts'
export { countUnpublished } from './unpublished-count.ts'
