/** Every day: whoever runs a service that is due is asked whether all of it is still right. */
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import {
  factsSeen,
  lockTown,
  readPublishedService,
  type Service,
  serviceReviewDue,
  townClocks,
} from '../checklist/index.ts'
import { askByLetter } from './ask-by-letter.ts'
import { isToAsk, linkDays } from './asking-rules.ts'
import {
  type ContactToAsk,
  contactsAt,
  contactsWithoutRequest,
  deleteOrphans,
  forgetRefusals,
} from './contact-store.ts'
import { type ConfirmationsDeps, dayAt, speak, type Town } from './deps.ts'
import { insertRequest, newestRequest, settleOvertaken } from './request-store.ts'
import { type AskedService, sendAsking } from './send-asking.ts'

/** Services looked at together. */
const batch = 200
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Whoever was asked about what has been checked since need not answer any more. */
export async function endOvertaken({ database, clock }: ConfirmationsDeps): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await settleOvertaken(tx, clock.now())
    await deleteOrphans(tx)
  })
}

/** @returns how many providers were written to, or letters are to be posted by the office. */
export async function askProviders(deps: ConfirmationsDeps): Promise<number> {
  const { db } = deps.database
  await deps.jobs.start()
  const now = deps.clock.now()
  let asked = 0
  let after = beforeAll
  for (;;) {
    const contacts = await contactsWithoutRequest(db, after, batch)
    for (const contact of contacts) {
      if (await db.transaction().execute((tx) => askOne(deps, tx, contact, now))) asked += 1
    }
    const last = contacts.at(-1)
    if (!last) return asked
    after = last.service
  }
}

/**
 * With the town locked: what the mail shows is what the public sees. Whoever runs several services that are due gets one
 * mail about all of them.
 */
async function askOne(deps: ConfirmationsDeps, tx: Tx, contact: ContactToAsk, at: Temporal.Instant): Promise<boolean> {
  const { authority, email, language } = contact
  await lockTown(tx, authority)
  const town = await deps.townOf(tx, authority)
  const morning = { tx, town, clocks: await townClocks(deps, authority, tx), at }
  if (!(await serviceToAsk(morning, contact))) return false
  const asked: AskedService[] = []
  for (const one of email === null ? [contact] : await contactsAt(tx, { authority, email, language })) {
    const service = await serviceToAsk(morning, one)
    const request = service && (await openRequest(morning, one, service))
    if (request) asked.push({ request, service })
  }
  const [first] = asked
  if (!first) return false
  if (email === null) await askByLetter(deps, tx, { request: first.request, town, again: false, at })
  else await sendAsking(deps, tx, email, speak(deps, language), { town, again: false, asked })
  return true
}

interface Morning {
  readonly tx: Tx
  readonly town: Town
  readonly clocks: Awaited<ReturnType<typeof townClocks>>
  readonly at: Temporal.Instant
}

/** Undefined where it is on no page, or nobody is to be asked about it today. */
async function serviceToAsk({ tx, town, clocks, at }: Morning, { authority, service: id }: ContactToAsk) {
  const service = await readPublishedService(tx, authority, id)
  if (!service) return undefined
  const due = serviceReviewDue(service, clocks)
  return isToAsk(due, await newestRequest(tx, id), { today: dayAt(town, at), at }) ? service : undefined
}

/** @returns undefined where one is open. */
async function openRequest({ tx, at }: Morning, { authority, service: id, language }: ContactToAsk, service: Service) {
  const request = {
    id: newId(),
    authority,
    service: id,
    language,
    factsSeen: factsSeen(service),
    askedAt: at,
    expiresAt: at.add({ hours: 24 * linkDays }),
  }
  if (!(await insertRequest(tx, request))) return undefined
  await forgetRefusals(tx, id)
  return request
}
