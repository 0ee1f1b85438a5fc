/** Addresses of the progress review of the whole network. */

/** @param month `2026-11`: as it was on the first day of it; left out: as it is now. */
const base = (lang: string, month?: string) => `/${lang}/review${month === undefined ? '' : `/${month}`}`

export const reviewFigures = ['measures', 'articles', 'indicators', 'checklist', 'needs', 'countries'] as const
export type ReviewFigure = (typeof reviewFigures)[number]
export const reviewDocuments = ['report', 'slides'] as const
export type ReviewDocument = (typeof reviewDocuments)[number]

export const reviewUrls = {
  review: base,
  /** @param id of what is defined. */
  reviewDefinitions: (lang: string, id?: string) => `${base(lang)}/definitions${id === undefined ? '' : `#${id}`}`,
  reviewDocument: (lang: string, document: ReviewDocument, month?: string) => `${base(lang, month)}/${document}.pdf`,
  /** The figures of one picture, for programs. */
  reviewFile: (figure: ReviewFigure, month?: string) =>
    `/review/${figure}.csv${month === undefined ? '' : `?month=${month}`}`,
} as const
