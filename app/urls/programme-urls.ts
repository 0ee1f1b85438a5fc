/** Addresses of a meeting's programme and of who comes: for everybody, in the office of the host, of a town that comes. */
import { associationPath, officePath, type Town } from './town-paths.ts'

const publicPath = (lang: string, year: number) => `/${lang}/meetings/${year}/programme`
const ofMeeting = (town: Town, year: number) => `${officePath(town)}/meetings/${year}`
const programme = (host: Town, year: number) => `${ofMeeting(host, year)}/programme`
/** Who sends people: a town, an association, an organisation that was invited. */
export type DelegationPlace = Town | { readonly association: Town } | { readonly guest: string }

function delegation(of: DelegationPlace, year: number): string {
  if ('guest' in of) return `/office/meetings/${year}/guests/${of.guest}/delegation`
  if ('association' in of) return `${associationPath(of.association)}/meetings/${year}/delegation`
  return `${ofMeeting(of, year)}/delegation`
}
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
  /** POST: invites an observer or a partner. */
  hostGuests: (host: Town, year: number) => `${ofMeeting(host, year)}/registration/guests`,
  /** POST: it comes no more, nor do its people. */
  hostGuestRemove: (host: Town, year: number) => `${ofMeeting(host, year)}/registration/guests/remove`,
  /** To which meetings an association can send people. */
  associationMeetings: (one: Town) => `${associationPath(one)}/meetings`,
  /** People whom somebody sends; POST adds one. */
  delegation,
  delegate: (of: DelegationPlace, year: number, id: string) => `${delegation(of, year)}/${id}`,
  delegateNew: (of: DelegationPlace, year: number, who: 'adult' | 'child') => `${delegation(of, year)}/new?who=${who}`,
  /** POST. */
  delegateOut: (of: DelegationPlace, year: number, id: string) => `${delegation(of, year)}/${id}/take-out`,
} as const
