import { z } from 'zod'
import { ensurePerson, grantRole } from '../areas/accounts/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import type { Db } from '../platform/db/tables.ts'
import { cataloguedLanguages } from '../platform/i18n/messages.ts'
import type { RoleName, Scope } from '../platform/session/actor.ts'
import type { Services } from '../services.ts'
import { absolute, urls } from '../urls.ts'
import { associationAt, type Command, type OptionValues, required, say, UsageFault, withServices } from './command.ts'

interface Office {
  readonly secretariat?: boolean
  /** `cc/slug` */
  readonly association?: string
}

interface NewPerson {
  readonly email: string
  readonly name: string
  /** Code. */
  readonly language: string
  readonly office: Office
}

/** Whoever begins on a new instance, before anybody is there who could invite: the secretariat, or a coordinator. */
export const command: Command = {
  options: {
    ...{ name: { type: 'string' }, language: { type: 'string' } },
    ...{ secretariat: { type: 'boolean' }, association: { type: 'string' } },
  },
  run: async ([address], values) => {
    const email = z.email().safeParse(address?.trim().toLowerCase())
    if (!email.success) throw new UsageFault('Give an e-mail address: safe-towns add person EMAIL')
    const language = required(values, 'language')
    if (!cataloguedLanguages().includes(language)) {
      throw new UsageFault(`--language is one of ${cataloguedLanguages().join(', ')}`)
    }
    const given = { email: email.data, name: required(values, 'name').trim(), language, office: officeGiven(values) }
    return withServices(async (services) => {
      const added = await addPerson(services, given)
      say(added ? `${given.email} can begin` : `${given.email} had this role already`)
      say(`They sign in with this address: ${absolute(services.config.baseUrl, urls.signIn())}`)
      return 0
    })
  },
}

/** @throws {UsageFault} unless exactly one office is named. */
function officeGiven({ secretariat, association }: OptionValues): Office {
  if (secretariat === true && association === undefined) return { secretariat }
  if (secretariat === undefined && typeof association === 'string') return { association }
  throw new UsageFault('Say which office: --secretariat or --association cc/slug')
}

/** @returns false where they had the role. @throws {UsageFault} where there is no such association. */
export function addPerson(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  { office, ...person }: NewPerson,
): Promise<boolean> {
  const act = actOf('command', 'accounts.grant-role', clock.now())
  return database.db.transaction().execute(async (tx) => {
    const { role, scope } = await roleIn(tx, office)
    const { id } = await ensurePerson(tx, person)
    return grantRole(tx, act, id, role, scope)
  })
}

async function roleIn(db: Db, { association }: Office): Promise<{ readonly role: RoleName; readonly scope: Scope }> {
  if (association === undefined) return { role: 'secretariat', scope: { kind: 'instance' } }
  const { id } = await associationAt(db, association)
  return { role: 'coordinator', scope: { kind: 'association', id } }
}
