/** The fictional association and the people who may try the offices: `data/demonstration/people.json`. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ensurePerson, grantRole } from '../areas/accounts/index.ts'
import { askingContact, ensureAssociation, findAssociation, keepContact } from '../areas/associations/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import type { Db } from '../platform/db/tables.ts'
import { shortIdFrom } from '../platform/ids.ts'
import { roleNames, type Scope } from '../platform/session/actor.ts'

const code = z.string().regex(/^[A-Z]{2}(-[A-Z]+)+$/)
const name = z.string().min(1)
const keys = [
  ...(['officer', 'new-officer', 'merged-officer', 'region-officer'] as const),
  ...(['coordinator', 'secretariat', 'second-secretariat', 'safeguarding-lead', 'reviewer'] as const),
] as const

/** Who somebody is in the demonstration. */
export const demonstrationKey = z.enum(keys)

const association = z.strictObject({
  slug: z.string().startsWith('example-'),
  country: z.string().regex(/^[A-Z]{2}$/),
  name: name.startsWith('Example '),
  names: z.record(z.string(), name),
  /** Codes of authorities. */
  members: z.array(code),
  /** Whom its towns ask; each number is one kept for fiction. */
  contact: askingContact.refine(({ phone }) => phone === null || phone.fictional, 'a fictional number says so'),
})

const role = z
  .strictObject({ role: z.enum(roleNames), authority: code.optional(), association: z.string().optional() })
  .refine(({ authority, association: union }) => !(authority && union), 'a role holds in one scope')

const person = z.strictObject({
  key: demonstrationKey,
  email: z.email().endsWith('.example'),
  name,
  language: z.string(),
  roles: z.array(role).min(1),
})

const file = z.strictObject({ about, associations: z.array(association), people: z.array(person) })
const readFile = () => readDataFile('demonstration/people.json', file)

/** Who may try which office: addresses by what they are in the demonstration. */
export function demonstrationPerson(key: (typeof keys)[number]): string {
  const found = readFile().people.find((each) => each.key === key)
  if (!found) throw new Error(`the demonstration has no ${key}`)
  return found.email
}

/** Somebody who answers reports, and in which countries they have an office. */
export function demonstrationReviewer(key: (typeof keys)[number]) {
  const found = readFile().people.find((each) => each.key === key)
  if (!found) throw new Error(`the demonstration has no ${key}`)
  const { email, name: called, language, roles } = found
  return {
    person: { email, name: called, language },
    countries: roles.flatMap(({ authority: at }) => at?.slice(0, 2) ?? []),
  }
}

/**
 * Writes the association and the people; what is there stays as it is.
 *
 * @param idOf the id of the authority with a code of the demonstration.
 */
export async function loadPeople(db: Db, act: Act, idOf: (code: string) => string): Promise<void> {
  const { associations, people } = readFile()
  await db.transaction().execute(async (tx) => {
    for (const { members, contact: _, ...given } of associations) {
      const id = associationId(given.slug)
      const facts = { ...given, id, web: null, demonstration: true, source: 'demonstration' }
      await ensureAssociation(tx, facts, members.map(idOf), act.at)
    }
    for (const { roles, key: _, ...given } of people) {
      const { id } = await ensurePerson(tx, given)
      for (const held of roles) await grantRole(tx, act, id, held.role, await scopeOf(tx, held, idOf))
    }
  })
}

/** Writes whom towns ask; what somebody has changed or taken out since stays as it is. */
export async function loadContacts(database: Pick<Database, 'db'>, clock: Clock, act: Act): Promise<void> {
  for (const { slug, contact } of readFile().associations) {
    const id = associationId(slug)
    const known = database.db.selectFrom('audit.record').select('id').where('subject', '=', `contact ${id}`)
    if (await known.limit(1).executeTakeFirst()) continue
    const kept = askingContact.parse(contact)
    await keepContact({ database, clock }, { ...act, name: 'associations.keep-contact' }, id, kept, 0)
  }
}

/** The same on every machine. */
export function associationId(slug: string): string {
  return shortIdFrom(createHash('sha256').update(`safe-towns demonstration association ${slug}`).digest())
}

type Held = z.infer<typeof role>

async function scopeOf(db: Db, held: Held, idOf: (code: string) => string): Promise<Scope> {
  if (held.authority) return { kind: 'authority', id: idOf(held.authority) }
  if (!held.association) return { kind: 'instance' }
  const found = await findAssociation(db, 'NL', held.association)
  if (!found) throw new Error(`the demonstration has no association ${held.association}`)
  return { kind: 'association', id: found.id }
}
