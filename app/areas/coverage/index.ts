/** The only door of this area for others. */
export { type Member, type Segment, type Step, steps } from './coverage-rules.ts'
export { noteInvited } from './invited-store.ts'
export { countSegment, inSegment, listMembers, memberRows } from './member-store.ts'
