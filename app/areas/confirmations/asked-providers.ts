/** Whose answer the office waits for: there is nothing to do about their services until it is the office's turn. */
import type { Db } from '../../platform/db/tables.ts'
import { officeTurn } from './step-rules.ts'
import { type Waiting, waitingRequests } from './step-store.ts'

export interface Asked {
  readonly on: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

/** Undefined where the letter still lies in the office. */
function askedOf({ askedAt, letters }: Waiting, timeZone: string): Asked | undefined {
  const [first, second] = [letters.find(({ again }) => !again), letters.find(({ again }) => again)]
  if (first && !first.postedAt) return undefined
  const sent = first && { dueAt: first.dueAt, first: first.postedAt, second: second?.postedAt }
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  return { on: dayOf(first?.postedAt ?? askedAt), until: dayOf(officeTurn(askedAt, sent)) }
}

/** By id of the service. @param today at the place. */
export async function askedProviders(
  db: Db,
  { id, timeZone }: { readonly id: string; readonly timeZone: string },
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, Asked>> {
  const waiting = await waitingRequests(db, id)
  return new Map(
    waiting.flatMap((one) => {
      const asked = askedOf(one, timeZone)
      return asked && Temporal.PlainDate.compare(asked.until, today) > 0 ? [[one.service, asked] as const] : []
    }),
  )
}
