/** What is known about the help numbers of a country. One definition for the file, its rules and later corrections. */
import { z } from 'zod'
import type { Frozen } from '../../platform/data-file.ts'

const isoDate = z.iso.date()
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

export const lineKinds = [
  'emergency',
  'police',
  'ambulance',
  'fire',
  'emergency-text',
  'emergency-fallback',
  'child-helpline',
  'child-chat',
  'online-safety',
  'missing-child',
  'report-material',
  'report-material-police',
  'abuse-line',
  'violence-line',
  'victim-support',
  'child-protection-report',
] as const
export type LineKind = (typeof lineKinds)[number]

/** The same words as for the phones of a town's service. */
export const lineChannels = ['voice', 'text', 'chat', 'video', 'relay'] as const

/** Weekdays are ISO, 1 Monday to 7 Sunday; a line whose published hours were not clear has none. */
const lineHours = z
  .strictObject({
    always: z.boolean().default(false),
    weekly: z.array(z.strictObject({ day: z.int().min(1).max(7), opens: wallTime, closes: wallTime })).default([]),
  })
  .refine((hours) => hours.always !== hours.weekly.length > 0, 'either always, or the days and times')
export type LineHours = Frozen<z.infer<typeof lineHours>>

/** How somebody made sure: dialled it, asked those who answer there, looked at their own page. */
export const checkWays = ['called', 'operator', 'website'] as const
export type CheckWay = (typeof checkWays)[number]

/**
 * Which office of the country confirmed a line (an association's id, or `secretariat`), when, and the last day on which
 * that still counts.
 */
const confirmation = z
  .strictObject({ by: z.string().min(1), on: isoDate, expires: isoDate, how: z.enum(checkWays).optional() })
  .refine((one) => one.on <= one.expires, { path: ['expires'], message: 'expires before it was confirmed' })

export const sourcedLine = z
  .strictObject({
    kind: z.enum(lineKinds),
    /** For display; null for a line that is reached only by web. */
    number: z.string().trim().min(1).nullable(),
    /** The same without spaces and signs; a leading plus stays. */
    dial: z.string().nullable(),
    name: z.string().min(1).nullable(),
    hours: lineHours.nullable(),
    /** The words of the source, in English. */
    hoursAsPublished: z.string().min(1).nullable(),
    /** Null: nobody has said. */
    free: z.boolean().nullable(),
    showsOnBill: z.boolean().nullable(),
    /** Codes of `data/languages.json`; null: nobody has said. */
    languages: z.array(z.string()).nullable(),
    channels: z.array(z.enum(lineChannels)),
    url: z.httpUrl().nullable(),
    /** In English. */
    note: z.string().min(1).optional(),
    confidence: z.enum(['high', 'medium', 'low']),
    evidence: z.string().min(1),
    evidenceKeys: z.array(z.string()),
    sources: z.array(z.string()),
    confirmed: confirmation.nullable(),
  })
  .superRefine((line, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
    if (line.number === null && line.dial !== null) refuse('dial', 'a line without a number cannot be dialled')
    if (line.number !== null && line.dial !== dialOf(line.number)) {
      refuse('dial', `must be the number without spaces and signs: ${dialOf(line.number)}`)
    }
    if (line.number !== null && !/^\+?\d{2,15}$/.test(dialOf(line.number))) refuse('number', 'is not a number to call')
    if (line.number === null && line.url === null && line.name === null)
      refuse('number', 'needs a number, a url or a name')
    if (line.hours !== null && line.hoursAsPublished === null)
      refuse('hoursAsPublished', 'hours need the words of their source')
  })
export type SourcedLine = Frozen<z.infer<typeof sourcedLine>>

const emergency = z.strictObject({
  general: z.array(sourcedLine),
  police: z.array(sourcedLine),
  ambulance: z.array(sourcedLine),
  fire: z.array(sourcedLine),
  text: z.array(sourcedLine).default([]),
  /** 112 where it only catches calls: stands beside the others, never alone. */
  fallback: z.array(sourcedLine).default([]),
  /** True only where a source says that 112 reaches every service; null: not assessed. */
  rely112Alone: z.boolean().nullable(),
  rely112Note: z.string().min(1),
  rely112Sources: z.array(z.string()).default([]),
  note: z.string().optional(),
  confidence: z.enum(['high', 'medium', 'low']),
})

export const countryHelplines = z.strictObject({
  iso: z.string().regex(/^[A-Z]{2}$/),
  name: z.string().min(1),
  emergency,
  childHelplines: z.array(sourcedLine),
  childHelplinesNote: z.string().optional(),
  missingChild: z.array(sourcedLine),
  missingChildNote: z.string().optional(),
  abuseMaterialHotlines: z.array(sourcedLine),
  abuseMaterialHotlinesNote: z.string().optional(),
  otherLines: z.array(sourcedLine).default([]),
})
export type CountryHelplines = Frozen<z.infer<typeof countryHelplines>>

/** Which kinds each group of a country may hold: the rules rely on it. */
export const emergencyGroups = {
  general: ['emergency'],
  police: ['police'],
  ambulance: ['ambulance'],
  fire: ['fire'],
  text: ['emergency-text'],
  fallback: ['emergency-fallback'],
} as const satisfies Partial<Record<keyof CountryHelplines['emergency'], readonly LineKind[]>>
export const otherGroups = {
  childHelplines: ['child-helpline', 'child-chat', 'online-safety'],
  missingChild: ['missing-child'],
  abuseMaterialHotlines: ['report-material', 'report-material-police'],
  otherLines: ['abuse-line', 'violence-line', 'victim-support', 'child-protection-report'],
} as const satisfies Partial<Record<keyof CountryHelplines, readonly LineKind[]>>

/** A number as it is dialled: digits, and a plus where it leads. */
export function dialOf(number: string): string {
  const digits = number.replace(/\D/g, '')
  return number.trim().startsWith('+') ? `+${digits}` : digits
}
