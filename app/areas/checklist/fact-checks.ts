/** Brings together what the rules need to know of a town: its day, its numbers, kinds and languages. */
import { knownShortNumbersOf, phoneIsValidIn } from '../helplines/index.ts'
import type { ChecklistDeps } from './deps.ts'
import type { FactChecks } from './faults.ts'
import type { Town } from './town-store.ts'

export function factChecksFor(
  deps: Pick<ChecklistDeps, 'checklist' | 'helplines' | 'languages'>,
  town: Town,
  at: Temporal.Instant,
): FactChecks {
  const numbers = deps.helplines.byIso(town.country)
  return {
    kinds: deps.checklist.ids,
    languages: deps.languages.codes,
    today: at.toZonedDateTimeISO(town.timeZone).toPlainDate(),
    knownShort: numbers ? knownShortNumbersOf(numbers) : () => false,
    phoneIsValid: phoneIsValidIn(town.country),
  }
}
