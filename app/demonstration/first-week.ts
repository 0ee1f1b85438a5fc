/**
 * What the coordinator of the fictional association finds when somebody tries the product: `data/demonstration/first-week.json`.
 * Apart from the network, as what waits for an officer is (first-day.ts).
 */
import { z } from 'zod'
import { ensurePerson } from '../areas/accounts/index.ts'
import { readAuthorityByCode } from '../areas/authorities/index.ts'
import {
  type CampaignsDeps,
  keepTownContact,
  saveLetter,
  startCampaign,
  tellPastCampaign,
} from '../areas/campaigns/index.ts'
import { askQuestion, type QuestionsDeps, writeMessage } from '../areas/questions/index.ts'
import { type Act, actOf, actOfPerson, recordAudit } from '../platform/audit/audit.ts'
import { about, type Frozen, readDataFile } from '../platform/data-file.ts'
import type { Db } from '../platform/db/tables.ts'
import type { RoleName, Scope } from '../platform/session/actor.ts'
import { associationId, demonstrationPerson } from './people.ts'
import { demonstrationServiceId } from './service-id.ts'

const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const code = z.string().regex(/^NL(-[A-Z]+)+$/)
const email = z.email().endsWith('.example')
const fictional = z.string().endsWith('(fictional)')
const letter = z.strictObject({ language: z.string(), subject: z.string(), body: z.string() })

const file = z.strictObject({
  about,
  association: z.string().startsWith('example-'),
  reply: email,
  contacts: z.array(z.strictObject({ authority: code, office: z.string(), email, language: z.string() })),
  past: z.strictObject({
    ...{ key, name: fictional, daysAgo: z.int().positive(), letter },
    recipients: z.array(
      z.strictObject({
        ...{ authority: code, email },
        step: z.enum(['silent', 'staffed', 'published']),
        state: z.enum(['handed', 'refused', 'opted-out']),
      }),
    ),
  }),
  draft: z.strictObject({ key, name: fictional, letter }),
  questions: z.array(
    z.strictObject({
      ...{ key, authority: code, subject: z.string(), text: z.string() },
      answer: z.string().nullable(),
      daysAgo: z.int().positive(),
    }),
  ),
})
type Week = Frozen<z.infer<typeof file>>

export interface FirstWeekServices {
  readonly database: CampaignsDeps['database']
  readonly clock: CampaignsDeps['clock']
  readonly questions: QuestionsDeps
}

/**
 * Once, while the association has done nothing: what somebody has begun is never disturbed.
 *
 * @returns whether it was loaded now.
 */
export async function loadFirstWeek(services: FirstWeekServices): Promise<boolean> {
  const { db } = services.database
  const week = readDataFile('demonstration/first-week.json', file)
  const association = associationId(week.association)
  const codes = new Set(
    [...week.contacts, ...week.past.recipients, ...week.questions].map(({ authority }) => authority),
  )
  const towns = new Map<string, string>()
  for (const each of codes) {
    const town = await readAuthorityByCode(db, 'NL', each)
    if (town) towns.set(each, town.id)
  }
  if (towns.size < codes.size) return false
  const act = actOf('demonstration', 'demonstration.load', services.clock.now())
  const begun = await db.transaction().execute(async (tx) => {
    if (await isTouched(tx, association)) return false
    await recordAudit(tx, act, { authority: null, subject: firstWeek })
    return true
  })
  if (begun) await layOut(services, act, { week, association, idOf: (each) => towns.get(each) ?? '' })
  return begun
}

const firstWeek = 'first week'

/** Somebody has begun a campaign or given a contact, or this was loaded before. */
async function isTouched(tx: Db, association: string): Promise<boolean> {
  const found = await tx
    .selectNoFrom(({ exists, or, selectFrom }) =>
      or([
        exists(selectFrom('audit.record').select('id').where('subject', '=', firstWeek)),
        exists(selectFrom('office.campaign').select('id').where('association', '=', association)),
        exists(selectFrom('office.town_contact').select('authority').where('association', '=', association)),
      ]).as('touched'),
    )
    .executeTakeFirstOrThrow()
  return found.touched === true
}

interface Laid {
  readonly week: Week
  readonly association: string
  readonly idOf: (code: string) => string
}

async function layOut(services: FirstWeekServices, act: Act, { week, association, idOf }: Laid): Promise<void> {
  for (const { authority, ...contact } of week.contacts) {
    const given = { contact: { ...contact, postal: null }, revision: 0 }
    await keepTownContact(services, { ...act, name: 'campaigns.save-contact' }, association, idOf(authority), given)
  }
  const startedAt = act.at.subtract({ hours: 24 * week.past.daysAgo })
  await tellPastCampaign(services, act, {
    ...{ id: demonstrationServiceId('campaign', week.past.key), association, reply: week.reply },
    ...{ name: week.past.name, letter: week.past.letter, startedAt, endedAt: startedAt.add({ hours: 2 }) },
    recipients: week.past.recipients.map((one) => ({ ...one, authority: idOf(one.authority) })),
  })
  const draft = { id: demonstrationServiceId('campaign', week.draft.key), association, name: week.draft.name }
  await startCampaign(services, act, { ...draft, firstLanguage: week.draft.letter.language })
  await saveLetter(services, act, { ...draft, revision: 1 }, { ...week.draft.letter, first: true })
  for (const question of week.questions) await askAndAnswer(services, act, question, { association, idOf })
}

/** As the officer and the coordinator of the demonstration; both are told by mail, as ever. */
async function askAndAnswer(
  { database: { db }, questions }: FirstWeekServices,
  act: Act,
  { key: named, authority: code, answer, daysAgo, subject, text }: Week['questions'][number],
  { association, idOf }: Pick<Laid, 'association' | 'idOf'>,
): Promise<void> {
  const [id, authority] = [demonstrationServiceId('question', named), idOf(code)]
  const asked = act.at.subtract({ hours: 24 * daysAgo })
  const officer = await personAct(
    db,
    'officer',
    { role: 'officer', scope: { kind: 'authority', id: authority } },
    asked,
  )
  await askQuestion(questions, officer, authority, { id, association, subject, text, page: null })
  if (answer === null) return
  const scope = { kind: 'association', id: association } as const
  const coordinator = await personAct(db, 'coordinator', { role: 'coordinator', scope }, asked.add({ hours: 3 }))
  const message = { id: demonstrationServiceId('answer', named), text: answer }
  await writeMessage(questions, coordinator, { side: 'association', id: association }, id, { message, does: 'answers' })
}

async function personAct(
  db: Db,
  who: Parameters<typeof demonstrationPerson>[0],
  held: { readonly role: RoleName; readonly scope: Scope },
  at: Temporal.Instant,
): Promise<Act> {
  const { id } = await ensurePerson(db, { email: demonstrationPerson(who), name: '', language: 'en' })
  return actOfPerson({ id, roles: [held] }, 'questions.write', at)
}
