/** Meetings before this software that published sources name: data/meetings.json. They are shown beside those that it keeps. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'
import { type Meeting, meetingKinds } from './meeting-rules.ts'

function shape(countries: ReadonlySet<string> | undefined) {
  const known = z
    .strictObject({
      kind: z.enum(meetingKinds),
      starts: z.iso.date(),
      ends: z.iso.date(),
      place: z.string().min(1),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .refine((country) => !countries || countries.has(country), 'the country is not in data/countries.json'),
      timeZone: z.string(),
      about: z.record(z.string(), z.string().min(1)),
      source: z.url({ protocol: /^https$/ }),
      confidence: z.literal('high'),
    })
    .refine(({ starts, ends }) => starts <= ends, { message: 'it ends before it begins', path: ['ends'] })
  return z.strictObject({ about, meetings: z.array(known).min(1) })
}

export type EarlierMeetings = Frozen<z.infer<ReturnType<typeof shape>>>

/** @throws {DataFault} when the file is faulty. @param known codes of countries to check against. */
export function loadEarlierMeetings(
  known: { readonly countries?: ReadonlySet<string> } = {},
  root?: string,
): EarlierMeetings {
  return readDataFile('meetings.json', shape(known.countries), root)
}

/** What pages show of a meeting, from wherever it is known. */
export type ShownMeeting = Omit<Meeting, 'id' | 'revision'> & { readonly id: string | undefined }

/** All that are known, the newest first: what this software keeps goes before what the file says of the same year. */
export function allMeetings(kept: readonly Meeting[], { meetings }: EarlierMeetings): ShownMeeting[] {
  const years = new Set(kept.map(({ year }) => year))
  const earlier = meetings.map(({ confidence: _, ...one }) => ({
    ...{
      ...one,
      id: undefined,
      year: Number(one.starts.slice(0, 4)),
      host: null,
      hostThen: null,
      demonstration: false,
    },
  }))
  return [...kept, ...earlier.filter(({ year }) => !years.has(year))].toSorted((a, b) => b.year - a.year)
}
