/** The rules of the checklist in one place. Pure: what they need to know of the world comes as an argument. */
export { type AnswerInput, answerReviewDue, newAnswerFaults, serviceReviewDue } from './answers.ts'
export { type Change, changesSince } from './changes.ts'
export { type KindState, missingFirst } from './completeness.ts'
export { confidentialFaults, textsOf, withoutPlace } from './confidential.ts'
export type { PublishFault } from './faults.ts'
export { composeDocument, publishFaults } from './publish-faults.ts'
export type { RestorePart } from './restore-rules.ts'
export { reachNotices, serviceFaults, serviceNotices } from './service-faults.ts'
