/** One mail (RFC 5322) as answers need it. */
import { createHash } from 'node:crypto'
import PostalMime, { type Email } from 'postal-mime'
import { isAutomatic } from './automatic-rules.ts'
import { textOfHtml } from './html-text.ts'

export interface IncomingMail {
  /** The address in `From`, in lower case; empty where there is none. */
  readonly from: string
  /** Every address it may have been sent to. */
  readonly recipients: readonly string[]
  /** The same for the same mail: of its Message-ID, or of all of it. UUID. */
  readonly id: string
  readonly automatic: boolean
  readonly text: string
  /** Files that are no part of the text. */
  readonly files: number
}

const limits = { maxNestingDepth: 30, maxHeadersSize: 200_000, maxRfc822NestingDepth: 1 }
const addressed = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to']
const addresses = /[^\s<>,;:"()]+@[^\s<>,;:"()]+/g

/** @throws where it is no mail, or one that is made to do harm. */
export async function readMail(bytes: Uint8Array): Promise<IncomingMail> {
  const email = await PostalMime.parse(bytes, limits)
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value
  return {
    from: email.from?.address?.trim().toLowerCase() ?? '',
    recipients: email.headers
      .filter(({ key }) => addressed.includes(key))
      .flatMap(({ value }) => value.match(addresses) ?? []),
    id: idOf(email, bytes),
    automatic: isAutomatic(header),
    text: plain(email.text?.trim() ? email.text : textOfHtml(email.html ?? '')),
    files: email.attachments.filter(({ related, mimeType }) => !(related && mimeType.startsWith('image/'))).length,
  }
}

function idOf({ messageId }: Email, bytes: Uint8Array): string {
  const hex = createHash('sha256')
    .update(messageId?.trim() || bytes)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** No sign that only steers a terminal or that a database does not take. */
function plain(text: string): string {
  const lines = text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n')
  return lines.replace(/[^\P{Cc}\n\t]/gu, '').replaceAll('\u00a0', ' ')
}
