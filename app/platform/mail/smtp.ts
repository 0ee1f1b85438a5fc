import { createTransport } from 'nodemailer'
import { type Mailer, MailRefused } from './mail.ts'

const seconds = (count: number) => count * 1_000

/** One connection per mail: mails are few, and nothing stays open. */
export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(
    {
      url,
      connectionTimeout: seconds(10),
      greetingTimeout: seconds(10),
      socketTimeout: seconds(30),
      // Mails hold texts alone: nothing in one may make the server read a file or fetch an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    // Asks out-of-office robots for silence (RFC 3834).
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  )
  return {
    send: async ({ to, subject, text, html, messageId }) => {
      try {
        await transport.sendMail({ to, subject, text, messageId, ...(html === undefined ? {} : { html }) })
      } catch (error) {
        const status = refusalOf(error)
        if (status !== undefined) throw new MailRefused(status)
        throw error
      }
    },
  }
}

/**
 * The answer with which this very mail was refused for good. A 5xx to the greeting or to the login is a fault of the
 * settings, which somebody will mend: the mail waits.
 */
function refusalOf(error: unknown): number | undefined {
  if (!(error instanceof Error && 'code' in error && 'responseCode' in error)) return undefined
  const aboutThisMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  const status = error.responseCode
  return aboutThisMail && typeof status === 'number' && status >= 500 && status < 600 ? status : undefined
}
