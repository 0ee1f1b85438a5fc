/** Brings together what the rules need to know of a town: its day, its numbers, kinds and languages. */
import { knownShortNumbersOf, phoneIsValidIn, possibleShortNumber } from '../helplines/index.ts'
import type { ChecklistDeps } from './deps.ts'
import type { FactChecks } from './faults.ts'
import type { CheckedTown } from './town-store.ts'

export function factChecksFor(
  deps: Pick<ChecklistDeps, 'checklist' | 'helplines' | 'languages'>,
  town: CheckedTown,
  at: Temporal.Instant,
): FactChecks {
  const numbers = deps.helplines.byIso(town.country)
  const known = numbers ? knownShortNumbersOf(numbers) : () => false
  return {
    kinds: deps.checklist.ids,
    languages: deps.languages.codes,
    today: at.toZonedDateTimeISO(town.timeZone).toPlainDate(),
    knownShort: (number) => known(number) || town.dialled.has(possibleShortNumber(town.country, number) ?? ''),
    phoneIsValid: phoneIsValidIn(town.country),
    mayBeShort: (number) => possibleShortNumber(town.country, number) !== undefined,
  }
}
