/** The model documents that come with the product: `data/pact-templates.json`. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../../platform/data-file.ts'
import { documentKinds, hasUnknownPlaceholder } from './document-rules.ts'

const words = z
  .string()
  .min(1)
  .refine((text) => !hasUnknownPlaceholder(text), 'braces that stand for nothing')

const document = z.strictObject({
  status: z.strictObject({ origin: z.enum(['person', 'machine']), reviewed: z.iso.date().nullable() }),
  title: words,
  body: words,
})

const shape = (languages: ReadonlySet<string> | undefined) => {
  const code = z.string().refine((one) => languages?.has(one) ?? true, 'data/languages.json has no such language')
  return z.strictObject({ about, documents: z.record(z.enum(documentKinds), z.record(code, document)) })
}

export type PactTemplates = Frozen<z.infer<ReturnType<typeof shape>>['documents']>

/** @throws DataFault when the file is faulty. */
export const loadPactTemplates = (
  known: { readonly languages?: ReadonlySet<string> } = {},
  root?: string,
): PactTemplates => readDataFile('pact-templates.json', shape(known.languages), root).documents
