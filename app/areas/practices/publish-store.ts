/** Writes what is public of practices. Versions are added and never changed. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { wordsIn } from '../authorities/index.ts'
import { type PracticeFacts, parts, practiceFacts, type TranslatedParts, translatedParts } from './practice-schema.ts'

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** The next version, public from now on. @returns its number. */
export async function publishVersion(
  tx: Tx,
  practice: {
    readonly id: string
    readonly authority: string
    readonly version: number | null
    readonly measure: { readonly plan: string; readonly measure: string } | null
  },
  facts: PracticeFacts,
  at: Temporal.Instant,
): Promise<number> {
  const version = (practice.version ?? 0) + 1
  const { section, cost, articles, kinds, language } = facts
  if (section === null || cost === null) throw new Error('a practice without a section or a cost is not published')
  const shown = {
    ...{ version, section, cost, articles: [...articles], kinds: [...kinds], language },
    ...{ plan: practice.measure?.plan ?? null, measure: practice.measure?.measure ?? null },
    ...{ status: 'published' as const, published_at: date(at), withdrawn_at: null },
  }
  await tx
    .insertInto('published.practice')
    .values({
      ...{ id: practice.id, authority: practice.authority, ...shown },
      ...{ first_published_at: date(at), languages: [language], folded: '' },
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(shown))
    .execute()
  await tx
    .insertInto('published.practice_version')
    .values({ practice: practice.id, version, facts: JSON.stringify(facts), published_at: date(at) })
    .execute()
  // The original is written in the language of a translation now: the translation has had its time.
  await tx
    .deleteFrom('published.practice_translation')
    .where('practice', '=', practice.id)
    .where('language', '=', language)
    .execute()
  await listWords(tx, practice.id)
  return version
}

/** The texts stay with the town; nobody reads them any longer. */
export async function withdrawPublished(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('published.practice')
    .set({ status: 'withdrawn', withdrawn_at: date(at) })
    .where('id', '=', id)
    .where('status', '=', 'published')
    .execute()
}

const saidIn = (text: TranslatedParts) => parts.map((part) => text[part])

/** What a search looks at, and in which languages the practice can be read. */
export async function listWords(tx: Db, id: string): Promise<void> {
  const current = await tx
    .selectFrom('published.practice as practice')
    .innerJoin('published.practice_version as version', (join) =>
      join.onRef('version.practice', '=', 'practice.id').onRef('version.version', '=', 'practice.version'),
    )
    .select(['practice.language', 'version.facts'])
    .where('practice.id', '=', id)
    .executeTakeFirst()
  if (!current) return
  const translations = await tx
    .selectFrom('published.practice_translation')
    .select(['language', 'parts'])
    .where('practice', '=', id)
    .orderBy('language')
    .execute()
  const texts = [
    ...saidIn(practiceFacts.parse(current.facts)),
    ...translations.flatMap((one) => saidIn(translatedParts.parse(one.parts))),
  ]
  const folded = [...new Set(texts.flatMap((text) => wordsIn(text).flat()))].join(' ')
  const languages = [current.language, ...translations.map(({ language }) => language)]
  await tx.updateTable('published.practice').set({ folded, languages }).where('id', '=', id).execute()
}

export interface OwnTranslation {
  readonly language: string
  readonly version: number
  readonly parts: TranslatedParts
  readonly origin: 'person' | 'machine'
  readonly revision: number
  readonly authority: string | null
  readonly association: string | null
}

export async function readTranslation(db: Db, practice: string, language: string): Promise<OwnTranslation | undefined> {
  const row = await db
    .selectFrom('published.practice_translation')
    .select(['language', 'version', 'parts', 'origin', 'revision', 'authority', 'association'])
    .where('practice', '=', practice)
    .where('language', '=', language)
    .executeTakeFirst()
  return row && { ...row, parts: translatedParts.parse(row.parts) }
}

/** In the place of what was there. */
export async function writeTranslation(
  tx: Tx,
  practice: string,
  { language, parts: said, ...rest }: OwnTranslation,
  at: Temporal.Instant,
): Promise<void> {
  const values = { ...rest, parts: JSON.stringify(said), translated_at: date(at) }
  await tx
    .insertInto('published.practice_translation')
    .values({ practice, language, ...values })
    .onConflict((conflict) => conflict.columns(['practice', 'language']).doUpdateSet(values))
    .execute()
  await listWords(tx, practice)
}

export async function deleteTranslation(tx: Tx, practice: string, language: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('published.practice_translation')
    .where('practice', '=', practice)
    .where('language', '=', language)
    .returning('language')
    .execute()
  if (gone.length > 0) await listWords(tx, practice)
  return gone.length > 0
}

/** @returns what the town had said before; undefined: nothing. */
export async function writeUse(
  tx: Tx,
  practice: string,
  { authority, sentence, at }: { readonly authority: string; readonly sentence: string; readonly at: Temporal.Instant },
): Promise<string | undefined> {
  const before = await readUse(tx, practice, authority)
  if (before === sentence) return before
  await tx
    .insertInto('published.practice_use')
    .values({ practice, authority, sentence, said_at: date(at) })
    .onConflict((conflict) => conflict.columns(['practice', 'authority']).doUpdateSet({ sentence }))
    .execute()
  return before
}

export async function readUse(db: Db, practice: string, authority: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('published.practice_use')
    .select('sentence')
    .where('practice', '=', practice)
    .where('authority', '=', authority)
    .executeTakeFirst()
  return row?.sentence
}

export async function deleteUse(tx: Tx, practice: string, authority: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('published.practice_use')
    .where('practice', '=', practice)
    .where('authority', '=', authority)
    .returning(sql`1`.as('one'))
    .execute()
  return gone.length > 0
}
