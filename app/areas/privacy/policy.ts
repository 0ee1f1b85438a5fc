import type { Actor, Subject } from '../../platform/session/actor.ts'

export const privacyPermissions = {
  // Each person's own data, whatever their roles.
  'privacy.own': (_actor: Actor, _subject: Subject): boolean => true,
} as const
