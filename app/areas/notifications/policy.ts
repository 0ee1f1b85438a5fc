/** Who may choose which mails they get: each signed-in person, for themselves. */
import type { Actor, Subject } from '../../platform/session/actor.ts'

export const notificationsPermissions = {
  'notifications.own': () => true,
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
