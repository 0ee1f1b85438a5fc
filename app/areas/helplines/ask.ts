/** Every day: who keeps the help numbers of a country is asked, once in a quarter, to confirm them. */
import type { Tx } from '../../platform/db/tables.ts'
import { type HelplinesJobsDeps, todayIn } from './deps.ts'
import { type Asking, askingOf } from './keeping-rules.ts'
import { keptLines } from './merge-rules.ts'
import { askNotice } from './notices.ts'

/** @returns the countries whose people were to be asked; whoever has been told before is not told again. */
export async function askForConfirmations(deps: HelplinesJobsDeps): Promise<string[]> {
  const { database, helplines, clock, jobs } = deps
  await jobs.start()
  await helplines.refresh()
  const asked: string[] = []
  for (const country of await deps.countriesToAsk(database.db)) {
    const shipped = helplines.shippedOf(country)
    if (!shipped) continue
    const today = todayIn(deps, country, clock.now())
    const asking = askingOf(keptLines(shipped, helplines.changesOf(country)), today)
    if (!asking) continue
    await database.db.transaction().execute((tx) => askCountry(deps, tx, country, asking))
    asked.push(country)
  }
  return asked
}

async function askCountry(deps: HelplinesJobsDeps, tx: Tx, country: string, asking: Asking): Promise<void> {
  const coordinators = await deps.coordinatorsIn(tx, country)
  const people = coordinators.length > 0 ? coordinators : await deps.secretariatPeople(tx)
  const timeZone = deps.countries.byIso(country)?.timeZone ?? 'UTC'
  const due = asking.until.add({ days: 1 }).toZonedDateTime(timeZone).toInstant()
  for (const person of people) {
    await deps.notify(tx, {
      person,
      kind: 'helplines',
      key: `helplines ${country} ${asking.round}`,
      due,
      compose: (translator) => askNotice(translator, country, asking),
    })
  }
}
