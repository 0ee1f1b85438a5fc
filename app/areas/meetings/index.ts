/** The only door of this area for others. */
export { type Meeting, type MeetingFacts, type MeetingStage, stageOf } from './meeting-rules.ts'
export { meetingOfYear, readMeeting, readMeetings, writeHost, writeMeeting } from './meeting-store.ts'
export { meetingsTag, meetingTag } from './public-tag.ts'
export type { MeetingSection, OfficeLink, OfficeLinksOf, SectionsOf } from './sections.ts'
