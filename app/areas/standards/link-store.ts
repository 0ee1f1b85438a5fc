/** Where standard texts that towns read lead to. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { type StandardWords, standardWords } from '../checklist/index.ts'
import { linksIn } from '../watching/index.ts'
import type { TextOwner } from './deps.ts'
import { textSlots } from './text-rules.ts'

/** Each address that words name, once. */
export function linksInWords(words: StandardWords): string[] {
  const texts = textSlots.flatMap((slot) => Object.values(words[slot]))
  return [...new Set(texts.flatMap(({ text }) => linksIn(text)))]
}

/** In which text of the words an address stands, and in which language. */
export function placesInWords(words: StandardWords, url: string) {
  return textSlots.flatMap((slot) =>
    Object.entries(words[slot]).flatMap(([language, { text }]) =>
      linksIn(text).includes(url) ? [{ slot, language }] : [],
    ),
  )
}

/** What nobody keeps any more nobody can mend. */
const kept = (db: Db) =>
  db.selectFrom('published.standard_text').select(['owner_type', 'owner', 'words']).where('withdrawn_at', 'is', null)

export async function linksOfTexts(db: Db): Promise<string[]> {
  const rows = await kept(db).execute()
  return [...new Set(rows.flatMap(({ words }) => linksInWords(standardWords.parse(words))))]
}

/** Of the texts of each of these owners. */
export async function linksByOwner(
  db: Db,
  owners: readonly TextOwner[],
): Promise<readonly { readonly owner: TextOwner; readonly links: readonly string[] }[]> {
  if (owners.length === 0) return []
  const rows = await kept(db)
    .where(
      'owner',
      'in',
      owners.map(({ id }) => id),
    )
    .where(sql<boolean>`words::text like '%http%'`)
    .execute()
  return owners.flatMap((owner) => {
    const own = rows.filter((row) => row.owner === owner.id && row.owner_type === owner.type)
    const links = own.flatMap(({ words }) => linksInWords(standardWords.parse(words)))
    return links.length > 0 ? [{ owner, links: [...new Set(links)] }] : []
  })
}
