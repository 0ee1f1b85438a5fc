/** How mail leaves the instance: to a server, or in development into a folder. */
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { handles, type JobHandler } from '../jobs/job.ts'
import type { Log } from '../log.ts'
import {
  farewellJob,
  type Mail,
  MailDeferred,
  type Mailer,
  MailRefused,
  type ManyListeners,
  mailJob,
  type Outcome,
  oneOfManyJob,
  type RefusalListeners,
} from './mail.ts'
import { createOutbox } from './outbox.ts'
import type { SmtpTls } from './smtp-url.ts'

export interface MailConfig {
  readonly smtpUrl: string | undefined
  /** Undefined: encrypted, unless the server is on this machine. */
  readonly smtpTls?: SmtpTls
  /** PEM. */
  readonly smtpCa?: string | undefined
  readonly mailFrom: string
  readonly dataDir: string
}

/** The folder that mail is written to where no server is configured. */
export function outboxFolder(dataDir: string): string {
  return join(dataDir, 'outbox')
}

/**
 * Opens nothing: the SMTP client is loaded with the first mail.
 *
 * @param keepsOpen for many mails, one after the other: a connection lasts for several. Else each has one of its own, and
 *   nothing stays open.
 */
export function createMailer(config: MailConfig, clock: Clock, { keepsOpen = false } = {}): Mailer {
  const { smtpUrl, smtpTls: tls, smtpCa: ca, mailFrom: from } = config
  if (smtpUrl === undefined) {
    const outbox = createOutbox(outboxFolder(config.dataDir))
    return {
      send: async (mail, kept = true) => {
        if (kept) await outbox.add({ ...mail, from, writtenAt: clock.now().toString() })
      },
    }
  }
  let loading: Promise<Mailer> | undefined
  return {
    send: async (mail) => {
      const settings = { url: smtpUrl, tls, ca, from, keepsOpen }
      loading ??= import('./smtp.ts').then(({ createSmtpMailer }) => createSmtpMailer(settings))
      await (await loading).send(mail)
    },
  }
}

/** Sends what was enqueued. */
export function mailHandler(mailer: Mailer, log: Log, listeners: RefusalListeners = {}): JobHandler {
  return handles(mailJob, (mail, { last }) => send({ mailer, log, listeners, last }, mail, true))
}

export function farewellHandler(mailer: Mailer, log: Log): JobHandler {
  return handles(farewellJob, (mail) => send({ mailer, log, listeners: {}, last: false }, mail, false))
}

/** Sends one of many, if it is wanted still; whoever sent them hears what became of it. */
export function oneOfManyHandler(mailer: Mailer, log: Log, listeners: ManyListeners): JobHandler {
  return handles(oneOfManyJob, async (mail, { last }) => {
    const { to, refusalTo } = mail
    const listener = refusalTo && listeners[refusalTo.listener]
    const hear = async (of: Outcome['of'], answer = '') => {
      if (refusalTo) await listener?.heard({ of, id: refusalTo.id, to, answer })
    }
    if (listener && !(await listener.wanted({ id: refusalTo.id, to }))) return
    try {
      await mailer.send(mail)
    } catch (error) {
      if (error instanceof MailRefused) {
        log.error({ messageId: mail.messageId, status: error.status }, 'a mail was refused for good')
        return hear('refused', error.answer)
      }
      await hear(last ? 'given-up' : 'later', error instanceof MailDeferred ? error.answer : '')
      throw error
    }
    await hear('taken')
  })
}

interface Sending {
  readonly mailer: Mailer
  readonly log: Log
  readonly listeners: RefusalListeners
  /** Nobody tries this mail again. */
  readonly last: boolean
}

/**
 * A refusal for good ends the job: another attempt would be refused alike. A mailbox that has put the mail off to the end
 * is heard of as one that refuses; a server of ours that was away is no fault of the mailbox.
 */
async function send({ mailer, log, listeners, last }: Sending, mail: Mail, kept: boolean): Promise<void> {
  const { messageId, to, refusalTo } = mail
  try {
    await mailer.send(mail, kept)
  } catch (error) {
    const refused = error instanceof MailRefused
    if (refused) log.error({ messageId, status: error.status }, 'a mail was refused for good')
    const isOver = refused || (error instanceof MailDeferred && last)
    if (isOver && refusalTo) await listeners[refusalTo.listener]?.({ id: refusalTo.id, to, answer: error.answer })
    if (!refused) throw error
  }
}
