/** Reads what a town says wherever it is kept, a text each, and of what was read before only what was written since. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { linksIn } from '../watching/index.ts'
import { type Cells, type Held, heldWords, type Reach } from './held-store.ts'
import type { About, Where } from './passage-rules.ts'
import { LinksRead, type ReadTexts } from './said-rules.ts'

/** What is said of one thing. */
export interface HeldPart {
  readonly about: About | undefined
  /** Each text that stands there. Parts that say the same share one list. */
  readonly texts: readonly string[]
}

export interface HeldRow {
  readonly held: Held
  readonly keys: readonly unknown[]
  readonly parts: readonly HeldPart[]
}

interface KnownRow {
  /** The transaction that wrote the row. */
  readonly written: string
  readonly parts: readonly HeldPart[]
}

/** Rows that were read, by their keys. */
export class KnownRows {
  readonly #rows = new Map<Held, Map<string, KnownRow>>()

  /** Transactions that wrote known rows. */
  writtenBy(held: Held): string[] {
    return [...new Set([...(this.#rows.get(held)?.values() ?? [])].map(({ written }) => written))]
  }

  find(held: Held, keys: readonly unknown[], written: string): readonly HeldPart[] | undefined {
    const row = this.#rows.get(held)?.get(JSON.stringify(keys))
    return row?.written === written ? row.parts : undefined
  }

  keep(held: Held, keys: readonly unknown[], row: KnownRow): void {
    const rows = this.#rows.get(held) ?? new Map<string, KnownRow>()
    this.#rows.set(held, rows.set(JSON.stringify(keys), row))
  }

  /** Lists of texts; those that are shared count once. */
  get size(): number {
    const rows = [...this.#rows.values()].flatMap((one) => [...one.values()])
    return new Set(rows.flatMap(({ parts }) => parts.map(({ texts }) => texts))).size
  }
}

export interface Reading {
  readonly db: Db
  readonly reach: Reach
  readonly textsIn: ReadTexts
  /** What was read of the same towns outside of any transaction: nothing that may have been taken back. */
  readonly known?: KnownRows
  /** Where what is read now is kept. */
  readonly kept?: KnownRows
}

const named = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))

/** The row with these keys. */
export const withKeys = (keys: readonly string[], values: readonly unknown[]): RawBuilder<unknown> =>
  sql`(${named(keys)}) = (${sql.join(values)})`

const atOnceOf = ({ atOnce = 500 }: Held) => atOnce

/**
 * In the order of their keys, as many as are read at once; without the texts of rows that one of the transactions `unread`
 * wrote. They are sorted as they lie there: only what is read becomes text.
 */
async function readCells(db: Db, held: Held, where: RawBuilder<unknown>, unread: readonly string[]) {
  const { table, keys, things } = held
  const columns = things ? [] : held.columns
  const texts = columns.map((column, index) => {
    const said = sql`to_jsonb(${sql.ref(column)})::text`
    const asked = unread.length === 0 ? said : sql`case when written <> all(${unread}::text[]) then ${said} end`
    return sql`${asked} as ${sql.ref(`said${index}`)}`
  })
  const { rows } = await sql<Cells & { readonly written: string }>`
    select ${sql.join([...keys.map((key) => sql.ref(key)), sql`written`, ...texts])} from (
      select ${named([...new Set([...keys, ...columns])])}, xmin::text as written from ${sql.table(table)}
      where ${where} order by ${named(keys)} limit ${atOnceOf(held)}) as part`.execute(db)
  return rows
}

async function readParts({ db, textsIn }: Reading, held: Held, row: Cells): Promise<HeldPart[]> {
  const { keys, columns, things } = held
  if (!things) {
    return columns.flatMap((_, index) => {
      const said = row[`said${index}`]
      return typeof said === 'string' ? [{ about: held.about?.(row), texts: textsIn(said) }] : []
    })
  }
  const which = withKeys(
    keys,
    keys.map((key) => row[key]),
  )
  const { rows } = await things(which).execute(db)
  return rows.flatMap(({ type, id, said }) => {
    if (said === null) return []
    return [{ about: type === 'introduction' ? { type } : { type, id }, texts: textsIn(said) }]
  })
}

async function* rowsOf(reading: Reading, held: Held, links: readonly string[]): AsyncGenerator<HeldRow> {
  const { db, reach, known, kept } = reading
  const unread = known?.writtenBy(held) ?? []
  const theirs = sql`(${held.of(reach, links)})`
  let where = theirs
  for (;;) {
    const rows = await readCells(db, held, where, unread)
    for (const row of rows) {
      const { written } = row
      const keys = held.keys.map((key) => row[key])
      let parts = known?.find(held, keys, written)
      if (!parts) {
        // Written together with known ones, and not known itself.
        const [whole] = unread.includes(written) ? await readCells(db, held, withKeys(held.keys, keys), []) : [row]
        parts = whole ? await readParts(reading, held, whole) : []
      }
      kept?.keep(held, keys, { written, parts })
      yield { held, keys, parts }
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnceOf(held)) return
    where = sql`${theirs} and (${named(held.keys)}) > (${sql.join(held.keys.map((key) => last[key]))})`
  }
}

/** Whose web addresses machines look at. */
const looked: ReadonlySet<Where> = new Set(['page', 'versions', 'standards'] as const)

/** Some rows at a time, so that a town with many versions needs the memory of one. */
export async function* heldRows(
  reading: Reading,
  isSought: (held: Held) => boolean = () => true,
): AsyncGenerator<HeldRow> {
  const links = new LinksRead(linksIn)
  for (const held of heldWords.filter(isSought)) {
    for await (const row of rowsOf(reading, held, links.all())) {
      if (looked.has(held.where)) for (const { texts } of row.parts) links.add(texts)
      yield row
    }
  }
}
