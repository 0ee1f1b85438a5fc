/** Deleting an account: everything that names the person goes; what the office did stays, without them. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { forgetQueued } from '../../platform/mail/forget-person.ts'
import { composeLetter } from '../../platform/mail/letter.ts'
import { enqueueMail, farewellJob } from '../../platform/mail/mail.ts'
import { outboxFolder } from '../../platform/mail/mailer.ts'
import { createOutbox } from '../../platform/mail/outbox.ts'
import { type Departing, departure, type Person, readPerson, tellOfDeparture } from '../accounts/index.ts'
import type { PrivacyDeps } from './deps.ts'
import { farewellLetter } from './letters.ts'

export type Deleted =
  | { readonly outcome: 'deleted' }
  /** Places in which nobody else could let anybody in. */
  | { readonly outcome: 'last'; readonly places: readonly Departing[] }

/** Deleting somebody who is gone already does nothing. */
export async function deleteAccount(deps: PrivacyDeps, act: Act, id: string): Promise<Deleted> {
  const { config, database, jobs } = deps
  await jobs.start()
  const gone = await database.db.transaction().execute(async (tx) => {
    const places = await departure(tx, config.instanceName, id)
    const person = await readPerson(tx, id)
    if (!person) return undefined
    const last = places.filter((one) => one.last)
    if (last.length > 0) return last
    await record(tx, act, id, places)
    await forgetQueued(tx, person)
    for (const erase of deps.erasers) await erase(tx, person)
    for (const place of places) await tellOfDeparture(tx, deps, place, id)
    await sayFarewell(tx, deps, person)
    return person
  })
  if (gone && !('id' in gone)) return { outcome: 'last', places: gone }
  // The files of development know no transaction; nothing is lost if the process ends before this.
  if (gone) await createOutbox(outboxFolder(config.dataDir)).forget(gone)
  return { outcome: 'deleted' }
}

/** In the trail of each town, and of the instance for what belongs to none. */
async function record(tx: Tx, act: Act, person: string, places: readonly Departing[]): Promise<void> {
  for (const { place, roles } of places) {
    await recordAudit(tx, act, { authority: place.authority, subject: person, detail: { ended: [...roles] } })
  }
  if (places.length === 0) await recordAudit(tx, act, { authority: null, subject: person })
}

async function sayFarewell(tx: Tx, { config, jobs, i18n }: PrivacyDeps, { email, language }: Person): Promise<void> {
  const translator = i18n.translator(language) ?? i18n.negotiate(undefined)
  const letter = composeLetter(config, translator, farewellLetter(translator, config.instanceName))
  await enqueueMail(tx, jobs, config.baseUrl, { to: email, ...letter }, farewellJob)
}

/** What stands in the way, for the page to say before somebody tries. */
export function placesInTheWay({ config, database }: PrivacyDeps, person: string): Promise<readonly Departing[]> {
  return database.db
    .transaction()
    .execute(async (tx) => (await departure(tx, config.instanceName, person)).filter(({ last }) => last))
}
