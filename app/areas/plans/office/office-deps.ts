import type { Languages } from '../../../platform/i18n/languages.ts'
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
  givesPlaceAway(text: string): boolean
  /** Towns of a country with that name. @param country ISO 3166-1, upper case. */
  findTowns(country: string, name: string): Promise<readonly PlanTown[]>
  /** What the town's checklist says now, as its office last wrote it. */
  checklistOf(authority: string): Promise<Pick<TownNow, 'authority' | 'answers' | 'fresh'>>
}
