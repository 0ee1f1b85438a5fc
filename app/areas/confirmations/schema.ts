/** What a provider says is different. What is absent is as published. */
import { z } from 'zod'

export const providerChange = z.strictObject({
  phones: z.array(z.string()).optional(),
  /** Null: there is none any more. */
  email: z.email().nullable().optional(),
  web: z.httpUrl().nullable().optional(),
  /** In words of their own. */
  hours: z.string().optional(),
  closed: z
    .discriminatedUnion('how', [
      z.strictObject({ how: z.literal('for-good') }),
      z.strictObject({ how: z.literal('for-now'), until: z.iso.date().nullable() }),
    ])
    .optional(),
  /** For the office alone. */
  other: z.string().optional(),
})
export type ProviderChange = z.infer<typeof providerChange>

/** In the order in which they are shown. */
export const changeParts = [
  'phones',
  'email',
  'web',
  'hours',
  'closed',
  'other',
] as const satisfies readonly (keyof ProviderChange)[]
export type ChangePart = (typeof changeParts)[number]
