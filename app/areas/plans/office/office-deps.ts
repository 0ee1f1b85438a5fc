import type { Act } from '../../../platform/audit/audit.ts'
import type { FileIntake } from '../../../platform/files/file-intake.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Languages } from '../../../platform/i18n/languages.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { SelectOption } from '../../../ui/components/select/select.tsx'
import type { Checklist, Lanzarote } from '../../checklist/index.ts'
import type { Measures } from '../catalogue-data.ts'
import type { PlansDeps, PlanTown } from '../deps.ts'
import type { Plan } from '../plan-store.ts'
import type { Measure } from '../schema.ts'
import type { TownNow } from '../suggest-rules.ts'

/** What the office's pages need, beside the use cases. */
export interface PlansOfficeDeps extends PlansDeps {
  readonly languages: Languages
  readonly checklist: Checklist
  readonly lanzarote: Lanzarote
  readonly catalogue: Measures
  readonly files: Pick<Files, 'stream'>
  readonly fileIntake: FileIntake
  /** In the language of the reader, or in English. @param article number. */
  articleTitle(translator: Translator, article: number): string
  /** Begins a practice that tells of a measure. @returns the address of its draft. */
  beginPractice(
    act: Act,
    of: { readonly town: PlanTown; readonly plan: Plan; readonly measure: Measure },
  ): Promise<string>
  givesPlaceAway(text: string): boolean
  /** Whether a text names a telephone number or an address of a mail. */
  namesContact(text: string): boolean
  /** Of all countries, by name. @param tag BCP 47. */
  countryOptions(tag: string): readonly SelectOption[]
  /** Towns of a country with that name. @param country ISO 3166-1, upper case. */
  findTowns(country: string, name: string): Promise<readonly PlanTown[]>
  /** What the town's checklist says now, as its office last wrote it. */
  checklistOf(authority: string): Promise<Pick<TownNow, 'authority' | 'answers' | 'fresh'>>
}
