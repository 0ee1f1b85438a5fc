/** What somebody asks for. Nothing is refused: what cannot be read is left out, and the page shows what was understood. */
import { z } from 'zod'

const text = (longest: number) =>
  z
    .string()
    .transform((value) => value.trim().slice(0, longest))
    .catch('')
const ticked = z
  .literal('yes')
  .transform(() => true)
  .catch(false)

export const searchQuery = z.object({
  /** Words, in any language. */
  q: text(200),
  /** A town, village or postcode, or a position: `52.09,5.12`. */
  near: text(100),
  /** The town that was meant: `nl/example-town`. */
  town: z
    .string()
    .regex(/^[a-z]{2}\/[a-z0-9-]{1,100}$/)
    .transform((value) => {
      const [country = '', slug = ''] = value.split('/')
      return { country: country.toUpperCase(), slug }
    })
    .nullable()
    .catch(null),
  /** Upper case: of the page that the form stood on. */
  country: z
    .string()
    .regex(/^[a-z]{2}$/i)
    .transform((value) => value.toUpperCase())
    .nullable()
    .catch(null),
  kind: text(60),
  age: z.coerce.number().int().min(0).max(120).nullable().catch(null),
  /** Code of a language that is spoken on the phone. */
  spoken: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/)
    .nullable()
    .catch(null),
  open: ticked,
  free: ticked,
  accessible: ticked,
  online: ticked,
  /** Services of neighbouring countries, too. */
  across: ticked,
})
export type SearchQuery = z.infer<typeof searchQuery>
