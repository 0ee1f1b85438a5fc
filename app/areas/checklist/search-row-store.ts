/** What the search looks through: the words of a service's name and of who runs it, and where it is. Nothing else. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { foldings, wordsIn } from '../authorities/index.ts'
import type { Service } from './schema.ts'

type Searched = Pick<Service, 'id' | 'kinds' | 'name' | 'provider' | 'place'>

/** Longer ones are no words that somebody types. */
const longestWord = 60

/** Every word of a service's names, in each way in which it is written. */
function wordsOf({ name, provider }: Searched): string[] {
  const texts = [...Object.values(name).map(({ text }) => text), provider]
  const words = texts.flatMap((text) => wordsIn(text).flat()).flatMap((form) => form.split(' '))
  return [...new Set(words)].filter((word) => word.length <= longestWord)
}

/** Folded and without spaces: `1234 AB` and `1234ab` are one. */
export const postcodeOf = (text: string): string => (foldings(text)[0] ?? '').replaceAll(' ', '')

interface PlaceRow {
  readonly service: string
  readonly kind: string
  readonly latitude: number
  readonly longitude: number
  readonly postcode: string
}

function placesOf({ id, kinds, place }: Searched): PlaceRow[] {
  if (place.type !== 'addresses') return []
  return place.addresses.flatMap(({ latitude, longitude, postcode }) =>
    latitude === null || longitude === null
      ? []
      : kinds.map((kind) => ({ service: id, kind, latitude, longitude, postcode: postcodeOf(postcode) })),
  )
}

/** After the services themselves were written, in the same transaction. */
export async function writeSearchRows(tx: Db, services: readonly Searched[]): Promise<void> {
  const words = services.map((one) => ({ service: one.id, words: wordsOf(one) }))
  // As JSON parameters: a town may have thousands, more than a statement has room for otherwise.
  await sql`
    with given as (
      select service, array(select jsonb_array_elements_text(words)) as words
      from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as row (service uuid, words jsonb)
    ), known as (
      insert into published.search_word (word) select distinct unnest(words) from given order by 1
      on conflict do nothing
    )
    insert into published.service_words (service, words) select service, array_to_tsvector(words) from given`.execute(
    tx,
  )
  const places = services.flatMap(placesOf)
  if (places.length === 0) return
  await sql`
    insert into published.service_place (service, kind, place, postcode, country)
    select row.service, row.kind, ll_to_earth(row.latitude, row.longitude), row.postcode, service.country
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as row (service uuid, kind text, latitude float8, longitude float8, postcode text)
    join published.service service on service.id = row.service`.execute(tx)
}

/**
 * Call it before services go or are written anew, and what it returns afterwards: it takes out the words that no service
 * has any more.
 *
 * @param which condition on `published.service`.
 */
export async function forgetWords(tx: Db, which: RawBuilder<unknown>): Promise<() => Promise<void>> {
  const before = await wordsHeld(tx, which)
  return async () => {
    const after = await wordsHeld(tx, which)
    const gone = [...before].filter((word) => !after.has(word))
    if (gone.length === 0) return
    // The word stands quoted: it may hold letters that mean something in a query.
    await sql`
      delete from published.search_word gone where gone.word = any(${gone}::text[]) and not exists (
        select from published.service_words where words @@ quote_literal(gone.word)::tsquery
      )`.execute(tx)
  }
}

async function wordsHeld(tx: Db, which: RawBuilder<unknown>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ word: string }>`
    select distinct unnest(tsvector_to_array(words)) as word from published.service_words
    where service in (select id from published.service where ${which})`.execute(tx)
  return new Set(rows.map(({ word }) => word))
}

/** Something was taken out of a published service. */
export async function rewriteSearchRows(tx: Db, service: Searched): Promise<void> {
  const forget = await forgetWords(tx, sql`id = ${service.id}::uuid`)
  await tx.deleteFrom('published.service_words').where('service', '=', service.id).execute()
  await tx.deleteFrom('published.service_place').where('service', '=', service.id).execute()
  await writeSearchRows(tx, [service])
  await forget()
}

/** Locked: whoever publishes meanwhile waits, and writes them anew. */
export async function servicesWithoutSearchRows(tx: Db, limit: number): Promise<{ id: string; facts: object }[]> {
  const { rows } = await sql<{ id: string; facts: object }>`
    select service.id, service.facts from published.service service
    where not exists (select from published.service_words words where words.service = service.id)
    order by service.id limit ${limit} for update skip locked`.execute(tx)
  return rows
}
