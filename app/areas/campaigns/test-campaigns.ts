/** Fictional members of an association, a campaign to them, and mail servers that behave badly. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import { startSmtpServer } from '../../platform/mail/test-smtp-server.ts'

const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code })

/** Members with an office each, at one of some domains. @returns their ids. */
export async function addMembers(
  db: Db,
  association: string,
  count: number,
  domains = 20,
  called = 'Member',
): Promise<string[]> {
  const towns = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    slug: `example-${called.toLowerCase()}-${index}`,
    name: `Example ${called} ${index}`,
    email: `office-${index}@town-${index % domains}.example`,
  }))
  await sql`
    insert into published.authority
      (id, kind, country, slug, name, official_languages, time_zone, demonstration, facts_sha256, changed_at)
    select id, 'municipality', 'NL', slug, name, '{nl}', 'Europe/Amsterdam', true, slug, now()
    from jsonb_to_recordset(${JSON.stringify(towns)}::jsonb) as t (id uuid, slug text, name text)`.execute(db)
  await sql`
    insert into published.association_member (association, authority)
    select ${association}::uuid, id from jsonb_to_recordset(${JSON.stringify(towns)}::jsonb) as t (id uuid)`.execute(db)
  await sql`
    insert into office.town_contact (association, authority, office, email, changed_at)
    select ${association}::uuid, id, '', email, now()
    from jsonb_to_recordset(${JSON.stringify(towns)}::jsonb) as t (id uuid, email text)`.execute(db)
  return towns.map(({ id }) => id)
}

/** One that has its time to start, to members for whom nobody works. @returns its id. */
export async function scheduledCampaign(db: Db, association: string, at: Temporal.Instant): Promise<string> {
  const [id, reply] = [newId(), newId()]
  const now = new Date(at.epochMilliseconds)
  await sql`insert into office.reply_address (id, association, email, token_sha256, asked_at, confirmed_at)
    values (${reply}, ${association}, 'advice@union.example', ${reply}, ${now}, ${now})
    on conflict do nothing`.execute(db)
  await sql`insert into office.campaign
    (id, association, name, state, segment, first_language, reply_address, start_at, created_at, changed_at)
    select ${id}, ${association}, 'A test', 'scheduled', '{"steps": ["silent", "invited"]}', 'nl', id, ${now}, ${now}, ${now}
    from office.reply_address where association = ${association} and email = 'advice@union.example'`.execute(db)
  await sql`insert into office.campaign_letter (campaign, language, subject, body)
    values (${id}, 'nl', 'Doe mee, {town}', ${'Beste {office},\n\n{link}\n\n{association}'})`.execute(db)
  return id
}

/**
 * A server that is as bad as real ones: it refuses some mailboxes for good, wants others later the first time, and some it
 * leaves in the middle of their mail, once: with 421 after it, or by hanging up on its first bytes.
 */
export async function badSmtpServer({
  delay = 0,
  took,
}: {
  readonly delay?: number
  /** Hears of each mail that it took, as it came over the wire. */
  readonly took?: (wire: string, to: string) => void
} = {}) {
  const seen = new Set<string>()
  const did = { refused: 0, greylisted: 0, dropped: 0 }
  const accepted: { readonly to: string; readonly messageId: string }[] = []
  const first = (what: string) => !seen.has(what) && Boolean(seen.add(what))
  const number = (address: string) => Number(/^office-(\d+)@/.exec(address)?.[1] ?? 1)
  const server = await startSmtpServer({
    onRcptTo: ({ address }, _session, done) => {
      if (isRefused(number(address))) {
        did.refused += 1
        return done(refusal(550, '5.1.1 no such mailbox here'))
      }
      if (isGreylisted(number(address)) && first(`grey ${address}`)) {
        did.greylisted += 1
        return done(refusal(451, '4.7.1 greylisted, come back later'))
      }
      return done()
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0]?.address ?? ''
      const chunks: Buffer[] = []
      const drops = isDropped(number(to)) && first(`drop ${to}`)
      if (drops) did.dropped += 1
      const hangsUp = drops && number(to) % 2 === 0
      stream.on('data', (chunk: Buffer) => {
        if (hangsUp) server.hangUp(session)
        chunks.push(chunk)
      })
      stream.on('end', () => {
        if (drops) return done(refusal(421, 'closing the connection'))
        const wire = Buffer.concat(chunks).toString('utf8')
        const messageId = /^Message-ID: (.*)$/im.exec(wire)?.[1]?.trim() ?? ''
        accepted.push({ to, messageId })
        took?.(wire, to)
        if (delay > 0) setTimeout(done, delay)
        else done()
        return undefined
      })
    },
  })
  return { ...server, accepted, did }
}

export const isRefused = (index: number) => index % 23 === 5
const isGreylisted = (index: number) => index % 17 === 3
const isDropped = (index: number) => index % 31 === 7
