/** What a job is: a name, the shape of its payload, how often it is tried. What does it stands elsewhere (`handles`). */
import type { z } from 'zod'

export interface Retries {
  /** Attempts after the first. */
  readonly limit: number
  /** Before the second attempt; doubled after each, with some chance in it. */
  readonly firstDelaySeconds: number
  readonly longestDelaySeconds: number
}

export interface Job<P extends object> {
  /** `area.verb`. */
  readonly id: string
  readonly payload: z.ZodType<P>
  readonly retries: Retries
  /** Five fields of cron, in UTC: runs by itself with an empty payload. */
  readonly schedule?: string | undefined
  /** After how many seconds without an end somebody else does it: its worker is taken to be gone. */
  readonly expireSeconds?: number | undefined
  /**
   * How many a worker takes from the queue at once, to do one after the other without a pause; it tells every quarter of a
   * minute that it is still there. Undefined: one.
   */
  readonly together?: number | undefined
  /** How long a finished or failed job, payload included, stays in the database. 0: it goes the moment it is done. */
  readonly keepFinishedSeconds: number
}

const oneDay = 86_400

/** Two attempts more, after about half a minute and a minute. */
const fewRetries: Retries = { limit: 2, firstDelaySeconds: 30, longestDelaySeconds: 300 }

export function defineJob<P extends object>(given: {
  id: string
  payload: z.ZodType<P>
  retries?: Retries
  schedule?: string
  expireSeconds?: number
  together?: number
  keepFinishedSeconds?: number
}): Job<P> {
  return Object.freeze({
    id: given.id,
    payload: given.payload,
    retries: given.retries ?? fewRetries,
    schedule: given.schedule,
    expireSeconds: given.expireSeconds,
    together: given.together,
    keepFinishedSeconds: given.keepFinishedSeconds ?? oneDay,
  })
}

/** A job of any payload, as the list of all jobs holds it. */
export type AnyJob = Job<object>

/** How a run stands among those of its job. */
export interface Attempt {
  /** Where this one fails, nobody tries again. */
  readonly last: boolean
}

/** What does a job. It must bear being run twice: a crash between the deed and its record repeats it. */
export interface JobHandler {
  readonly job: string
  readonly run: (payload: unknown, attempt?: Attempt) => Promise<void>
}

/** Ties what does a job to its definition; the payload is checked against the schema once more on its way out. */
export function handles<P extends object>(
  job: Job<P>,
  run: (payload: P, attempt: Attempt) => Promise<void>,
): JobHandler {
  return { job: job.id, run: async (payload, attempt = { last: false }) => run(job.payload.parse(payload), attempt) }
}
