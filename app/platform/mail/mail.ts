import { z } from 'zod'
import type { Tx } from '../db/tables.ts'
import { newId } from '../ids.ts'
import { defineJob } from '../jobs/job.ts'
import type { Jobs } from '../jobs/jobs.ts'

const messageIdSchema = z.string().regex(/^<[^<>\s@]+@[^<>\s@]+>$/)

export const mailSchema = z.strictObject({
  /** One address. */
  to: z.email(),
  subject: z.string().min(1).max(300),
  text: z.string().min(1),
  html: z.string().optional(),
  /** Where one POST stops mails like this one (RFC 8058), and opening it in a browser changes nothing. */
  unsubscribe: z.url({ protocol: /^https?$/ }).optional(),
  /** Where an answer goes; to the sender where it is left out. */
  replyTo: z.email().optional(),
  /** What mail programs keep together (RFC 5322, 3.6.4): ids of earlier mails, the last of which this one answers. */
  references: z.array(messageIdSchema).min(1).optional(),
  /** Who hears of it where the server refuses the mail for good or puts it off to the end; of one among many mails: whatever becomes of it. */
  refusalTo: z.strictObject({ listener: z.string().min(1), id: z.uuid() }).optional(),
  /** `<id@host>`, given when the mail is enqueued: a mail that a crash sends twice has the same one both times. */
  messageId: messageIdSchema,
})
export type Mail = z.infer<typeof mailSchema>

export interface Mailer {
  /**
   * @param kept false: no copy of it stays here, nor is it written to the folder that stands for a server.
   * @throws {MailRefused} when the server will never take this mail; any other error when it may take it later.
   */
  send(mail: Mail, kept?: boolean): Promise<void>
}

/** The server refuses this mail for good: no such mailbox, contents not wanted. */
export class MailRefused extends Error {
  /** The server's answer, 500 to 599. */
  readonly status: number
  /** The answer in the server's own words, on one line; it may name the address. */
  readonly answer: string
  constructor(status: number, answer: string) {
    super(`refused with ${status}`)
    this.status = status
    this.answer = answer
  }
}

/** The server wants this mail later: greylisted, mailbox full, too many at once. */
export class MailDeferred extends Error {
  /** The answer in the server's own words, on one line; it may name the address. */
  readonly answer: string
  constructor(status: number, answer: string) {
    super(`not yet taken, with ${status}`)
    this.answer = answer
  }
}

/** A mail that was refused for good, or put off until nobody tried it again. */
export interface Refusal {
  /** What the mail was about, as its sender said. */
  readonly id: string
  readonly to: string
  readonly answer: string
}

/** By the name that a mail gives. What one throws is tried again, together with the mail. */
export type RefusalListeners = Readonly<Record<string, (refusal: Refusal) => Promise<void>>>

/**
 * A mail waits for a server that is away for about four days: 60 attempts, at most two hours apart. What has gone is
 * forgotten after an hour, for it may hold a link.
 */
export const mailJob = defineJob({
  id: 'mail.send',
  payload: mailSchema,
  retries: { limit: 60, firstDelaySeconds: 10, longestDelaySeconds: 7_200 },
  keepFinishedSeconds: 3_600,
})

/**
 * The last mail to somebody who has just been deleted: it is the one thing that still knows their address. Gone from the
 * queue the moment it is sent; after a day without a server it is given up.
 */
export const farewellJob = defineJob({
  id: 'mail.send-farewell',
  payload: mailSchema,
  retries: { limit: 20, firstDelaySeconds: 10, longestDelaySeconds: 7_200 },
  keepFinishedSeconds: 0,
})

/**
 * One mail among many that say the same. In a queue of their own: a link to sign in never waits behind them. Some are taken
 * from it together and sent one after the other; what became of each is noted before the next, so that a crash repeats one
 * at most. A worker that is gone is missed after half a minute or two; one that a slow server holds up, after a quarter of
 * an hour.
 */
export const oneOfManyJob = defineJob({
  id: 'mail.send-one-of-many',
  payload: mailSchema,
  retries: { limit: 40, firstDelaySeconds: 60, longestDelaySeconds: 7_200 },
  expireSeconds: 900,
  together: 25,
  keepFinishedSeconds: 3_600,
})

/** What became of one mail among many: taken by a server, refused for good, wanted later, or never taken. */
export interface Outcome {
  readonly of: 'taken' | 'refused' | 'later' | 'given-up'
  /** What the mail was about, as its sender said. */
  readonly id: string
  readonly to: string
  /** The server's own words; empty where it said none. */
  readonly answer: string
}

/** By the name that a mail gives. What one throws is tried again, together with the mail. */
export type ManyListeners = Readonly<
  Record<
    string,
    {
      /** Asked at the last moment: whoever was to get it may have said that they want no more. */
      wanted(about: { readonly id: string; readonly to: string }): Promise<boolean>
      heard(outcome: Outcome): Promise<void>
    }
  >
>

type NewMail = Omit<Mail, 'messageId'> & Partial<Pick<Mail, 'messageId'>>

const withId = (baseUrl: string, mail: NewMail): Mail => ({
  messageId: `<${newId()}@${new URL(baseUrl).hostname}>`,
  ...mail,
})

/** Enqueues a mail in the transaction that causes it; it goes once that has committed. It gets an id where it has none. */
export async function enqueueMail(
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  baseUrl: string,
  mail: NewMail,
  job: typeof mailJob | typeof farewellJob = mailJob,
): Promise<void> {
  await jobs.enqueue(tx, job, withId(baseUrl, mail))
}

/** The same for many that say the same, each not before its time. */
export async function enqueueMany(
  tx: Tx,
  jobs: Pick<Jobs, 'enqueueAll'>,
  baseUrl: string,
  many: readonly { readonly mail: NewMail; readonly afterSeconds: number }[],
): Promise<void> {
  const payloads = many.map(({ mail, afterSeconds }) => ({ payload: withId(baseUrl, mail), afterSeconds }))
  await jobs.enqueueAll(tx, oneOfManyJob, payloads)
}
