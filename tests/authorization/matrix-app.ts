/** The application with its real guards, policies, sessions and addresses; every handler only says that it was reached. */
import type { Hono } from 'hono'
import { createApp } from '../../app/app.ts'
import { ensurePerson, grantRole } from '../../app/areas/accounts/index.ts'
import { ensureAssociation, findAssociation } from '../../app/areas/associations/index.ts'
import { ensureNational, findBySlug, nationalAuthorities } from '../../app/areas/authorities/index.ts'
import { readMeetings } from '../../app/areas/meetings/index.ts'
import { partsOf } from '../../app/compose.ts'
import { actOf } from '../../app/platform/audit/audit.ts'
import type { Db } from '../../app/platform/db/tables.ts'
import type { AppEnv } from '../../app/platform/http/env.ts'
import type { Route } from '../../app/platform/http/route-table.ts'
import { newId } from '../../app/platform/ids.ts'
import { type RoleName, roleNames, type Scope } from '../../app/platform/session/actor.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { filledRoute } from './filled-route.ts'

/** Where each role is at home, and where nobody of the test is. */
export const home = { cc: 'nl', slug: 'example-town', association: 'example-association' } as const
export const foreign = { cc: 'de', slug: 'example-stadt', association: 'other-association' } as const
/** Nothing has these names: what a stranger must not be able to tell from a foreign scope. */
export const nowhere = { cc: 'de', slug: 'no-such-town', association: 'no-such-association' } as const
/** The authority of a whole country in which nobody coordinates. */
export const orphaned = { ...foreign, cc: 'is', slug: 'national-services' } as const
export type Place = Readonly<Record<'cc' | 'slug' | 'association', string>>

export const reached = 'reached'

export interface MatrixApp {
  /** The authority of the whole country at home. */
  readonly national: Place
  readonly routes: readonly Route<AppEnv>[]
  /** Cookies by role, each person with a fresh session and, where the role asks for it, a second factor. */
  readonly cookies: ReadonlyMap<RoleName, string>
  /** Signed in, without any role. */
  readonly newcomer: string
  /** Roles that need a second factor, signed in by a link alone. */
  readonly halfProven: ReadonlyMap<RoleName, string>
  request(route: Pick<Route<AppEnv>, 'method' | 'path'>, place: Place, cookie?: string): Promise<Response>
  /** Every session was opened long ago. */
  makeStale(): Promise<void>
  close(): Promise<void>
}

const act = actOf('test', 'test.grant', Temporal.Instant.from('2026-03-03T10:00:00Z'))

async function meetingAtHome(db: Db): Promise<string> {
  const [meeting] = await readMeetings(db)
  if (!meeting) throw new Error('the demonstration has lost its meetings')
  return meeting.id
}

async function scopesAtHome({ services }: TestApp): Promise<Record<RoleName, Scope>> {
  const { db } = services.database
  const town = (await findBySlug(db, 'NL', home.slug))?.authority?.id
  const association = (await findAssociation(db, 'NL', home.association))?.id
  if (!town || !association) throw new Error('the demonstration is not loaded')
  const ofTown: Scope = { kind: 'authority', id: town }
  return {
    officer: ofTown,
    approver: ofTown,
    moderator: ofTown,
    facilitator: ofTown,
    'safeguarding-lead': ofTown,
    coordinator: { kind: 'association', id: association },
    secretariat: { kind: 'instance' },
    reviewer: { kind: 'instance' },
    host: { kind: 'meeting', id: await meetingAtHome(db) },
  }
}

async function personWith(app: TestApp, name: string, held?: { role: RoleName; scope: Scope }): Promise<string> {
  const { db } = app.services.database
  const person = await ensurePerson(db, { email: `${name}@matrix.example`, name, language: 'en' })
  if (held) await grantRole(db, act, person.id, held.role, held.scope)
  return person.email
}

/** @returns the slug of the authority of the whole country at home. */
async function nationalOffices({ services }: TestApp): Promise<string> {
  const { db } = services.database
  const facts = { name: 'Ísland', names: {}, officialLanguages: ['is'], timeZone: 'Atlantic/Reykjavik' }
  const given = { id: newId(), country: orphaned.cc.toUpperCase(), demonstration: true, ...facts }
  await db.transaction().execute((tx) => ensureNational(tx, given, act.at))
  const [found] = await nationalAuthorities(db, home.cc.toUpperCase())
  if (!found) throw new Error('the demonstration has lost its country')
  return found.slug
}

async function foreignAssociation({ services }: TestApp): Promise<void> {
  const { db } = services.database
  const member = (await findBySlug(db, 'DE', foreign.slug))?.authority?.id
  const facts = { country: 'DE', slug: foreign.association, name: 'Other', names: {}, web: null, source: 'test' }
  await ensureAssociation(db, { id: newId(), demonstration: true, ...facts }, member ? [member] : [], act.at)
}

/** The names of things inside a scope do not matter to guards. */
function addressOf(path: string, place: Place): string {
  // A country that does not exist, where nothing but the country is named.
  const isCountry = !/:(?:slug|association)\b/.test(path)
  return filledRoute(path, { ...place, lang: 'en', ...(place === nowhere && isCountry ? { cc: 'zz' } : {}) })
}

export async function openMatrixApp(): Promise<MatrixApp> {
  const app = await testApp()
  const { routes, guards, appDeps } = await partsOf(app.services)
  const driven: Hono<AppEnv> = createApp({
    ...appDeps,
    guards,
    routes: routes.map((route) => ({ ...route, handle: (c) => c.text(reached) })),
    // A matrix asks more often than a person does.
    formLimit: { points: 100_000, seconds: 60 },
  })
  const scopes = await scopesAtHome(app)
  await foreignAssociation(app)
  const state: Place = { ...home, slug: await nationalOffices(app) }
  const cookies = new Map<RoleName, string>()
  const halfProven = new Map<RoleName, string>()
  for (const role of roleNames) {
    const email = await personWith(app, role, { role, scope: scopes[role] })
    cookies.set(role, await app.signIn(email, 'totp'))
    halfProven.set(role, await app.signIn(email))
  }
  return {
    national: state,
    routes,
    cookies,
    halfProven,
    newcomer: await app.signIn(await personWith(app, 'newcomer')),
    request: async ({ method, path }, place, cookie) =>
      driven.request(`${appDeps.baseUrl}${addressOf(path, place)}`, {
        method,
        redirect: 'manual',
        headers: { origin: appDeps.baseUrl, ...(cookie ? { cookie } : {}) },
        ...(method === 'POST' ? { body: new URLSearchParams({ typed: 'something' }) } : {}),
      }),
    makeStale: async () => {
      await app.services.database.db
        .updateTable('accounts.session')
        .set({ authenticated_at: new Date(Date.now() - 3_600_000) })
        .execute()
    },
    close: () => app.close(),
  }
}
