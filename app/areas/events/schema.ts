/** What an event of the European Day consists of, in the office and in public alike. */
import { z } from 'zod'

export const eventKinds = [
  ...(['talk', 'training', 'school', 'family', 'children', 'exhibition', 'performance'] as const),
  ...(['sport', 'council', 'light', 'campaign', 'other'] as const),
] as const
export type EventKind = (typeof eventKinds)[number]

/** In which years an event can lie: the day has been held since 2015. */
export const years = { first: 2015, last: 2100 } as const
/** Month and day. */
export const theDay = { month: 11, day: 18 } as const

const text = z.string()
/** As clocks of the place show it. */
const time = z.string().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/)

/** In one language. */
export const eventWords = z.strictObject({ title: text, what: text })
export type EventWords = z.infer<typeof eventWords>

const shared = {
  kind: z.enum(eventKinds),
  /** `YYYY-MM-DD`. */
  day: z.iso.date(),
  starts: time,
  /** On the same day, or after midnight where it is earlier; null: not said. */
  ends: time.nullable(),
  /** IANA name, of the place. */
  zone: text,
  /** Code of the language in which the office writes it first. */
  language: text,
  /** By code of the language; that of `language` is always there. */
  words: z.record(text, eventWords),
  /** Codes of languages in which it is held. */
  spoken: z.array(text),
  /** Ids of resources of the toolkit that are used. */
  resources: z.array(text).default([]),
  /** Of other material that is used: an address of the web, or words. */
  material: text,
  /** For whom. */
  audience: text,
  /** An office, never a person. */
  office: text,
}

/**
 * An event for invited children has no field for a place, nor for what could lead there: who may come knows it (mission,
 * rule 6).
 */
export const eventFacts = z.discriminatedUnion('access', [
  z.strictObject({
    ...shared,
    access: z.literal('public'),
    where: z.enum(['place', 'online']),
    /** In words: the house, the street. Empty where it is online alone. */
    place: text,
    /** An address of the web; empty where there is none. */
    link: text,
    /** How disabled people get in and take part. */
    entry: text,
  }),
  z.strictObject({ ...shared, access: z.literal('invited') }),
])
export type EventFacts = z.infer<typeof eventFacts>

/** What was done, said afterwards in the language of the event. */
export const eventAfter = z.strictObject({
  done: text,
  /** Null: nobody has counted. */
  people: z.int().min(0).nullable(),
  /** What those who took part said, or what comes next. */
  said: text,
})
export type EventAfter = z.infer<typeof eventAfter>

export const eventStatuses = ['planned', 'cancelled'] as const
export type EventStatus = (typeof eventStatuses)[number]

/** A published version as a whole. */
export const eventDocument = z.strictObject({
  format: z.literal('safe-towns-event/1'),
  authority: z.uuid(),
  status: z.enum(eventStatuses),
  event: eventFacts,
  after: eventAfter.nullable(),
})
export type EventDocument = z.infer<typeof eventDocument>
