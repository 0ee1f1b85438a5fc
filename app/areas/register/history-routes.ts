/** The history of the register and its signed head, for whoever wants to check them. */
import type { Database } from '../../platform/db/database.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { urls } from '../../urls.ts'
import { type Head, lastLink, linesAfter, type Opening, openingsBetween, readHead } from './chain-store.ts'

export interface HistoryDeps {
  readonly database: Pick<Database, 'read'>
}

/** Short: a new entry is seen at once by whoever looks for it. */
const headers = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=10' } as const
/** Read at once from the database: memory stays flat however long the history is. */
const linesAtOnce = 1_000

export function historyRoutes(deps: HistoryDeps): Route<AppEnv>[] {
  const base = { method: 'GET', permission: 'public', audit: 'register.history' } as const
  return [
    {
      ...base,
      path: urls.registerHistory(),
      handle: (c) => {
        const [after, most] = [wholeNumber(c.req.query('after'), 0), wholeNumber(c.req.query('most'), undefined)]
        return c.body(history(deps, after ?? 0, most), 200, { 'content-type': 'application/x-ndjson', ...headers })
      },
    },
    {
      ...base,
      path: urls.registerTexts(),
      handle: async (c) => {
        const [after, most] = [wholeNumber(c.req.query('after'), 0), wholeNumber(c.req.query('most'), undefined)]
        const last = (await deps.database.read(lastLink))?.number ?? 0
        const upTo = most === undefined ? last : Math.min(last, after + most)
        return c.body(texts(deps, after, upTo), 200, { 'content-type': 'application/x-ndjson', ...headers })
      },
    },
    {
      ...base,
      path: urls.registerHead(),
      handle: async (c) => {
        const head = await deps.database.read(readHead)
        if (!head) throw notFound()
        return c.json(presentHead(head), 200, headers)
      },
    },
  ]
}

export function presentHead({ number, hash, timestamp, keyId, signature }: Head) {
  return { number, hash, timestamp, key_id: keyId, signature }
}

function wholeNumber<Otherwise>(text: string | undefined, otherwise: Otherwise): number | Otherwise {
  return text !== undefined && /^[0-9]{1,9}$/.test(text) ? Number(text) : otherwise
}

function history({ database }: HistoryDeps, after: number, most = Number.MAX_SAFE_INTEGER): ReadableStream<Uint8Array> {
  let [last, left] = [after, most]
  return new ReadableStream({
    pull: async (controller) => {
      const wanted = Math.min(linesAtOnce, left)
      const lines = wanted > 0 ? await database.read((db) => linesAfter(db, last, wanted)) : []
      if (lines.length > 0) controller.enqueue(Buffer.from(lines.map(({ line }) => `${line}\n`).join(''), 'utf8'))
      last = lines.at(-1)?.number ?? last
      left -= lines.length
      if (lines.length < wanted || left <= 0) controller.close()
    },
  })
}

/**
 * Those that were erased are left out: their commitment stands in the history for ever. A stream is asked again only once
 * something came: so lines without a text are passed over in one go.
 */
function texts({ database }: HistoryDeps, after: number, upTo: number): ReadableStream<Uint8Array> {
  let done = after
  return new ReadableStream({
    pull: async (controller) => {
      let openings: readonly Opening[] = []
      while (openings.length === 0 && done < upTo) {
        const [from, to] = [done, Math.min(done + linesAtOnce, upTo)]
        openings = await database.read((db) => openingsBetween(db, from, to))
        done = to
      }
      if (openings.length > 0) {
        controller.enqueue(Buffer.from(openings.map((one) => `${JSON.stringify(one)}\n`).join(''), 'utf8'))
      }
      if (done >= upTo) controller.close()
    },
  })
}
