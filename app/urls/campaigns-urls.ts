/** Addresses of campaigns, and of what an invited town opens. */
import { cc, officePath, type Town } from './town-paths.ts'

const campaignsPath = (one: Town) => `/office/associations/${cc(one.country)}/${one.slug}/campaigns`

export type CampaignPart = 'whom' | 'letter' | 'preview' | 'test' | 'reply' | 'when' | 'act' | 'recipients' | 'printed'

const withPage = (path: string, page = 1) => (page > 1 ? `${path}${path.includes('?') ? '&' : '?'}page=${page}` : path)

export const campaignsUrls = {
  /** POST: begins one. */
  campaigns: campaignsPath,
  campaign: (one: Town, id: string) => `${campaignsPath(one)}/${id}`,
  /** Pages of its journey. `test` and `act` take POST alone. */
  campaignPart: (one: Town, id: string, part: CampaignPart) => `${campaignsPath(one)}/${id}/${part}`,
  campaignLetter: (one: Town, id: string, language: string) =>
    `${campaignsPath(one)}/${id}/letter?language=${encodeURIComponent(language)}`,
  campaignRecipients: (one: Town, id: string, state: string, page?: number) =>
    withPage(`${campaignsPath(one)}/${id}/recipients?state=${state}`, page),
  /** Where members are written to. */
  townContacts: (one: Town, page?: number) => withPage(`${campaignsPath(one)}/contacts`, page),
  /** POST: a member by its name. */
  townContactFind: (one: Town) => `${campaignsPath(one)}/contacts/find`,
  townContact: (one: Town, authority: string) => `${campaignsPath(one)}/contacts/${authority}`,
  /** Bringing a list; what it would change, POST takes it over. */
  contactList: (one: Town) => `${campaignsPath(one)}/contacts/list`,
  contactUpload: (one: Town, id: string) => `${campaignsPath(one)}/contacts/list/${id}`,
  /** In a mail to a mailbox of the association: a page whose button confirms that towns may answer there. */
  confirmReply: (token: string) => `/mail/answers?token=${encodeURIComponent(token)}`,
  /** In letters: stops those of the association; opening it changes nothing. */
  stopLetters: (token: string) => `/mail/letters?token=${encodeURIComponent(token)}`,
  /** Where whoever got a letter types its code. */
  invitationCode: () => '/join',
  /** What an invited town opens. POST: somebody begins. */
  invited: (secret: string, sent = false) => `/join/${secret}${sent ? '?sent=1' : ''}`,
  /** Those who ask to be the first to work for a member of an association; POST vouches for one. */
  peopleVouch: (people: string) => `${people}/vouch`,
  /** The first three steps of a town. */
  firstSteps: (town: Town) => `${officePath(town)}/first-steps`,
} as const
