/** A session and a released programme, as they are kept. */
import { z } from 'zod'

const day = z.iso.date()
const time = z.string().regex(/^\d\d:\d\d$/)

export const room = z.strictObject({ id: z.uuid(), name: z.string() })
export type Room = z.infer<typeof room>

/** What a session says. Days and times as the clocks of the place show them. */
export const sessionFacts = z.strictObject({
  title: z.string(),
  what: z.string(),
  /** Code of the language in which both are written. */
  language: z.string(),
  day,
  starts: time,
  ends: time,
  /** Id of a room; null while that is open. */
  room: z.uuid().nullable(),
  /** Codes of the languages that are interpreted. */
  interpreted: z.array(z.string()),
  /** Addresses of the web, or paths of this instance. */
  materials: z.array(z.string()),
})
export type SessionFacts = z.infer<typeof sessionFacts>

export const releasedSession = sessionFacts.extend({
  id: z.uuid(),
  cancelled: z.boolean(),
  /** How often it was changed since it was first released. */
  sequence: z.int().min(0),
})

export const programmeDocument = z.strictObject({
  format: z.literal('safe-towns-programme/1'),
  rooms: z.array(room),
  /** In the order in which they take place. */
  sessions: z.array(releasedSession),
})
export type ProgrammeDocument = z.infer<typeof programmeDocument>

/** With the names of those who speak, as long as they stand there. */
export type Session = SessionFacts & {
  readonly id: string
  readonly cancelled: boolean
  readonly speakers: readonly string[]
}

export type ReleasedSession = z.infer<typeof releasedSession> & { readonly speakers: readonly string[] }

export interface Release {
  readonly version: number
  readonly releasedAt: Temporal.Instant
  readonly rooms: readonly Room[]
  readonly sessions: readonly ReleasedSession[]
}
