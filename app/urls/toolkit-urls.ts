/** Addresses of the toolkit: for everybody, and where it is translated. */
import { associationPath, cc, type Town } from './town-paths.ts'

export interface ToolkitAsked {
  readonly kind?: string | undefined
  readonly audience?: string | undefined
  readonly p?: string | undefined
  readonly article?: number | undefined
  readonly language?: string | undefined
}

const base = (lang: string) => `/${lang}/toolkit`
const one = (lang: string, id: string) => `${base(lang)}/${id}`

function queryOf(asked: ToolkitAsked): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, `${value}`)
  return query.size > 0 ? `?${query}` : ''
}

export const toolkitUrls = {
  /** All resources; POST looks for words, which never stand in an address. */
  toolkit: (lang: string, asked: ToolkitAsked = {}) => `${base(lang)}${queryOf(asked)}`,
  /** @param read in which of its languages; left out: the reader's own where there is one, else the original. */
  resource: (lang: string, id: string, read?: string) => `${one(lang, id)}${read === undefined ? '' : `?read=${read}`}`,
  /** POST: it is needed in a language. */
  resourceWanted: (lang: string, id: string) => `${one(lang, id)}/wanted`,
  /** @param town whose arms stand on it. */
  resourcePaper: (lang: string, id: string, read: string, town?: Town) =>
    `${one(lang, id)}/paper.pdf?read=${read}${town ? `&town=${cc(town.country)}/${town.slug}` : ''}`,
  /** Its file in a language: one address for one content. */
  resourceFile: (
    lang: string,
    id: string,
    read: string,
    { sha256, type }: { readonly sha256: string; readonly type: string },
  ) => `${one(lang, id)}/file/${read}-${sha256.slice(0, 16)}.${type}`,
  /** Which resource is there in which language. */
  toolkitLanguages: (lang: string) => `${base(lang)}/languages`,
  /** Where translations are written. @param into the language that is looked at. */
  officeToolkit: (one: Town | undefined, into?: string) =>
    `${one ? `${associationPath(one)}/toolkit` : '/office/instance/toolkit'}${into === undefined ? '' : `?into=${into}`}`,
  /** Below it. A form; POST keeps or sends it. */
  resourceTranslate: (toolkit: string, id: string, into?: string) =>
    `${toolkit}/translate/${id}${into === undefined ? '' : `?into=${into}`}`,
  /** POST: what was begun goes. */
  resourceOfferDiscard: (toolkit: string, offer: string) => `${toolkit}/offers/${offer}/discard`,
  /** Reading one and deciding about it. */
  resourceOfferReview: (offer: string) => `/office/instance/toolkit/offers/${offer}`,
  /** Below the office of the toolkit: the file of a translation that is under way. */
  resourceOfferFile: (toolkit: string, offer: string) => `${toolkit}/offers/${offer}/file`,
  /** A form for an original that is new, or for its next revision; POST keeps or sends it. */
  resourceOriginal: (resource?: string) =>
    `/office/instance/toolkit/originals${resource === undefined ? '' : `/${resource}`}`,
  /** Reading an original that is under way, and deciding about it. */
  resourceDraft: (id: string) => `/office/instance/toolkit/drafts/${id}`,
  resourceDraftFile: (id: string) => `/office/instance/toolkit/drafts/${id}/file`,
  /** POST: what was begun goes. */
  resourceDraftDiscard: (id: string) => `/office/instance/toolkit/drafts/${id}/discard`,
  /** What can be taken out of a resource, and what was. */
  resourceWithdraw: (resource: string) => `/office/instance/toolkit/resources/${resource}`,
  /** POST: a resource or a translation is public again. */
  resourceBringBack: (resource: string) => `/office/instance/toolkit/resources/${resource}/bring-back`,
  toolkitPackage: (lang: string, id: string) => `${base(lang)}/packages/${id}/package.zip`,
} as const
