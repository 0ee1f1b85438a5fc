/** A place in which people hold roles: an authority, an association, or the instance. */
import type { Db } from '../../../platform/db/tables.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Actor, Scope, Subject } from '../../../platform/session/actor.ts'
import { urls } from '../../../urls.ts'
import { readAssociations } from '../../associations/index.ts'
import { readAuthority } from '../../authorities/index.ts'
import { findActor } from '../store.ts'
import { lockPlace, readStaff } from './people-store.ts'
import { officesOf } from './policy.ts'
import type { Office, PlaceKind, Staff } from './rules.ts'

export interface Place {
  readonly kind: PlaceKind
  readonly scope: Scope
  readonly subject: Subject
  /** In whose audit trail its acts stand. */
  readonly authority: string | null
  /** Ids of the associations that an authority belongs to; of the association itself. */
  readonly associations: readonly string[]
  /** In a language, by code. */
  readonly nameIn: (language: string) => string
  /** Codes, the most used first; empty where it has none of its own. */
  readonly languages: readonly string[]
  readonly timeZone: string
  /** Address of the page of its people. */
  readonly path: string
  /** Where whoever fills in its page, or coordinates it, works; `first`: where the first of them begins. */
  readonly desk: { readonly path: string; readonly first: string }
}

/** @param instanceName the name of this instance. @throws {RequestFault} not-found where there is no such place. */
export async function placeOf(db: Db, instanceName: string, subject: Subject): Promise<Place> {
  if (subject.kind === 'country') throw notFound()
  if (subject.kind === 'self') {
    return {
      kind: 'instance',
      scope: { kind: 'instance' },
      subject,
      authority: null,
      associations: [],
      nameIn: () => instanceName,
      languages: [],
      timeZone: 'UTC',
      path: urls.instancePeople(),
      desk: { path: urls.office(), first: urls.office() },
    }
  }
  const { id, kind } = subject
  const found = kind === 'authority' ? await readAuthority(db, id) : (await readAssociations(db, [id]))[0]
  if (!found) throw notFound()
  return {
    kind,
    scope: { kind, id },
    subject,
    authority: kind === 'authority' ? id : null,
    associations: kind === 'authority' ? subject.associations : [id],
    nameIn: (language) => found.names[language] ?? found.name,
    languages: 'officialLanguages' in found ? found.officialLanguages : [],
    timeZone: 'timeZone' in found ? found.timeZone : 'UTC',
    path: kind === 'authority' ? urls.townPeople(found) : urls.associationPeople(found),
    desk:
      kind === 'authority'
        ? { path: urls.officeTown(found), first: urls.firstSteps(found) }
        : { path: urls.coverage(found), first: urls.coverage(found) },
  }
}

/** Who may what in a place at this moment. */
export interface Standing {
  readonly offices: readonly Office[]
  readonly staff: Staff
}

export async function standingOf(db: Db, place: Place, actor: Actor): Promise<Standing> {
  return {
    offices: officesOf(actor, place.subject),
    staff: await readStaff(db, place.scope, place.associations),
  }
}

/**
 * Begins a change of the people of a place: waits for whoever is changing them, then reads anew what the actor may. The
 * roles that the request came with may have ended meanwhile.
 *
 * @param actor id.
 */
export async function enterPlace(tx: Db, place: Place, actor: string): Promise<Standing> {
  await lockPlace(tx, place.scope)
  const now = await findActor(tx, actor)
  if (!now) throw notFound()
  return standingOf(tx, place, now)
}
