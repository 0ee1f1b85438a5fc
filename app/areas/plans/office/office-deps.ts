import type { Languages } from '../../../platform/i18n/languages.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { SelectOption } from '../../../ui/components/select/select.tsx'
import type { Town } from '../../../urls/town-paths.ts'
import type { Checklist, Lanzarote } from '../../checklist/index.ts'
import type { Measures } from '../catalogue-data.ts'
import type { PlansDeps, PlanTown } from '../deps.ts'
import type { TownNow } from '../suggest-rules.ts'

/** What the office's pages need, beside the use cases. */
export interface PlansOfficeDeps extends PlansDeps {
  readonly languages: Languages
  readonly checklist: Checklist
  readonly lanzarote: Lanzarote
  readonly catalogue: Measures
  /** In the language of the reader, or in English. @param article number. */
  articleTitle(translator: Translator, article: number): string
  /** POST: makes a practice of a measure. */
  practiceFrom?(town: Town, plan: string, measure: string): string
  givesPlaceAway(text: string): boolean
  /** Of all countries, by name. @param tag BCP 47. */
  countryOptions(tag: string): readonly SelectOption[]
  /** Towns of a country with that name. @param country ISO 3166-1, upper case. */
  findTowns(country: string, name: string): Promise<readonly PlanTown[]>
  /** What the town's checklist says now, as its office last wrote it. */
  checklistOf(authority: string): Promise<Pick<TownNow, 'authority' | 'answers' | 'fresh'>>
}
