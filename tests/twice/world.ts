/** People, a town and their forms for the test that sends every form more than once. */
import { createApp } from '../../app/app.ts'
import { openPeopleApp } from '../../app/areas/accounts/people/test-people.ts'
import { partsOf } from '../../app/compose.ts'
import type { RoleName, Scope } from '../../app/platform/session/actor.ts'
import { inputValue } from '../sign-in.ts'

export type Fields = Readonly<Record<string, string>>
/** With names that stand for several values. */
type Given = Readonly<Record<string, string | readonly string[]>>

/** A form as one browser sends it. */
export interface Sent {
  readonly path: string
  readonly fields: Given
  /** Of nobody where it is left out. */
  readonly by?: Browser
}

export interface Browser {
  readonly id: string
  readonly email: string
  /** Id. */
  readonly session: string
  /** It is a while ago that this person showed who they are. */
  growOld(): Promise<void>
  read(path: string): Promise<string>
  post(path: string, fields?: Given): Promise<Response>
}

function bodyOf(fields: Given): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return body
}

const anHour = 3_600_000

export async function openWorld() {
  const app = await openPeopleApp()
  // Nobody sends as many forms as a test that sends all of them: each comes from somewhere else.
  const config = { ...app.services.config, trustProxy: true }
  const { routes, guards, appDeps } = await partsOf({ ...app.services, config })
  let callers = 0
  const driven = createApp({ ...appDeps, guards, routes })
  let people = 0

  const ask = async (path: string, cookie: string | undefined, fields?: Given): Promise<Response> => {
    callers += 1
    const headers = { origin: app.baseUrl, 'x-forwarded-for': `caller ${callers}` }
    return driven.request(`${app.baseUrl}${path}`, {
      redirect: 'manual',
      headers: { ...headers, ...(cookie === undefined ? {} : { cookie }) },
      ...(fields ? { method: 'POST', body: bodyOf(fields) } : {}),
    })
  }

  /** The same person in one more browser. @param half signed in by a link alone. */
  async function browserOf(email: string, half = false): Promise<Browser> {
    const { accounts } = app.services
    const link = new URL(await accounts.createSignInLink(email))
    const cookies = await accounts.redeemLink(link.searchParams.get('token') ?? '')
    const cookie = (cookies ?? []).map((one) => one.split(';')[0]).join('; ')
    const session = await accounts.session(new Headers({ cookie }))
    if (!session) throw new Error(`${email} could not sign in`)
    const row = app.db.updateTable('accounts.session').where('id', '=', session.id)
    const now = app.services.clock.milliseconds()
    // Sessions begin by the clock of the machine, which the test does not move.
    await row.set({ authenticated_at: new Date(now), second_factor: half ? null : 'totp' }).execute()
    return {
      id: session.actor.id,
      email,
      session: session.id,
      growOld: async () => {
        await row.set({ authenticated_at: new Date(now - anHour) }).execute()
      },
      read: async (path) => (await ask(path, cookie)).text(),
      post: (path, fields = {}) => ask(path, cookie, fields),
    }
  }

  /** Somebody who has never been here before. */
  async function somebody(role: RoleName = 'officer', scope: Scope = app.townScope): Promise<Browser> {
    people += 1
    const email = `person-${people}@twice.example`
    await app.give(email, role, scope)
    return browserOf(email)
  }

  return {
    ...app,
    routes,
    browserOf,
    somebody,
    send: ({ path, fields, by }: Sent) => (by ? by.post(path, fields) : ask(path, undefined, fields)),
    read: async (path: string) => (await ask(path, undefined)).text(),
    /** A word that was not there before. */
    fresh: (word: string) => {
      people += 1
      return `${word} ${people}`
    },
    /** The hidden and visible values of a page's fields, by name. */
    valuesOf: (html: string, ...names: string[]): Fields =>
      Object.fromEntries(names.map((name) => [name, inputValue(html, name)])),
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
