/** Addresses of good practices: for everybody, in the office of a town, of an association and of the instance. */
import { associationPath, officePath, type Town } from './town-paths.ts'

export interface PracticesAsked {
  readonly p?: string | undefined
  readonly article?: number | undefined
  readonly kind?: string | undefined
  readonly size?: string | undefined
  readonly language?: string | undefined
  readonly cost?: string | undefined
  readonly page?: number | undefined
}

const base = (lang: string) => `/${lang}/practices`

function queryOf(asked: PracticesAsked): string {
  const { page = 1, ...filters } = asked
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) query.set(name, `${value}`)
  if (page > 1) query.set('page', `${page}`)
  return query.size > 0 ? `?${query}` : ''
}

type OtherAct = 'use' | 'end-use' | 'ask'

export const practicesUrls = {
  /** The library; POST looks for words, which never stand in an address. */
  practices: (lang: string, asked: PracticesAsked = {}) => `${base(lang)}${queryOf(asked)}`,
  /** @param read in which of its languages; left out: the reader's own where there is a translation, else the original. */
  practice: (lang: string, id: string, read?: string) =>
    `${base(lang)}/${id}${read === undefined ? '' : `?read=${read}`}`,
  practicePaper: (lang: string, id: string, read: string) => `${base(lang)}/${id}/paper.pdf?read=${read}`,
  practiceCollection: (lang: string, id: string) => `${base(lang)}/collections/${id}`,
  /** For whoever works somewhere: in which of their offices they go on with a practice. */
  practiceOffice: (id: string) => `/office/practices/${id}`,
  /** Those of a town, and what it asks and is asked. */
  townPractices: (town: Town) => `${officePath(town)}/practices`,
  associationPractices: (one: Town) => `${associationPath(one)}/practices`,
  instancePractices: () => '/office/instance/practices',
  /** Below the practices of a town. */
  practiceNew: (practices: string) => `${practices}/new`,
  practiceDraft: (practices: string, id: string) => `${practices}/${id}`,
  practiceEdit: (practices: string, id: string) => `${practices}/${id}/edit`,
  /** POST. */
  practiceAct: (practices: string, id: string, act: 'submit' | 'withdraw') => `${practices}/${id}/${act}`,
  practiceQuestion: (practices: string, question: string) => `${practices}/questions/${question}`,
  /** POST: what is about a child goes. */
  practiceTakeOut: (practices: string, question: string) => `${practices}/questions/${question}/take-out`,
  /** A public practice, seen from an office; POST to its acts. */
  otherPractice: (practices: string, id: string) => `${practices}/others/${id}`,
  otherPracticeAct: (practices: string, id: string, act: OtherAct) => `${practices}/others/${id}/${act}`,
  practiceTranslate: (practices: string, id: string, into?: string) =>
    `${practices}/others/${id}/translate${into === undefined ? '' : `?into=${into}`}`,
  practiceTranslationRemove: (practices: string, id: string) => `${practices}/others/${id}/translate/remove`,
  /** Below those of the instance: deciding about one, collections. */
  practiceReview: (id: string) => `/office/instance/practices/review/${id}`,
  practiceCollections: () => '/office/instance/practices/collections',
  practiceCollectionNew: () => '/office/instance/practices/collections/new',
  practiceCollectionEdit: (id: string) => `/office/instance/practices/collections/${id}`,
  practiceCollectionRemove: (id: string) => `/office/instance/practices/collections/${id}/remove`,
} as const
