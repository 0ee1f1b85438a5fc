/** Where an office of an association, or of the secretariat, can be asked. */
import { z } from 'zod'

const languageCode = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/)
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

export const askingContact = z.strictObject({
  /** Of the office, as it calls itself. */
  name: z.string().trim().min(1).max(120),
  /** In further languages, by code. */
  names: z.record(languageCode, z.string().trim().min(1).max(120)).default({}),
  email: z.email().nullable().default(null),
  phone: z
    .strictObject({
      number: z.string().trim().min(2).max(40),
      /** A number kept for film and fiction: shown, never a `tel:` link. */
      fictional: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** Wall-clock times at the office, by ISO weekday. */
  hours: z.array(z.strictObject({ day: z.int().min(1).max(7), opens: wallTime, closes: wallTime })).default([]),
  /** Languages in which one can ask, best first. */
  languages: z.array(languageCode).default([]),
})
export type AskingContact = z.infer<typeof askingContact>
