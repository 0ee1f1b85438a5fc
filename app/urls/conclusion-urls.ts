/** Addresses of the conclusions of a meeting: for everybody, where they are written, amended and followed up. */
import { associationPath, officePath, type Town } from './town-paths.ts'

const written = (year: number) => `/office/meetings/${year}/conclusions`
/** Who takes part in a meeting: a town, an association. */
export type PartyPlace = Town | { readonly association: Town }

const ofParty = (of: PartyPlace, year: number) =>
  `${'association' in of ? associationPath(of.association) : officePath(of)}/meetings/${year}`
const amended = (of: PartyPlace, year: number) => `${ofParty(of, year)}/conclusions`

/** Where an office sees what it has taken on. */
export type TaskOffice =
  | { readonly kind: 'authority' | 'association'; readonly one: Town }
  | { readonly kind: 'secretariat' }

function tasksPath(office: TaskOffice): string {
  if (office.kind === 'secretariat') return '/office/meetings/tasks'
  return office.kind === 'authority'
    ? `${officePath(office.one)}/meetings/tasks`
    : `${associationPath(office.one)}/conclusions`
}

export const conclusionUrls = {
  conclusions: (lang: string, year: number) => `/${lang}/meetings/${year}/conclusions`,
  /** Of the secretariat; POST adds one. */
  officeConclusions: written,
  /** POST changes it. */
  officeConclusion: (year: number, id: string) => `${written(year)}/${id}`,
  /** POST. */
  officeConclusionRemove: (year: number, id: string) => `${written(year)}/${id}/remove`,
  /** POST leads to the next stage. */
  officeConclusionsStage: (year: number) => `${written(year)}/stage`,
  /** POST records the show of hands. */
  officeConclusionsAdopt: (year: number) => `${written(year)}/adopt`,
  /** POST decides about it. */
  officeAmendment: (year: number, id: string) => `${written(year)}/amendments/${id}`,
  /** What earlier meetings have concluded, looked at again; POST says that one was. */
  officeConclusionsReview: (year: number) => `${written(year)}/review`,
  /** Of whoever took part; POST proposes a change. */
  partyConclusions: amended,
  /** POST. */
  partyAmendmentBack: (of: PartyPlace, year: number, id: string) => `${amended(of, year)}/amendments/${id}/back`,
  /** For everybody: the live review, the library, questions with their answers. */
  atMeeting: (lang: string, year: number) => `/${lang}/meetings/${year}/at-the-meeting`,
  /** The same for whoever takes part; POST asks the meeting. */
  partyAtMeeting: (of: PartyPlace, year: number) => `${ofParty(of, year)}/at-the-meeting`,
  /** For whoever chairs. */
  officeMeetingQuestions: (year: number) => `/office/meetings/${year}/at-the-meeting`,
  /** POST picks its place, answers, publishes. */
  officeMeetingQuestion: (year: number, id: string) => `/office/meetings/${year}/at-the-meeting/${id}`,
  /** POST: the secretariat follows the conclusions of 2015 here. */
  followFirst: () => '/office/meetings/tasks/first',
  /** What an office has taken on. */
  tasks: tasksPath,
  /** POST tells how far it is. */
  task: (office: TaskOffice, id: string) => `${tasksPath(office)}/${id}`,
  /** POST: taken on, or not. */
  taskAnswer: (office: TaskOffice, id: string) => `${tasksPath(office)}/${id}/answer`,
} as const
