/** A practice of the demonstration network as its town would have written it: nobody is told of what is invented. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { PracticesDeps } from './deps.ts'
import type { PracticeFacts, TranslatedParts } from './practice-schema.ts'
import { markDecided, markSubmitted, readPractice } from './practice-store.ts'
import { announcePractices } from './public-tag.ts'
import { publishVersion, writeTranslation, writeUse } from './publish-store.ts'
import { beginPractice } from './write-practice.ts'

export interface DemonstratedPractice {
  readonly id: string
  readonly authority: string
  readonly facts: PracticeFacts
  readonly state: 'submitted' | 'published'
  readonly translations: readonly {
    readonly authority: string
    readonly language: string
    readonly parts: TranslatedParts
  }[]
  readonly uses: readonly { readonly authority: string; readonly sentence: string }[]
}

/** Once: what is there already stays as it is. */
export async function demonstratePractice(
  { database }: Pick<PracticesDeps, 'database'>,
  act: Act,
  given: DemonstratedPractice,
): Promise<void> {
  const { id, authority, facts, state } = given
  if (await readPractice(database.db, id)) return
  await beginPractice({ database }, { ...act, name: 'practices.write' }, { id, authority, measure: null, facts })
  await database.db.transaction().execute(async (tx) => {
    await markSubmitted(tx, id, { by: null, at: act.at })
    if (state === 'published') await publish(tx, act, given)
  })
}

async function publish(tx: Tx, { at }: Act, given: DemonstratedPractice): Promise<void> {
  const { id, facts, translations, uses } = given
  const version = await publishVersion(tx, { ...given, version: null, measure: null }, facts, at)
  await markDecided(tx, id, { state: 'published', reasons: '', version, by: null, at })
  for (const { authority, language, parts } of translations) {
    const translation = { language, parts, version, authority, association: null }
    await writeTranslation(tx, id, { ...translation, origin: 'person', revision: 1 }, at)
  }
  for (const { authority, sentence } of uses) await writeUse(tx, id, { authority, sentence, at })
  await announcePractices(tx)
}
