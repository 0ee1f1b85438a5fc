/**
 * What waits for the officer of the fictional town when somebody tries the product: `data/demonstration/first-day.json`.
 * Apart from the network, because the first page need not wait for it and it needs the queue.
 */
import { z } from 'zod'
import { readAuthorityByCode } from '../areas/authorities/index.ts'
import { publish, readDraftService, type ServiceFacts, saveService } from '../areas/checklist/index.ts'
import { askProviders, keepContact } from '../areas/confirmations/index.ts'
import { lookOver, takeReport } from '../areas/watching/index.ts'
import { type Act, actOf, recordAudit } from '../platform/audit/audit.ts'
import { about, type Frozen, readDataFile } from '../platform/data-file.ts'
import type { Db } from '../platform/db/tables.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../services.ts'
import { demonstrationServiceId } from './service-id.ts'

const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const provider = z
  .strictObject({
    service: key,
    email: z.email().endsWith('.example').default(''),
    postal: z.string().default(''),
    language: z.string(),
  })
  .refine(({ email, postal }) => (email === '') !== (postal === ''), 'by mail or by letter')

const file = z.strictObject({
  about,
  authority: z.string(),
  providers: z.array(provider),
  reader: z.strictObject({ service: key, reason: z.enum(['number']) }),
  /** A service that is drafted a second time. */
  twice: key,
  /** A service with an exception that is over. */
  over: key,
})

type FirstDayServices = Pick<Services, 'database' | 'clock' | 'checklist' | 'confirmations' | 'watching'>

/**
 * Once, while nobody has worked in the town: what an office has done is never disturbed.
 *
 * @returns whether it was loaded now.
 */
export async function loadFirstDay(services: FirstDayServices): Promise<boolean> {
  const { database, clock } = services
  const day = readDataFile('demonstration/first-day.json', file)
  const authority = (await readAuthorityByCode(database.db, 'NL', day.authority))?.id
  if (authority === undefined) return false
  const act = actOf('demonstration', 'demonstration.load', clock.now())
  const begun = await database.db.transaction().execute(async (tx) => {
    if (await isTouched(tx, authority)) return false
    await recordAudit(tx, act, { authority, subject: firstDay })
    return true
  })
  if (begun) await layOut(services, act, authority, day)
  return begun
}

const firstDay = 'first day'

/** Somebody has worked in the town, or this was loaded before. */
async function isTouched(tx: Db, authority: string): Promise<boolean> {
  const found = await tx
    .selectFrom('audit.record')
    .select('id')
    .where('authority', '=', authority)
    .where((where) => where.or([where('person', 'is not', null), where('subject', '=', firstDay)]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

async function layOut(
  services: FirstDayServices,
  act: Act,
  authority: string,
  day: Frozen<z.infer<typeof file>>,
): Promise<void> {
  const { database, clock, checklist, confirmations } = services
  const idOf = (service: string) => demonstrationServiceId(day.authority, service)

  await saveOver(services, act, authority, idOf(day.over))
  done(await publish(checklist, act, authority))
  for (const { service, email, postal, language } of day.providers) {
    const given = { email, postal, language, deputy: null, revision: 0 }
    done(await keepContact(confirmations, act, authority, idOf(service), given))
  }
  await askProviders(confirmations)
  const { service, reason } = day.reader
  const report = { id: newId(), service: idOf(service), reason, sentAt: clock.now() }
  await database.take((intake) => takeReport(intake, report))
  const twice = await factsOf(services, authority, idOf(day.twice))
  done(await saveService(checklist, act, authority, idOf(`${day.twice}-again`), twice, 0))
  await lookOver(services.watching)
}

async function factsOf({ database }: FirstDayServices, authority: string, id: string): Promise<ServiceFacts> {
  const draft = await readDraftService(database.db, authority, id)
  if (!draft) throw new Error(`the first day of the demonstration names a service that is not drafted: ${id}`)
  return draft.facts
}

async function saveOver(services: FirstDayServices, act: Act, authority: string, id: string): Promise<void> {
  const facts = await factsOf(services, authority, id)
  const past = (days: number) => act.at.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days }).toString()
  const over = { from: past(20), to: past(19), opens: null, closes: null, note: {} }
  const hours = { ...facts.hours, exceptions: [over, ...facts.hours.exceptions] }
  done(await saveService(services.checklist, act, authority, id, { ...facts, hours }, 1))
}

function done({ outcome }: { readonly outcome: string }): void {
  if (outcome !== 'saved' && outcome !== 'published') throw new Error(`the first day of the demonstration: ${outcome}`)
}
