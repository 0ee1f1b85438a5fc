/** The whole application with people in several places, and the mails it would send. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type TestApp, type TestAppOptions, testApp } from '../../../../tests/test-app.ts'
import { actOf } from '../../../platform/audit/audit.ts'
import { mailSchema } from '../../../platform/mail/mail.ts'
import { sweep } from '../../../platform/privacy/sweep.ts'
import type { RoleName, Scope } from '../../../platform/session/actor.ts'
import { urls } from '../../../urls.ts'
import { findAssociation } from '../../associations/index.ts'
import { findBySlug } from '../../authorities/index.ts'
import { ensurePerson, grantRole } from '../persons.ts'
import { accountsRetention } from '../retention-rules.ts'

export const town = { country: 'NL', slug: 'example-town' } as const
export const townPeople = urls.townPeople(town)
export const association = { country: 'NL', slug: 'example-association' } as const
/** Of the demonstration: officer and approver of the town. */
export const approver = 'officer@example-town.example'

export async function openPeopleApp(options: Pick<TestAppOptions, 'clamavUrl'> = {}) {
  let later = Temporal.Duration.from({ seconds: 0 })
  const now = () => Temporal.Now.instant().add(later)
  const app = await testApp({ ...options, clock: { now, milliseconds: () => now().epochMilliseconds } })
  const { services } = app
  const { db } = services.database
  const act = actOf('test', 'accounts.grant-role', now())
  const found = (await findBySlug(db, town.country, town.slug))?.authority
  if (!found) throw new Error('the demonstration has lost its town')
  const townScope: Scope = { kind: 'authority', id: found.id }
  // Of the people of the demonstration, the one who looks after the town is enough.
  const kept = db.selectFrom('accounts.person').select('id').where('email', '=', approver)
  await db.deleteFrom('accounts.role').where('person', 'not in', kept).execute()
  const union = await findAssociation(db, association.country, association.slug)
  if (!union) throw new Error('the demonstration has lost its association')
  const associationScope: Scope = { kind: 'association', id: union.id }

  async function give(email: string, role: RoleName, scope: Scope): Promise<string> {
    const person = await ensurePerson(db, { email, name: `Name of ${email}`, language: 'en' })
    await grantRole(db, act, person.id, role, scope)
    return person.id
  }

  return {
    ...app,
    db,
    townScope,
    associationScope,
    give,
    ...visitorsOf(app),
    /** Moves the clock of the application; sessions stay as they are. */
    wait: (duration: Temporal.DurationLike) => {
      later = later.add(Temporal.Duration.from(duration))
    },
    ...questionsTo(app, townScope),
    /** As the nightly job does. */
    sweep: () => sweep(db, accountsRetention.rules, now()),
  }
}

function visitorsOf({ services, request }: TestApp) {
  const { db } = services.database
  function visitor(cookie?: string) {
    const headers = cookie ? { cookie } : {}
    return {
      get: (path: string) => request(path, { headers }),
      post: (path: string, fields: Record<string, string>) =>
        request(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
      /** As a form that brings files. */
      postForm: (path: string, fields: Readonly<Record<string, string | File>>) => {
        const body = new FormData()
        for (const [name, value] of Object.entries(fields)) body.append(name, value)
        return request(path, { method: 'POST', body, headers })
      },
    }
  }
  return {
    visitor,
    nobody: visitor(),
    /** As one who has shown a second factor. */
    signIn: async (email: string) => {
      const link = new URL(await services.accounts.createSignInLink(email))
      const body = new URLSearchParams({ token: link.searchParams.get('token') ?? '' })
      const answer = await request(link.pathname, { method: 'POST', body })
      await db.updateTable('accounts.session').set({ second_factor: 'totp' }).execute()
      return visitor(cookiesOf(answer))
    },
  }
}

/** What tests ask of the database. */
function questionsTo({ services }: TestApp, townScope: Scope) {
  const { db } = services.database
  return {
    /** Who holds which role in a place, as `role address`. */
    roles: async (scope: Scope = townScope) => {
      const id = scope.kind === 'instance' ? null : scope.id
      const { rows } = await sql<{ held: string }>`
        select r.role || ' ' || p.email as held from accounts.role r join accounts.person p on p.id = r.person
        where coalesce(r.authority, r.association, r.meeting) is not distinct from ${id}::uuid order by 1`.execute(db)
      return rows.map(({ held }) => held)
    },
    roleId: async (email: string, role: RoleName) => {
      const row = await db
        .selectFrom('accounts.role as role')
        .innerJoin('accounts.person as person', 'person.id', 'role.person')
        .select('role.id')
        .where('person.email', '=', email)
        .where('role.role', '=', role)
        .executeTakeFirstOrThrow()
      return row.id
    },
    /** To an address, the oldest first. */
    mails: async (to: string) => {
      const { rows } = await sql<{ data: unknown }>`
        select data from jobs.job where name = 'mail.send' and data->>'to' = ${to} order by created_on, id`.execute(db)
      return z
        .array(z.object({ data: mailSchema }))
        .parse(rows)
        .map(({ data }) => data)
    },
    audited: async (action: string) => {
      const records = await db.selectFrom('audit.record').selectAll().where('action', '=', action).execute()
      return records.map(({ authority, detail, person }) => ({ authority, detail, person }))
    },
  }
}

export type PeopleApp = Awaited<ReturnType<typeof openPeopleApp>>

export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** The path and query of the link in a mail. */
export function linkIn(mail: { readonly text: string } | undefined): { readonly path: string; readonly token: string } {
  const address = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0]
  if (!address) throw new Error('there is no link in the mail')
  const { pathname, search, searchParams } = new URL(address)
  return { path: pathname + search, token: searchParams.get('token') ?? '' }
}
