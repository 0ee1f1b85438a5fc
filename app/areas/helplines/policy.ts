/** Who keeps the help numbers of a country: the coordinators of its associations; the secretariat where there is none. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves } from '../../platform/session/held-roles.ts'

const ofCountry = (subject: Subject): boolean => subject.kind === 'country'
const secretariat = (actor: Actor): boolean => serves(actor, ['secretariat'])
const coordinator = (actor: Actor, subject: Subject): boolean => ofCountry(subject) && coordinates(actor, subject)

export const helplinesPermissions = {
  'helplines.read-all': (actor, _) => secretariat(actor),
  'helplines.read': (actor, subject) => ofCountry(subject) && (coordinator(actor, subject) || secretariat(actor)),
  'helplines.keep': (actor, subject) =>
    coordinator(actor, subject) || (subject.kind === 'country' && !subject.coordinated && secretariat(actor)),
  /** A wrong number must be stopped at night, too: the secretariat may everywhere. */
  'helplines.withdraw': (actor, subject) => ofCountry(subject) && (coordinator(actor, subject) || secretariat(actor)),
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
