/** Whom a campaign is for, as it is kept. */
import { z } from 'zod'

/** What may be true of a member, and what it may lack: those of the coverage. */
export const memberMarks = ['core', 'fresh', 'embedded', 'signed', 'event', 'reported'] as const

export const segmentSchema = z.strictObject({
  steps: z.array(z.enum(['silent', 'invited', 'staffed', 'published'])).default([]),
  /** Ids of areas: they belong to one of them. */
  areas: z.array(z.uuid()).max(500).default([]),
  populationFrom: z.int().min(0).optional(),
  populationTo: z.int().min(0).optional(),
  without: z.array(z.enum(memberMarks)).default([]),
  /** Members that an earlier campaign wrote to and for which nobody works. */
  unanswered: z.boolean().default(false),
})
export type ChosenSegment = z.infer<typeof segmentSchema>

/** A line of a list of contacts that can be taken over. */
export const contactRowSchema = z.strictObject({
  authority: z.uuid(),
  office: z.string(),
  email: z.string().nullable(),
  postal: z.string().nullable(),
  language: z.string().nullable(),
})
export type ContactRow = z.infer<typeof contactRowSchema>

/** Why a line of a list cannot be taken over; message `campaigns.list.fault.<code>`. */
export const lineFaults = ['cells', 'unknown', 'several', 'twice', 'email', 'postal', 'neither', 'language'] as const
export type LineFault = (typeof lineFaults)[number]

export const contactListSchema = z.strictObject({
  rows: z.array(contactRowSchema),
  /** Of lines that are left out, the first ones. */
  refused: z.array(z.strictObject({ line: z.int(), what: z.string(), code: z.enum(lineFaults) })),
  refusedCount: z.int(),
})
export type ContactList = z.infer<typeof contactListSchema>
