/** A provider who is asked, for tests: a service of Example Town, its contact, the mail with its links. */
import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../services.ts'
import { absolute } from '../../urls.ts'
import { findBySlug } from '../authorities/index.ts'
import { readCurrent } from '../checklist/index.ts'
import { askProviders } from './ask.ts'
import type { LinkPurpose } from './asking-rules.ts'
import { writeContact } from './contact-store.ts'
import { lettersOf } from './letter-store.ts'
import { newestRequest } from './request-store.ts'

type App = Pick<Services, 'database' | 'config' | 'confirmations' | 'clock'>

export async function exampleTown({ database }: Pick<App, 'database'>): Promise<string> {
  return (await findBySlug(database.db, 'NL', 'example-town'))?.authority?.id ?? ''
}

/** One of the town's published services whose provider was never asked. */
export async function publishedService(app: App, confidential = false): Promise<string> {
  const { db } = app.database
  const asked = await db.selectFrom('office.provider_contact').select('service').execute()
  const services = (await readCurrent(db, await exampleTown(app)))?.services ?? []
  const free = services.find(
    ({ id, place, phones }) =>
      (place.type === 'confidential') === confidential &&
      phones.length > 0 &&
      !asked.some(({ service }) => service === id),
  )
  if (!free) throw new Error('every provider was asked')
  return free.id
}

/** Every mail to an address that waits or has gone, newest first. */
export async function mailsTo({ database }: Pick<App, 'database'>, to: string) {
  const { rows } = await sql<{ data: unknown }>`
    select data from jobs.job where name = 'mail.send' and data->>'to' = ${to} order by created_on desc, id`.execute(
    database.db,
  )
  const mail = z.object({ data: z.object({ subject: z.string(), text: z.string() }) })
  return z
    .array(mail)
    .parse(rows)
    .map(({ data }) => data)
}

/** The links of a mail, as paths. */
export function linksIn({ config }: Pick<App, 'config'>, text: string): Record<LinkPurpose, string> {
  const of = (path: string) => {
    const found = new RegExp(`${absolute(config.baseUrl, path)}([A-Za-z0-9_-]{43})`).exec(text)
    return found ? `${path}${found[1]}` : ''
  }
  return { confirm: of('/confirm/'), change: of('/confirm/change/') }
}

/** Lets the provider of a service be asked on this day, however lately it was checked. */
export async function askAbout(app: App, service: string, email: string, language = 'en'): Promise<void> {
  const { db } = app.database
  const contact = {
    authority: await exampleTown(app),
    service,
    email,
    deputy: null,
    language,
    revision: 1,
    person: null,
  }
  await writeContact(db, { ...contact, at: app.clock.now() })
  const late = { ...app.confirmations, clock: later(app, 400) }
  await askProviders(late)
}

/** The same for one without e-mail. @returns the id of the letter that the office is to print. */
export async function letterAbout(app: App, service: string, language = 'en'): Promise<string> {
  const contact = { authority: await exampleTown(app), service, email: null, deputy: null, language, revision: 1 }
  const postal = 'Huis Voorbeeld\nPostbus 12\n1234 ZZ Example Town'
  await writeContact(app.database.db, { ...contact, postal, person: null, at: app.clock.now() })
  await askProviders({ ...app.confirmations, clock: later(app, 400) })
  const request = await newestRequest(app.database.db, service)
  const [letter] = request ? await lettersOf(app.database.db, request.id) : []
  if (!letter) throw new Error('no letter is due')
  return letter.id
}

/** The clock of the application, some days on. */
function later({ clock }: Pick<App, 'clock'>, days: number): App['clock'] {
  const hours = 24 * days
  return { now: () => clock.now().add({ hours }), milliseconds: () => clock.milliseconds() + hours * 3_600_000 }
}

/** A link in a mail about a service that was not asked about before. */
export async function linkFor(app: App, address: string, purpose: LinkPurpose) {
  const service = await publishedService(app)
  const email = `${newId()}-${address}`
  await askAbout(app, service, email)
  const [mail] = await mailsTo(app, email)
  return { service, path: linksIn(app, mail?.text ?? '')[purpose] }
}
