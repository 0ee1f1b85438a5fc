/** All mailboxes of the play behind one bad mail server: what it took can be read, as whoever owns the mailbox would. */
import PostalMime from 'postal-mime'
import { badSmtpServer } from '../../app/areas/campaigns/test-campaigns.ts'
import { until } from './until.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
}

export interface Mailbox {
  readonly port: number
  /** All that was taken, first come first. */
  letters(): readonly Letter[]
  /** What the server did to those who called it. */
  readonly did: Readonly<Record<'refused' | 'greylisted' | 'dropped', number>>
  /** The path of the first link in the first mail to an address that came after so many others and has such a link. */
  linkTo(address: string, leads: RegExp): Promise<string>
  close(): Promise<void>
}

export async function startMailbox(): Promise<Mailbox> {
  const letters: Letter[] = []
  const read = new Set<Letter>()
  const server = await badSmtpServer({
    took: async (wire, to) => {
      const { subject = '', text = '', messageId = '' } = await PostalMime.parse(wire)
      letters.push({ to, subject, text, messageId })
    },
  })
  const unread = (address: string, leads: RegExp) => {
    for (const letter of letters) {
      const link = [...letter.text.matchAll(/https?:\/\/\S+/g)].find(([url]) => leads.test(url))?.[0]
      if (letter.to === address && link !== undefined && !read.has(letter)) return { letter, link }
    }
    return undefined
  }
  return {
    port: server.port,
    letters: () => letters,
    did: server.did,
    linkTo: async (address, leads) => {
      const found = await until(`a mail to ${address} with ${leads}`, () => unread(address, leads))
      read.add(found.letter)
      const url = new URL(found.link)
      return url.pathname + url.search
    },
    close: server.close,
  }
}
