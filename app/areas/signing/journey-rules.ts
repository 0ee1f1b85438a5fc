/** The application as a journey: its pages as data, which of them somebody meets, and what is still missing. */
import type { SignerKind } from './kind-rules.ts'
import type { AnsweredPage, Answers } from './schema.ts'

/** For whom the application is. */
export interface Traveller {
  readonly kind: SignerKind
  /** Another office has asked this one to sign together: what holds for all is asked there. */
  readonly follows: boolean
}

/** Signs in nobody's name but its own: no office of ours stands for it. */
export const isOwn = ({ kind }: Pick<Traveller, 'kind'>): boolean =>
  kind === 'representative' || kind === 'organisation'
/** A body with a council. */
const isCouncil = ({ kind }: Pick<Traveller, 'kind'>): boolean =>
  kind === 'municipality' || kind === 'district' || kind === 'region'

interface Page {
  readonly page: string
  /** Whom it concerns. */
  readonly when: (traveller: Traveller) => boolean
}

const everybody = () => true
/** In the order of the journey: before and after follow from it. */
const journey = [
  { page: 'who', when: isOwn },
  { page: 'body', when: ({ kind }) => kind === 'representative' },
  // An elected representative decides alone.
  { page: 'decision', when: ({ kind }) => kind !== 'representative' },
  { page: 'office', when: ({ kind }) => kind !== 'representative' },
  { page: 'contact', when: everybody },
  { page: 'text', when: everybody },
  { page: 'ceremony', when: ({ follows }) => !follows },
  { page: 'together', when: (traveller) => isCouncil(traveller) && !traveller.follows },
  { page: 'check', when: everybody },
] as const satisfies readonly Page[]

export type JourneyPage = (typeof journey)[number]['page']
/** Pages whose form is saved. */
export type FormPage = Exclude<JourneyPage, 'together' | 'check'>
export const formPages = [
  'who',
  'body',
  'decision',
  'office',
  'contact',
  'text',
  'ceremony',
] as const satisfies FormPage[]
export const isFormPage = (page: string | undefined): page is FormPage => formPages.some((one) => one === page)

export function pagesOf(traveller: Traveller): JourneyPage[] {
  return journey.filter(({ when }: Page) => when(traveller)).map(({ page }) => page)
}

/** Undefined behind the last. */
export function pageAfter(traveller: Traveller, page: JourneyPage): JourneyPage | undefined {
  const pages = pagesOf(traveller)
  return pages[pages.indexOf(page) + 1]
}

/** Undefined before the first. */
export function pageBefore(traveller: Traveller, page: JourneyPage): JourneyPage | undefined {
  const pages = pagesOf(traveller)
  return pages[pages.indexOf(page) - 1]
}

export interface Answered {
  readonly answers: Answers
  readonly hasContact: boolean
  readonly hasDocument: boolean
}

/** Pages that still lack something, in order. */
export function missingPages(traveller: Traveller, { answers, hasContact, hasDocument }: Answered): FormPage[] {
  const has: Record<FormPage, boolean> = {
    who: answers.who !== undefined,
    body: answers.body !== undefined,
    decision: answers.decision !== undefined && hasDocument,
    office: answers.office !== undefined,
    contact: hasContact,
    text: answers.text !== undefined,
    ceremony: answers.ceremony !== undefined,
  }
  return pagesOf(traveller).flatMap((page) => (isFormPage(page) && !has[page] ? [page] : []))
}

export const revisionOf = (answers: Answers, page: AnsweredPage): number => answers[page]?.revision ?? 0
