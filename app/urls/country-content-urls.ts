/** Addresses of what an association says for its whole country, and of who inherits it. */
import { associationPath, cc, officePath, type Town } from './town-paths.ts'

const countryPath = (country: string) => `/office/countries/${cc(country)}`
const legalPath = (country: string, topic?: string) => `${countryPath(country)}/legal${topic ? `/${topic}` : ''}`
const associationLetters = (one: Town) => `${associationPath(one)}/model-letters`
const townLetters = (town: Town) => `${officePath(town)}/model-letters`

const withQuery = (path: string, asked: Readonly<Record<string, string | number | undefined>>) => {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** Which part of the list of those who inherit. */
export interface ReachAsked {
  /** Id of an area. */
  readonly area?: string | undefined
  readonly page?: number | undefined
  /** In which pages are looked at. */
  readonly lang?: string | undefined
}

export const countryContentUrls = {
  /** What the country itself offers; POST opens its office where there is none. */
  officeNational: (country: string) => `${countryPath(country)}/national`,
  /** What the law of the country says. */
  legalNotes: (lang: string, country: string) => `/${lang}/${cc(country)}/legal-notes`,
  officeLegal: legalPath,
  officeLegalNote: (country: string, topic: string, into?: string) => withQuery(legalPath(country, topic), { into }),
  /** POST. */
  officeLegalAct: (country: string, topic: string, act: 'publish' | 'withdraw') =>
    `${legalPath(country, topic)}/${act}`,
  /** As families would read it. */
  officeLegalPreview: (country: string, topic: string, lang: string) => `${legalPath(country, topic)}/preview/${lang}`,
  /** POST: who wrote a note does not publish it, from now on or no more. */
  officeLegalTwoPairs: (country: string) => `${countryPath(country)}/legal-two-pairs`,
  /** Model letters of an association; POST begins one. */
  associationLetters,
  associationLetter: (one: Town, id: string, into?: string) => withQuery(`${associationLetters(one)}/${id}`, { into }),
  /** POST. */
  associationLetterAct: (one: Town, id: string, act: 'publish' | 'withdraw') =>
    `${associationLetters(one)}/${id}/${act}`,
  /** The same, filled in, where a town finds them. */
  officeModelLetters: townLetters,
  officeModelLetter: (town: Town, id: string, lang: string) => `${townLetters(town)}/${id}/${lang}`,
  officeModelLetterFile: (town: Town, id: string, lang: string, format: 'docx' | 'pdf' | 'txt') =>
    `${townLetters(town)}/${id}/${lang}/letter.${format}`,
  /** Who inherits what an area offers, and how the page of one of them would be with the draft. */
  officeReach: (area: Town, asked: ReachAsked = {}) => withQuery(`${officePath(area)}/reach`, { ...asked }),
  officeReachPreview: (area: Town, town: string, lang: string) => `${officePath(area)}/reach/${town}/${lang}`,
  /** The same of a standard text. @param text its address. */
  standardReach: (text: string, asked: ReachAsked = {}) => withQuery(`${text}/reach`, { ...asked }),
  standardReachPreview: (text: string, authority: string, lang: string) => `${text}/reach/${authority}/${lang}`,
  /** Pages below the list of an area's or an association's texts: the text in a language, POST: publishing it, withdrawing it. */
  standardText: (texts: string, id: string, into?: string) => `${texts}/${id}${into ? `?into=${into}` : ''}`,
  standardTextPublish: (texts: string, id: string) => `${texts}/${id}/publish`,
  standardTextWithdraw: (texts: string, id: string) => `${texts}/${id}/withdraw`,
  /** Where a text for a kind is begun. @param texts the list's address. */
  standardTextFor: (texts: string, kind: string) => `${withQuery(texts, { kind })}#kind`,
  /** Every kind in every language of the country. @param texts the list's address. */
  standardMatrix: (texts: string) => `${texts}/languages`,
} as const
