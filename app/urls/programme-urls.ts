/** Addresses of a meeting's programme and of who comes: for everybody, in the office of the host, of a town that comes. */
import { officePath, type Town } from './town-paths.ts'

const publicPath = (lang: string, year: number) => `/${lang}/meetings/${year}/programme`
const ofMeeting = (town: Town, year: number) => `${officePath(town)}/meetings/${year}`
const programme = (host: Town, year: number) => `${ofMeeting(host, year)}/programme`
const delegation = (town: Town, year: number) => `${ofMeeting(town, year)}/delegation`
const participants = (host: Town, year: number) => `${ofMeeting(host, year)}/participants`

export const programmeUrls = {
  programme: publicPath,
  programmeCalendar: (lang: string, year: number) => `${publicPath(lang, year)}.ics`,
  /** Of host and secretariat; POST adds a session. */
  hostProgramme: programme,
  /** POST. */
  hostProgrammeAct: (host: Town, year: number, act: 'rooms' | 'release') => `${programme(host, year)}/${act}`,
  hostSessionNew: (host: Town, year: number) => `${programme(host, year)}/new`,
  /** POST changes it. */
  hostSession: (host: Town, year: number, id: string) => `${programme(host, year)}/${id}`,
  /** POST. */
  hostSessionAct: (host: Town, year: number, id: string, act: 'take-out' | 'bring-back') =>
    `${programme(host, year)}/${id}/${act}`,
  /** When people are registered, and how many a delegation has; POST changes it. */
  hostRegistration: (host: Town, year: number) => `${ofMeeting(host, year)}/registration`,
  /** Who comes, for the host alone. */
  hostParticipants: participants,
  hostParticipantsFile: (host: Town, year: number, format: 'csv' | 'xlsx') => `${participants(host, year)}.${format}`,
  hostBadges: (host: Town, year: number) => `${participants(host, year)}/badges.pdf`,
  hostLetter: (host: Town, year: number, id: string) => `${participants(host, year)}/${id}/letter.pdf`,
  /** Whom to speak to about food and access; and the children. */
  hostNeeds: (host: Town, year: number) => `${participants(host, year)}/needs`,
  hostSafeguarding: (host: Town, year: number) => `${participants(host, year)}/safeguarding`,
  /** People whom a signatory sends; POST adds one. */
  delegation,
  delegate: (town: Town, year: number, id: string) => `${delegation(town, year)}/${id}`,
  delegateNew: (town: Town, year: number, who: 'adult' | 'child') => `${delegation(town, year)}/new?who=${who}`,
  /** POST. */
  delegateOut: (town: Town, year: number, id: string) => `${delegation(town, year)}/${id}/take-out`,
} as const
