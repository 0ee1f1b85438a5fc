import { z } from 'zod'

/** A composed notice, as it waits for the digest: the shape of `NoticeText`. */
export const keptTextSchema = z.strictObject({
  subject: z.string(),
  paragraphs: z.array(z.string()),
  action: z.strictObject({ text: z.string(), path: z.string() }).optional(),
  reason: z.string(),
})
