/** The only door of this area for others. */

export { registerTag, signHead } from './append.ts'
export { type AuditReport, auditRegister, type SeenHead } from './audit/audit-register.ts'
export type { Line } from './chain-rules.ts'
export { type HeldText, heldTexts, lastLink, readHead } from './chain-store.ts'
export type { RegisterDeps } from './deps.ts'
export { didOf, didRoutes, verificationMethodOf } from './did-routes.ts'
export {
  type CommittedField,
  closedFields,
  dayOf,
  type EntryAct,
  nameIsOpening,
  type OpenField,
  openFields,
  type Said,
  type SignatureFacts,
  type Signs,
  sinceOf,
  type Texts,
} from './entry-rules.ts'
export { endedNumbers, type RegisterEntry, registerEntries } from './entry-store.ts'
export { type HistoryDeps, historyRoutes } from './history-routes.ts'
export {
  enterApart,
  enterCorrection,
  enterMerger,
  enterReaffirmation,
  enterSignatures,
  enterWithdrawal,
  eraseTexts,
  lockSignatory,
  type NewSignature,
} from './keep-register.ts'
export { type ApprovedText, approvedTexts, approveText, type PactText, sha256OfText } from './pact-text-store.ts'
export {
  checkBorneOut,
  type ProvenEntry,
  type ProvenTexts,
  provenEntries,
  unproven,
  withTexts,
} from './read-proven.ts'
export { registerRetention } from './retention-rules.ts'
export {
  countSigned,
  highestNumber,
  type Signatory,
  type SignedCount,
  signatoriesOf,
  signatoriesOfAssociation,
  signatoryById,
  signatoryByNumber,
  signedBefore,
  signedBodiesIn,
} from './signatory-store.ts'
export { type PublicStatus, type Status, type Step, statusAfter } from './status-rules.ts'
