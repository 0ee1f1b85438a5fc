/**
 * The facts of a service and of an answer, as they are drafted, published and imported. One definition: forms, imports
 * and snapshots all parse with these schemas. Modelled on HSDS 3.1 (service, location, phone, schedule, language,
 * accessibility, cost option) with what families ask for and HSDS lacks (parents, secrecy, confidential places).
 */
import { z } from 'zod'

/** A code of `data/languages.json`. */
const languageCode = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/)
const isoDate = z.iso.date()
/** Wall-clock time in the zone of the place, `00:00` to `24:00`. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/** One text in one language; `origin` machine means that no person has checked it yet. */
const wording = z.strictObject({
  text: z.string().trim().min(1).max(4000),
  origin: z.enum(['person', 'machine']),
  /** The language and the revision of the draft that a translation was made from. */
  from: languageCode.optional(),
  fromRevision: z.int().min(0).optional(),
})
export type Wording = z.infer<typeof wording>

/** A text in any number of languages, keyed by language code. */
export const localText = z.record(languageCode, wording)
export type LocalText = z.infer<typeof localText>

export const channels = ['voice', 'text', 'chat', 'video', 'relay'] as const
const phone = z.strictObject({
  /** As a reader should see it: `0800 1111`, `+31 20 123 45 67`, `116 111`. */
  number: z.string().trim().min(2).max(40),
  label: localText.default({}),
  channels: z.array(z.enum(channels)).default(['voice']),
  languages: z.array(languageCode).default([]),
  hours: localText.default({}),
  cost: z.enum(['free', 'local', 'paid']).nullable().default(null),
  /** Whether a call can show on a bill; null where nobody has said. */
  showsOnBill: z.boolean().nullable().default(null),
  /** A number kept for film and fiction: shown, never a `tel:` link. */
  fictional: z.boolean().default(false),
})
export type Phone = z.infer<typeof phone>

const address = z.strictObject({
  street: z.string().trim().min(1).max(200),
  extra: z.string().trim().max(200).default(''),
  postcode: z.string().trim().max(20).default(''),
  town: z.string().trim().min(1).max(120),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  directions: localText.default({}),
})
export type Address = z.infer<typeof address>

/** Where a service is. A confidential place has no address field at all: there is nowhere to put one. */
const place = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('confidential') }),
  z.strictObject({ type: z.literal('addresses'), addresses: z.array(address).min(1).max(20) }),
])
export type Place = z.infer<typeof place>

const weeklyOpening = z.strictObject({
  /** ISO weekday, 1 Monday to 7 Sunday. */
  day: z.int().min(1).max(7),
  opens: wallTime,
  /** A time not after `opens` means the next day: 22:00 to 06:00. */
  closes: wallTime,
})
const fortnightlyOpening = z.strictObject({
  /** A day on which it is open: so are the same weekdays two, four … weeks before and after it. */
  from: isoDate,
  opens: wallTime,
  /** As for a weekly opening. */
  closes: wallTime,
})
const hoursException = z.strictObject({
  from: isoDate,
  /** Last day, inclusive. */
  to: isoDate,
  /** Both null: closed all day. */
  opens: wallTime.nullable(),
  closes: wallTime.nullable(),
  note: localText.default({}),
})
export const schoolHolidayRules = ['closed', 'as-usual', 'other'] as const
/** In school holidays; when they are stands with the town or its area. */
const schoolHolidayHours = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('closed') }),
  z.strictObject({ rule: z.literal('as-usual') }),
  /** These instead of all regular hours. */
  z.strictObject({ rule: z.literal('other'), weekly: z.array(weeklyOpening).min(1).max(70) }),
])
export const openingHours = z.strictObject({
  /** Day and night, every day; `weekly` and `fortnightly` are then empty. */
  always: z.boolean().default(false),
  weekly: z.array(weeklyOpening).max(70).default([]),
  /** Every second week, beside the weekly ones. */
  fortnightly: z.array(fortnightlyOpening).max(30).default([]),
  exceptions: z.array(hoursException).max(100).default([]),
  publicHolidays: z.enum(['closed', 'as-usual']).nullable().default(null),
  /** Absent: nobody has said, and it is open as in every other week. */
  schoolHolidays: schoolHolidayHours.optional(),
  appointment: z.enum(['not-needed', 'possible', 'required']).nullable().default(null),
  note: localText.default({}),
  /** What to do when closed. */
  whenClosed: localText.default({}),
})
export type OpeningHours = z.infer<typeof openingHours>

export const audiences = ['children', 'teens', 'parents', 'families', 'adults', 'professionals', 'everyone'] as const
export const accessFeatures = [
  'step-free',
  'accessible-toilet',
  'hearing-loop',
  'sign-language',
  'easy-read',
  'home-visits',
  'online',
] as const

export const serviceFacts = z.strictObject({
  /** Ids of the 42 kinds of `data/checklist.json`. */
  kinds: z.array(z.string()).min(1),
  name: localText,
  whatHappens: localText.default({}),
  audiences: z.array(z.enum(audiences)).default([]),
  ages: z
    .strictObject({ min: z.int().min(0).max(120).nullable(), max: z.int().min(0).max(120).nullable() })
    .nullable()
    .default(null),
  /** Name of the organisation that runs it. */
  provider: z.string().trim().max(200).default(''),
  /** Authorities whose people may use it, by id; of any kind and number. Empty: the owner's alone. */
  serves: z.array(z.uuid()).max(2000).default([]),
  areaNote: localText.default({}),
  phones: z.array(phone).max(20).default([]),
  email: z.email().nullable().default(null),
  web: z.httpUrl().nullable().default(null),
  chat: z.httpUrl().nullable().default(null),
  place: place.default({ type: 'none' }),
  hours: openingHours.default(openingHours.parse({})),
  fee: z.enum(['free', 'partly', 'paid']).nullable().default(null),
  feeNote: localText.default({}),
  languages: z.array(languageCode).default([]),
  interpreters: z.enum(['yes', 'on-request', 'no']).nullable().default(null),
  accessFeatures: z.array(z.enum(accessFeatures)).default([]),
  accessNote: localText.default({}),
  /** Do I need a parent? */
  parentNeeded: z.enum(['no', 'depends', 'yes']).nullable().default(null),
  parentNote: localText.default({}),
  /** Will you tell anyone? */
  tellsOthers: z.enum(['no', 'in-danger', 'depends', 'yes']).nullable().default(null),
  tellsNote: localText.default({}),
  /** May I stay anonymous? */
  anonymous: z.boolean().nullable().default(null),
  howDecided: localText.default({}),
  howToComplain: localText.default({}),
  alert: z
    .strictObject({
      text: localText,
      /** First day on which it is shown. Absent: at once. */
      from: isoDate.optional(),
      until: isoDate.nullable(),
    })
    .nullable()
    .default(null),
  closure: z
    .strictObject({
      from: isoDate,
      to: isoDate.nullable(),
      /** Where nobody knows the last day yet: the day on which the office looks again. Readers do not see it. */
      lookAgain: isoDate.optional(),
      text: localText,
    })
    .nullable()
    .default(null),
  checked: z
    .strictObject({ on: isoDate, by: z.enum(['office', 'provider']) })
    .nullable()
    .default(null),
  /** Id of a standard text: what the service leaves empty is filled in from it when a page is read. */
  standard: z.uuid().optional(),
})
export type ServiceFacts = z.infer<typeof serviceFacts>

/**
 * A standard text for one kind, written for all towns of an association or an area. It says nothing of parents, secrecy and staying anonymous: that is said only from a
 * service's own fields. Nor has it a place, a contact or hours: those are what a town fills in.
 */
export const standardWords = z.strictObject({
  whatHappens: localText.default({}),
  howDecided: localText.default({}),
  howToComplain: localText.default({}),
  feeNote: localText.default({}),
  accessNote: localText.default({}),
  audiences: z.array(z.enum(audiences)).default([]),
})
export type StandardWords = z.infer<typeof standardWords>

/** A service as published: its facts under an id that stays the same for ever. */
export const service = serviceFacts.extend({ id: z.uuid() })
export type Service = z.infer<typeof service>

export const answerStatuses = ['available', 'partly', 'planned', 'not-available', 'not-our-task'] as const
export type AnswerStatus = (typeof answerStatuses)[number]

/** What a town says about one kind. */
export const answer = z.strictObject({
  kind: z.string(),
  status: z.enum(answerStatuses),
  /** planned: from when. */
  plannedFor: isoDate.nullable().default(null),
  /**
   * partly: what is missing; not available: where to turn instead; not our task: who does it and how to reach them; of a
   * duty that is done: what the town does.
   */
  note: localText.default({}),
  /** The day the answer was given or last confirmed. */
  answeredOn: isoDate,
  /** Of a duty: the standard text that the note began with, and its version. The words are the town's own from then on. */
  standard: z.strictObject({ id: z.uuid(), version: z.int().min(1) }).optional(),
})
export type Answer = z.infer<typeof answer>

/** One published version of a town: immutable but for recorded redaction. */
export const snapshotDocument = z.strictObject({
  authority: z.uuid(),
  version: z.int().min(1),
  publishedAt: z.iso.datetime(),
  introduction: localText.default({}),
  answers: z.array(answer),
  services: z.array(service),
})
export type SnapshotDocument = z.infer<typeof snapshotDocument>
