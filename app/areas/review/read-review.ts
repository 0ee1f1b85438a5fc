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

/** @param earlier at whose beginning it tells of; undefined: now. */
async function readReview(
  { database, clock, indicators }: ReviewSource,
  earlier?: Temporal.PlainDate,
): Promise<Review> {
  const at = earlier ? beginningOf(earlier) : clock.now()
  const day = at.toZonedDateTimeISO('UTC').toPlainDate()
  const summed = indicators.filter(({ sum }) => sum).map(({ id }) => id)
  const [counted, plans, countries, sums, checklist, needs, demonstration] = await Promise.all([
    database.read((db) => countMeasures(db, earlier)),
    database.read((db) => countPlans(db, earlier, day)),
    database.read((db) => countCountries(db, earlier)),
    database.read((db) => sumIndicators(db, earlier, summed)),
    database.read((db) => countChecklist(db, earlier)),
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
  /** @param day at whose beginning it tells of; undefined: now. */
  read(day: Temporal.PlainDate | undefined): Promise<Counted<Review>>
  clear(): void
}

/** Earlier days in memory. What they tell changes no more, but that searches of the month before are told later. */
const daysInMemory = 24

export function createKeptReview(source: ReviewSource): KeptReview {
  const now = createCountedSeldom(source.clock, () => readReview(source))
  const earlier = createKeptFacts<Review>(daysInMemory)
  /** Days are counted one after another: whoever asks for all of them takes one connection, not all. */
  let last: Promise<unknown> = Promise.resolve()
  function countAfter(day: Temporal.PlainDate): Promise<Review> {
    const counted = last.then(() => readReview(source, day))
    last = counted.catch(() => undefined)
    return counted
  }
  return {
    async read(day) {
      if (!day) return now.read()
      const today = source.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
      const value = await earlier.get(`${day} ${today}`, async () => ({ value: await countAfter(day), dependsOn: [] }))
      return { value, until: today.add({ days: 1 }).toZonedDateTime('UTC').toInstant() }
    },
    clear() {
      now.clear()
      earlier.clear()
    },
  }
}
