/** Lists of members as they are stored. */
import { z } from 'zod'

export const entriesSchema = z.array(
  z.strictObject({ line: z.number(), code: z.string().nullable(), name: z.string().nullable() }),
)
