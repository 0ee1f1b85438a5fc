/** The questions that legal notes answer: data/legal-topics.json. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'
import { topicIds } from './note-rules.ts'

const shape = z
  .strictObject({
    about,
    topics: z.array(z.strictObject({ id: z.enum(topicIds), reason: z.string().trim().min(20) })),
  })
  .refine(
    ({ topics }) => topics.length === topicIds.length && new Set(topics.map(({ id }) => id)).size === topics.length,
    {
      message: 'every topic stands in the file once',
    },
  )

export type LegalTopics = Frozen<z.infer<typeof shape>['topics']>

/** @throws {DataFault} when the file is faulty. */
export const loadLegalTopics = (root?: string): LegalTopics => readDataFile('legal-topics.json', shape, root).topics
