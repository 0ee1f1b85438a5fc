/** The figures for programs: the same counts as on the page, under names that do not change. */
import { stringify } from 'csv-stringify/sync'
import type { ReviewFile } from '../../urls/review-urls.ts'
import type { Review } from './read-review.ts'
import { reviewSections, reviewStates } from './review-rules.ts'

type Row = readonly (string | number)[]

const inOrder = <T extends { readonly section: string; readonly state: string }>(cells: readonly T[]): readonly T[] =>
  reviewSections.flatMap((section) =>
    reviewStates.flatMap((state) => cells.filter((one) => one.section === section && one.state === state)),
  )

interface FileOf {
  readonly columns: readonly string[]
  rows(review: Review): readonly Row[]
}

const files: Readonly<Record<ReviewFile, FileOf>> = {
  plans: {
    columns: ['period', 'plans'],
    rows: ({ plans: { plans, underWay } }) => [
      ['all', plans],
      ['under-way', underWay],
    ],
  },
  measures: {
    columns: ['section', 'state', 'measures'],
    rows: ({ measures }) => inOrder(measures).map((one) => [one.section, one.state, one.measures]),
  },
  articles: {
    columns: ['article', 'section', 'state', 'measures'],
    rows: ({ articles }) =>
      inOrder(articles)
        .toSorted((one, other) => one.article - other.article)
        .map((one) => [one.article, one.section, one.state, one.measures]),
  },
  indicators: {
    columns: ['indicator', 'unit', 'sum', 'towns'],
    rows: ({ indicators }) =>
      indicators.map(({ indicator, unit, told }) => [indicator, unit, told?.sum ?? '', told?.towns ?? '']),
  },
  checklist: {
    columns: ['kind', 'answer', 'towns'],
    rows: ({ checklist }) =>
      checklist
        .map((one): Row => [one.kind, one.status, one.towns])
        .toSorted((one, other) => (one.join() < other.join() ? -1 : 1)),
  },
  needs: { columns: ['kind', 'searches'], rows: ({ needs }) => needs.map((one) => [one.kind, one.searches]) },
  countries: {
    columns: ['country', 'towns', 'measures'],
    rows: ({ countries }) => countries.map((one) => [one.country, one.towns, one.measures]),
  },
}

/** Each line says of which day it is, so that files of several days can be put together. */
export function figureFile(file: ReviewFile, review: Review): string {
  const { columns, rows } = files[file]
  const day = review.day.toString()
  const lines = [['day', ...columns], ...rows(review).map((row) => [day, ...row])]
  return `\ufeff${stringify(lines, { record_delimiter: 'windows', escape_formulas: true })}`
}
