/** Good practices of fictional towns: `data/demonstration/practices.json`. */
import { z } from 'zod'
import {
  beginPractice,
  demonstratePractice,
  practiceFacts,
  saveCollection,
  translatedParts,
} from '../areas/practices/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import { demonstrationServiceId } from './service-id.ts'

const code = z.string().regex(/^[A-Z]{2}(-[A-Z]+)+$/)
/** Stays the same for ever: the id is made from it. */
const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const invented = /\((?:fictional|fictif|fictief)\)$/
const practice = z.strictObject({
  key,
  authority: code,
  facts: practiceFacts.refine(({ title }) => invented.test(title), 'its title says that it is invented'),
})
const file = z.strictObject({
  about,
  published: z.array(practice).min(3),
  waiting: z.array(practice).min(1),
  drafts: z.array(practice).min(1),
  translations: z.array(z.strictObject({ practice: key, by: code, language: z.string(), parts: translatedParts })),
  uses: z.array(z.strictObject({ practice: key, by: code, sentence: z.string().endsWith('(fictional).') })),
  collections: z.array(
    z.strictObject({ key, language: z.string(), title: z.string(), sentence: z.string(), practices: z.array(key) }),
  ),
})

const idOfPractice = (name: string) => demonstrationServiceId('practice', name)

/**
 * Once: what somebody has changed or withdrawn since stays as it is.
 *
 * @param idOf the id of the authority with a code of the demonstration.
 */
export async function loadPractices(
  database: Pick<Database, 'db'>,
  act: Act,
  idOf: (code: string) => string,
): Promise<void> {
  const { published, waiting, drafts, translations, uses, collections } = readDataFile(
    'demonstration/practices.json',
    file,
  )
  const all = [
    ...published.map((one) => ({ ...one, state: 'published' as const })),
    ...waiting.map((one) => ({ ...one, state: 'submitted' as const })),
  ]
  for (const { key: name, authority, facts, state } of all) {
    await demonstratePractice({ database }, act, {
      ...{ id: idOfPractice(name), authority: idOf(authority), facts, state },
      translations: translations
        .filter((one) => one.practice === name)
        .map(({ by, language, parts }) => ({ authority: idOf(by), language, parts })),
      uses: uses.filter((one) => one.practice === name).map(({ by, sentence }) => ({ authority: idOf(by), sentence })),
    })
  }
  for (const { key: name, authority, facts } of drafts) {
    const draft = { id: idOfPractice(name), authority: idOf(authority), measure: null, facts }
    await beginPractice({ database }, { ...act, name: 'practices.write' }, draft)
  }
  for (const { key: name, practices, ...given } of collections) {
    const id = demonstrationServiceId('practice collection', name)
    const known = database.db.selectFrom('audit.record').select('id').where('subject', '=', `practice collection ${id}`)
    if (await known.limit(1).executeTakeFirst()) continue
    const collection = { id, ...given, revision: 0, practices: practices.map(idOfPractice) }
    await saveCollection({ database }, { ...act, name: 'practices.collect' }, collection)
  }
}
