/** The only door of this area for others. */
export type { MemberAssociation, MembersDeps, MembersOfficeDeps } from './deps.ts'
export { importMembers } from './keep-members.ts'
export { memberRoutes } from './member-routes.tsx'
export { type Entry, type LineState, listActs, saidIn } from './member-rules.ts'
export { membersNextSteps } from './next-steps.ts'
export { membersPermissions } from './policy.ts'
export { membersPersonalSets, membersRetention } from './retention-rules.ts'
