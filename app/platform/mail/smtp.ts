import { rootCertificates } from 'node:tls'
import { createTransport } from 'nodemailer'
import { MailDeferred, type Mailer, MailRefused } from './mail.ts'
import { type SmtpTls, smtpSecurity } from './smtp-url.ts'

export interface SmtpSettings {
  /** `smtp://` or `smtps://`, with the login in it where the server wants one. */
  readonly url: string
  readonly tls: SmtpTls
  /** Certificates in PEM that vouch for the server, beside those that Node knows; undefined: those of Node alone. */
  readonly ca: string | undefined
  /** Sender of every mail. */
  readonly from: string
  /** The connection stays open for the next mail, for a while. Left out: one connection for each. */
  readonly keepsOpen?: boolean
}

const seconds = (count: number) => count * 1_000

/**
 * One mail at a time, up to a hundred on a connection. Where the server has hung up since the last one, the mail goes on a
 * new connection, once; one of whose text the server has seen anything is never sent again from here.
 */
const kept = { pool: true, maxConnections: 1, maxMessages: 100, maxRequeues: 1, idleTimeout: seconds(5) } as const

function transportOf(settings: SmtpSettings) {
  return createTransport(
    {
      ...(settings.keepsOpen ? kept : {}),
      ...connectionOf(settings),
      connectionTimeout: seconds(10),
      greetingTimeout: seconds(10),
      socketTimeout: seconds(30),
      // Mails hold texts alone: nothing in one may make the server read a file or fetch an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    // Asks out-of-office robots for silence (RFC 3834).
    { from: settings.from, headers: { 'Auto-Submitted': 'auto-generated' } },
  )
}

/** Connects and logs in as for a mail, and sends none. @throws what stands in the way. */
export async function verifySmtp(settings: SmtpSettings): Promise<void> {
  await transportOf(settings).verify()
}

export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const transport = transportOf(settings)
  return {
    send: async ({ to, subject, text, html, messageId, unsubscribe, replyTo, references }) => {
      try {
        await transport.sendMail({
          to,
          subject,
          text,
          messageId,
          ...(references === undefined ? {} : { references: [...references], inReplyTo: references.at(-1) }),
          ...(html === undefined ? {} : { html }),
          ...(replyTo === undefined ? {} : { replyTo }),
          ...(unsubscribe === undefined ? {} : { headers: oneClick(unsubscribe) }),
        })
      } catch (error) {
        throw answerOf(error) ?? error
      }
    },
  }
}

/** What of the address is used: its host, port and login. Its parameters, by which checks could be switched off, are not. */
function connectionOf({ url, tls, ca }: SmtpSettings) {
  const { hostname, port, username, password } = new URL(url)
  const security = smtpSecurity(url, tls)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  return {
    host,
    port: port ? Number(port) : security === 'tls' ? 465 : 587,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain',
    tls: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    },
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
  } as const
}

/** RFC 2369 and RFC 8058. */
function oneClick(address: string) {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/**
 * The answer with which this very mail was refused: for good, or until later. A 5xx to the greeting or to the login is a
 * fault of the settings, which somebody will mend: the mail waits.
 */
function answerOf(error: unknown): MailRefused | MailDeferred | undefined {
  if (!(error instanceof Error && 'code' in error && 'responseCode' in error)) return undefined
  const aboutThisMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  const status = error.responseCode
  if (!aboutThisMail || typeof status !== 'number' || status < 400 || status > 599) return undefined
  const answer = oneLine('response' in error ? `${error.response}` : `${status}`)
  return status < 500 ? new MailDeferred(status, answer) : new MailRefused(status, answer)
}

const longestAnswer = 300

/** What a foreign server wrote, as a line of text that can be shown. */
function oneLine(answer: string): string {
  const shown = answer.replace(/[\p{C}\s]+/gu, ' ').trim()
  return [...shown].slice(0, longestAnswer).join('')
}
