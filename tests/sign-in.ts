/** Persons of a test who use the office by its front door. */
import { ensurePerson, grantRole } from '../app/areas/accounts/index.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import type { RoleName, Scope } from '../app/platform/session/actor.ts'
import type { TestApp } from './test-app.ts'

export interface Visitor {
  readonly id: string
  get(path: string): Promise<Response>
  /** The page as text, whatever its status. */
  read(path: string): Promise<string>
  /** A list of values: a field of that name for each. */
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Response>
  /** As a form that has fields for files. */
  postForm(path: string, fields: Readonly<Record<string, string | File>>): Promise<Response>
}

/** Somebody with these roles, signed in with a second factor. */
export async function signIn(
  app: Pick<TestApp, 'services' | 'request'>,
  name: string,
  roles: readonly { readonly role: RoleName; readonly scope: Scope }[],
  language = 'en',
): Promise<Visitor> {
  const { database, accounts } = app.services
  const email = `${name.toLowerCase()}@people.example`
  const person = await ensurePerson(database.db, { email, name, language })
  const act = actOf('test', 'accounts.grant-role', app.services.clock.now())
  for (const { role, scope } of roles) await grantRole(database.db, act, person.id, role, scope)
  const link = new URL(await accounts.createSignInLink(email))
  const body = new URLSearchParams({ token: link.searchParams.get('token') ?? '' })
  const opened = await app.request(link.pathname, { method: 'POST', body })
  const cookie = opened.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  await database.db
    .updateTable('accounts.session')
    .set({ second_factor: 'passkey' })
    .where('person', '=', person.id)
    .execute()
  const get = (path: string) => app.request(path, { headers: { cookie } })
  return {
    id: person.id,
    get,
    read: async (path) => (await get(path)).text(),
    post: (path, fields = {}) => {
      const pairs = Object.entries(fields).flatMap(([field, value]) => [value].flat().map((one) => [field, one]))
      return app.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(pairs) })
    },
    postForm: (path, fields) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      return app.request(path, { method: 'POST', headers: { cookie }, body })
    },
  }
}

/** The value of the first input of that name in a page; empty where there is none. */
export function inputValue(html: string, name: string): string {
  return new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''
}
