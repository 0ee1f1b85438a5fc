/** Addresses of the Pact: what it is, its texts, the documents by which a council decides about it. */
import { associationPath, officePath, type Town } from './town-paths.ts'

const texts = '/office/pact/texts'
const draft = (id: string) => `${texts}/${id}`
const ofTown = (town: Town) => `${officePath(town)}/pact/documents`
const ofAssociation = (one: Town) => `${associationPath(one)}/pact-documents`

const withQuery = (path: string, asked: Readonly<Record<string, string | undefined>>) => {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

export const pactUrls = {
  /** The Pact explained. */
  pact: (lang: string) => `/${lang}/pact`,
  /** The Lanzarote Convention in plain words; one of its articles. */
  lanzarote: (lang: string) => `/${lang}/lanzarote`,
  lanzaroteArticle: (lang: string, number: number) => `/${lang}/lanzarote/${number}`,
  /** An approved text. @param language in which it is read; left out: that of the page, else the next best. */
  pactText: (lang: string, version: string, language?: string) =>
    withQuery(`/${lang}/pact/text/${version}`, { language }),
  /** The bytes whose hash is published. */
  pactTextFile: (version: string, language: string) => `/pact/text/${version}/${language}.txt`,
  /** Texts that wait, and those that are approved, for the secretariat. */
  pactTexts: () => texts,
  /** POST begins a draft. */
  pactTextNew: (given: { readonly version?: string | undefined } = {}) => withQuery(`${texts}/new`, given),
  pactDraft: draft,
  pactDraftEdit: (id: string) => `${draft(id)}/edit`,
  /** POST. */
  pactDraftAct: (id: string, act: 'approve' | 'discard') => `${draft(id)}/${act}`,
  /** Model documents, filled in for a town. */
  townPactDocuments: ofTown,
  townPactDocument: (town: Town, kind: string, lang: string) => `${ofTown(town)}/${kind}/${lang}`,
  townPactDocumentFile: (town: Town, kind: string, lang: string, format: 'docx' | 'pdf') =>
    `${ofTown(town)}/${kind}/${lang}/document.${format}`,
  /** The same, as an association writes them. */
  associationPactDocuments: ofAssociation,
  /** @param town whose facts stand in the preview: its code or name. */
  associationPactDocument: (one: Town, kind: string, lang: string, town?: string) =>
    withQuery(`${ofAssociation(one)}/${kind}/${lang}`, { town }),
  /** POST: the shipped one counts again. */
  associationPactDocumentRevert: (one: Town, kind: string, lang: string) =>
    `${ofAssociation(one)}/${kind}/${lang}/revert`,
} as const
