/** Names of towns and associations that conclusions and amendments name, in the reader's language. */
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Conclusion, Party } from './conclusion-store.ts'
import { type ConclusionsDeps, nameIn } from './deps.ts'

type Owned = Pick<Conclusion, 'ownerKind' | 'authority' | 'association'>

/** @returns names one; of the secretariat, and of what is gone, the secretariat. */
export async function namesFor(
  deps: Pick<ConclusionsDeps, 'readTowns' | 'readAssociations'>,
  db: Db | ReadDb,
  translator: Translator,
  owned: readonly Owned[],
): Promise<(one: Owned) => string> {
  const towns = await deps.readTowns(db, [...new Set(owned.flatMap(({ authority }) => authority ?? []))])
  const unions = await deps.readAssociations(db, [...new Set(owned.flatMap(({ association }) => association ?? []))])
  const all = new Map([...towns, ...unions].map((one) => [one.id, nameIn(translator, one)]))
  return ({ authority, association }) =>
    all.get(authority ?? association ?? '') ?? translator.t('conclusion.ownerKind.secretariat')
}

export const ofParty = ({ authority, association }: Party): Owned => ({
  ownerKind: association === null ? 'authority' : 'association',
  ...{ authority, association },
})

export const isSameParty = (one: Party, other: Party): boolean =>
  one.authority === other.authority && one.association === other.association
