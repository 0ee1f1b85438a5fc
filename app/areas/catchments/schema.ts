/** Lists of areas as they are stored. */
import { z } from 'zod'

export const linesSchema = z.array(
  z.strictObject({
    line: z.number(),
    area: z.string(),
    areaName: z.string(),
    areaKind: z.string(),
    member: z.string(),
    /** The row has more cells than there are headings, or none that can be read. */
    broken: z.boolean(),
  }),
)
