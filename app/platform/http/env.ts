import type { Act } from '../audit/audit.ts'
import type { Translator } from '../i18n/messages.ts'
import type { Actor } from '../session/actor.ts'

/** What middleware has found out about a request by the time a route handles it. */
export interface AppEnv {
  Variables: {
    /** Set by guards of the office. */
    actor: Actor
    /** The act the route records: person, audit name, time. Set by guards of the office. */
    act: Act
    /** The authority that the address names, for routes of one town's office. Set by guards. */
    scope: { readonly id: string; readonly country: string; readonly slug: string }
    /** The language of office pages and of error pages. */
    translator: Translator
  }
}
