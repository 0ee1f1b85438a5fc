/** Who sees how a town's page gets into its website, and who has that website looked at. */
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { supports, worksFor } from '../../platform/session/held-roles.ts'

const officers = (actor: Actor, subject: Subject): boolean => worksFor(actor, subject, ['officer', 'approver'])

export const websitesPermissions = {
  'websites.read': (actor, subject) => officers(actor, subject) || supports(actor, subject),
  'websites.look': officers,
} as const satisfies Record<string, (actor: Actor, subject: Subject) => boolean>
