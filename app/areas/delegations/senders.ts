/** Who sends people to a meeting: what they are called, how many places they have, who works for them. */
import type { Db } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { DelegationPlace } from '../../urls/programme-urls.ts'
import { type DelegationsDeps, nameOf } from './deps.ts'
import { readGuest } from './guest-store.ts'
import { type Category, categoryOf } from './place-rules.ts'
import type { Sender } from './schema.ts'

export interface SenderFacts {
  readonly sender: Sender
  readonly place: DelegationPlace
  readonly category: Category
  /** ISO 3166-1, upper case; null: of none. */
  readonly country: string | null
  readonly name: (translator: Pick<Translator, 'language'>) => string
}

type Deps = Pick<DelegationsDeps, 'readTowns' | 'readAssociations'>

/** Undefined for one that is gone. */
export async function readSender(deps: Deps, db: Db, sender: Sender): Promise<SenderFacts | undefined> {
  const { kind, id } = sender
  if (kind === 'guest') {
    const guest = await readGuest(db, id)
    return guest && { sender, place: { guest: id }, category: guest.kind, country: null, name: () => guest.name }
  }
  if (kind === 'association') {
    const [union] = await deps.readAssociations(db, [id])
    if (!union) return undefined
    const { country } = union
    const place = { association: union }
    return { sender, place, category: 'association', country, name: (translator) => nameOf(union, translator) }
  }
  const [town] = await deps.readTowns(db, [id])
  if (!town) return undefined
  const category = categoryOf(town.kind)
  return { sender, place: town, category, country: town.country, name: (translator) => nameOf(town, translator) }
}

/** Ids of those who register its people. */
export async function peopleFor(
  { officeOf, coordinatorsOf }: Pick<DelegationsDeps, 'officeOf' | 'coordinatorsOf'>,
  db: Db,
  { kind, id }: Sender,
): Promise<readonly string[]> {
  if (kind === 'authority') return officeOf(db, id, false)
  if (kind === 'association') return coordinatorsOf(db, id)
  const contact = (await readGuest(db, id))?.contact
  return contact ? [contact] : []
}
