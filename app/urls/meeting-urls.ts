/** Addresses of meetings of signatories: for everybody, in the office of the instance, in that of a town. */
import { officePath, type Town } from './town-paths.ts'

const instancePath = '/office/meetings'

export const meetingUrls = {
  /** All of them, the earlier ones, too. */
  meetings: (lang: string) => `/${lang}/meetings`,
  meeting: (lang: string, year: number) => `/${lang}/meetings/${year}`,
  /** Of the secretariat; POST adds one. */
  officeMeetings: () => instancePath,
  /** One of them, with what there is to do for it; POST changes it. */
  officeMeeting: (year: number) => `${instancePath}/${year}`,
  /** What a town does about meetings: its bid, its delegation, what it has taken on. */
  townMeetings: (town: Town) => `${officePath(town)}/meetings`,
} as const
