/** Addresses of the progress review of the whole network. */

/** @param day `2026-11-15`: as it was when that day began, or `2026-11` for the first of it; left out: as it is now. */
const base = (lang: string, day?: string) => `/${lang}/review${day === undefined ? '' : `/${day}`}`

export const reviewFigures = ['measures', 'articles', 'indicators', 'checklist', 'needs', 'countries'] as const
export type ReviewFigure = (typeof reviewFigures)[number]
/** Files: of each figure, and of what stands in the sentences alone. */
export const reviewFiles = ['plans', ...reviewFigures] as const
export type ReviewFile = (typeof reviewFiles)[number]
export const reviewDocuments = ['report', 'slides'] as const
export type ReviewDocument = (typeof reviewDocuments)[number]

export const reviewUrls = {
  review: base,
  /** @param id of what is defined. */
  reviewDefinitions: (lang: string, id?: string) => `${base(lang)}/definitions${id === undefined ? '' : `#${id}`}`,
  /** POST: leads to the review of the day that was chosen. */
  reviewDay: (lang: string) => `${base(lang)}/day`,
  reviewDocument: (lang: string, document: ReviewDocument, day?: string) => `${base(lang, day)}/${document}.pdf`,
  /** Figures for programs. */
  reviewFile: (file: ReviewFile, day?: string) => `/review/${file}.csv${day === undefined ? '' : `?day=${day}`}`,
} as const
