/** The parts of the office of an association, and of the instance: the same on every page about it. */
import type { OfficeFor } from '../../platform/http/env.ts'
import { urls } from '../../urls.ts'
import type { OfficeNavigationItem } from './office-layout.tsx'

type Association = Parameters<typeof urls.associationPeople>[0]

/** In the order in which a coordinator works: who stands where, what one does for them, what is written for them. */
const ofAssociation = {
  coverage: (one: Association) => urls.coverage(one),
  members: (one: Association) => urls.associationMembers(one),
  areas: (one: Association) => urls.catchments(one),
  campaigns: (one: Association) => urls.campaigns(one),
  questions: (one: Association) => urls.associationQuestions(one),
  websites: (one: Association) => urls.associationWebsites(one),
  helplines: (one: Association) => urls.officeHelplines(one.country),
  national: (one: Association) => urls.officeNational(one.country),
  texts: (one: Association) => urls.associationTexts(one),
  letters: (one: Association) => urls.associationLetters(one),
  pactDocuments: (one: Association) => urls.associationPactDocuments(one),
  legal: (one: Association) => urls.officeLegal(one.country),
  pact: (one: Association) => urls.associationPact(one),
  exchange: (one: Association) => urls.exchange(one),
  practices: (one: Association) => urls.associationPractices(one),
  toolkit: (one: Association) => urls.officeToolkit(one),
  meetings: (one: Association) => urls.associationMeetings(one),
  prints: (one: Association) => urls.associationPrints(one),
  conclusions: (one: Association) => urls.tasks({ kind: 'association', one }),
  feeds: (one: Association) => urls.associationFeeds(one),
  contact: (one: Association) => urls.associationContact(one),
  plan: (one: Association) => urls.officePlan(one.country),
  people: (one: Association) => urls.associationPeople(one),
} as const

const ofInstance = {
  people: urls.instancePeople,
  pactTexts: urls.pactTexts,
  pact: urls.pactApplications,
  practices: urls.instancePractices,
  events: urls.eventEditions,
  reportCycles: urls.reportCycles,
  meetings: urls.officeMeetings,
  toolkit: () => urls.officeToolkit(undefined),
  exchange: () => urls.exchange(undefined),
  contact: urls.instanceContact,
} as const

const ofReviewers = {
  practices: urls.instancePractices,
  reportReviews: urls.reportReviews,
  meetings: urls.officeMeetings,
} as const

export type OfficeSection = keyof typeof ofAssociation | keyof typeof ofInstance | keyof typeof ofReviewers

/** @param association undefined: the instance. */
export function officeSections(
  { translator: { t }, reviewsAlone = false }: OfficeFor,
  association: Association | undefined,
  current: OfficeSection,
): OfficeNavigationItem[] {
  const pages: [OfficeSection, string][] = association
    ? sectionsOf(ofAssociation).map((section) => [section, ofAssociation[section](association)])
    : Object.entries(reviewsAlone ? ofReviewers : ofInstance).map(([section, href]) => [
        section as OfficeSection,
        href(),
      ])
  return pages.map(([section, href]) => ({ href, text: t(`office.sections.${section}`), current: section === current }))
}

const sectionsOf = <Section extends string>(pages: Readonly<Record<Section, unknown>>) =>
  Object.keys(pages) as Section[]
