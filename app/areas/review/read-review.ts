/** Everything that the review tells, counted for one moment, and kept in memory. */
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { type Counted, createCountedSeldom } from '../../platform/page-cache/counted-seldom.ts'
import { createKeptFacts } from '../../platform/page-cache/kept-facts.ts'
import {
  type ArticleCell,
  beginningOf,
  type ChecklistCell,
  type CommonIndicator,
  type KindNeed,
  type MeasureCell,
  monthsOfNeeds,
  mostAsked,
  type ToldIndicator,
  toldIndicators,
} from './review-rules.ts'
import {
  allInvented,
  type CountryCount,
  countChecklist,
  countCountries,
  countMeasures,
  countPlans,
  type PlanCounts,
  readNeedMonths,
  sumIndicators,
} from './review-store.ts'

export interface Review {
  /** The day it tells of, in UTC; of an earlier one the beginning. */
  readonly day: Temporal.PlainDate
  readonly measures: readonly MeasureCell[]
  readonly articles: readonly ArticleCell[]
  readonly plans: PlanCounts
  readonly countries: readonly CountryCount[]
  readonly indicators: readonly ToldIndicator[]
  readonly checklist: readonly ChecklistCell[]
  readonly needs: readonly KindNeed[]
  /** Everything that is counted is invented. */
  readonly demonstration: boolean
}

export interface ReviewSource {
  readonly database: Pick<Database, 'read'>
  readonly clock: Clock
  /** Of the catalogue of measures. */
  readonly indicators: readonly CommonIndicator[]
}

/** @param month whose first moment it tells of; undefined: now. */
async function readReview(
  { database, clock, indicators }: ReviewSource,
  month?: Temporal.PlainYearMonth,
): Promise<Review> {
  const at = month ? beginningOf(month) : clock.now()
  const day = at.toZonedDateTimeISO('UTC').toPlainDate()
  const summed = indicators.filter(({ sum }) => sum).map(({ id }) => id)
  const [counted, plans, countries, sums, checklist, needs, demonstration] = await Promise.all([
    database.read((db) => countMeasures(db, month)),
    database.read((db) => countPlans(db, month, day)),
    database.read((db) => countCountries(db, month)),
    database.read((db) => sumIndicators(db, month, summed)),
    database.read((db) => countChecklist(db, month)),
    database.read((db) => readNeedMonths(db, monthsOfNeeds(at))),
    database.read(allInvented),
  ])
  return {
    ...{ day, ...counted, plans, countries, checklist, demonstration },
    indicators: toldIndicators(sums, indicators),
    needs: mostAsked(needs),
  }
}

export interface KeptReview {
  read(month: Temporal.PlainYearMonth | undefined): Promise<Counted<Review>>
  clear(): void
}

/** Earlier months in memory. What they tell changes no more, but that searches of the month before are told later. */
const monthsInMemory = 24

export function createKeptReview(source: ReviewSource): KeptReview {
  const now = createCountedSeldom(source.clock, () => readReview(source))
  const earlier = createKeptFacts<Review>(monthsInMemory)
  return {
    async read(month) {
      if (!month) return now.read()
      const today = source.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
      const value = await earlier.get(`${month} ${today}`, async () => ({
        value: await readReview(source, month),
        dependsOn: [],
      }))
      return { value, until: today.add({ days: 1 }).toZonedDateTime('UTC').toInstant() }
    },
    clear() {
      now.clear()
      earlier.clear()
    },
  }
}
