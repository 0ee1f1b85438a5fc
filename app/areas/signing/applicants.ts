/** Who applies, by name and with the office that stands for it. */
import type { Db } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { urls } from '../../urls.ts'
import type { Application } from './application-store.ts'
import { nameOf, type Place, type SigningDeps } from './deps.ts'

export interface Applicant {
  /** Undefined for representatives and organisations. */
  readonly place: Place | undefined
  /** Of its time; others take UTC. */
  readonly timeZone: string
  /** Address below which its applications stand. */
  readonly base: string
  /** The official name; empty where nobody has given it yet. */
  readonly officialName: string
  name(translator: Pick<Translator, 'language'>): string
}

type Deps = Pick<SigningDeps, 'readBodies' | 'readAssociations'>
type Who = Pick<Application, 'authority' | 'association' | 'answers'>

export async function applicantOf(db: Db, deps: Deps, { authority, association, answers }: Who): Promise<Applicant> {
  if (authority !== null) {
    const [body] = await deps.readBodies(db, [authority])
    if (!body) throw new Error('an application is of a body that does not exist')
    return ofPlace(body, body.timeZone, urls.townPact(body))
  }
  if (association !== null) {
    const [union] = await deps.readAssociations(db, [association])
    if (!union) throw new Error('an application is of an association that does not exist')
    return ofPlace(union, 'UTC', urls.associationPact(union))
  }
  const name = answers.who?.name ?? ''
  return { place: undefined, timeZone: 'UTC', base: urls.applyPact(), officialName: name, name: () => name }
}

const ofPlace = (place: Place, timeZone: string, base: string): Applicant => ({
  ...{ place, timeZone, base, officialName: place.name },
  name: (translator) => nameOf(place, translator),
})

/** Ids of those who are told what becomes of it. */
export async function peopleBehind(
  db: Db,
  deps: Pick<SigningDeps, 'officeOf' | 'coordinatorsOf'>,
  { authority, association, begunBy }: Pick<Application, 'authority' | 'association' | 'begunBy'>,
): Promise<readonly string[]> {
  if (authority !== null) return deps.officeOf(db, authority)
  if (association !== null) return deps.coordinatorsOf(db, association)
  return begunBy === null ? [] : [begunBy]
}
