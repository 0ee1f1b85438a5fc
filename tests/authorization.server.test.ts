/**
 * The authorization matrix: every route of the application × every role × its own and a foreign scope × nobody ×
 * somebody without a role × somebody with half a proof, held against the table in authorization/who-may.ts. Routes come
 * from the application itself: none can be forgotten.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { needsSecondFactor } from '../app/areas/accounts/policy.ts'
import type { AppEnv } from '../app/platform/http/env.ts'
import type { Route } from '../app/platform/http/route-table.ts'
import { type RoleName, roleNames } from '../app/platform/session/actor.ts'
import {
  foreign,
  home,
  type MatrixApp,
  nowhere,
  openMatrixApp,
  orphaned,
  type Place,
  reached,
} from './authorization/matrix-app.ts'
import { type PlaceKind, type Right, type WhoMay, whoMay } from './authorization/who-may.ts'

// Every route as every role: on a machine with other work more than a test usually may take.
vi.setConfig({ testTimeout: 240_000 })

let matrix: MatrixApp
beforeAll(async () => {
  matrix = await openMatrixApp()
})
afterAll(async () => {
  process.stdout.write(`authorization matrix: ${cases} cases, ${matrix?.routes.length} routes\n`)
  await matrix?.close()
})

let cases = 0

type Outcome = 'reached' | 'hidden' | 'sign in' | 'second step' | 'show again' | string

/** What somebody with this cookie meets. */
async function outcomeOf(route: Route<AppEnv>, place: Place, cookie?: string): Promise<Outcome> {
  cases += 1
  const answer = await matrix.request(route, place, cookie)
  const body = await answer.text()
  if (answer.status === 200 && body === reached) return 'reached'
  if (answer.status === 404) return 'hidden'
  const way = answer.status === 401 ? wayOut(body) : (answer.headers.get('location') ?? '')
  if (way.startsWith('/sign-in/second')) return 'second step'
  if (way.startsWith('/sign-in/again')) return 'show again'
  if (way.startsWith('/sign-in')) return 'sign in'
  return `${answer.status}`
}

/** Where the page that keeps a form sends its reader first. */
const wayOut = (html: string): string => /href="([^"]*)" target="_blank"/.exec(html)?.[1] ?? ''

const isOpen = (right: Right | undefined): boolean => right === 'anybody'
const hasScope = ({ path }: Pick<Route<AppEnv>, 'path'>): boolean => /:cc\b/.test(path)
const named = ({ method, path, permission }: Route<AppEnv>) => `${method} ${path} (${permission})`

/** What the address of a route names. */
function kindOf({ path }: Route<AppEnv>): PlaceKind {
  if (/:slug\b/.test(path)) return 'town'
  if (/:association\b/.test(path)) return 'association'
  return hasScope({ path }) ? 'country' : 'instance'
}

function whoMayThere(route: Route<AppEnv>, right: Exclude<Right, string>): WhoMay {
  const found = 'home' in right ? right : right[kindOf(route)]
  if (!found) throw new Error(`the table says nothing of ${named(route)} for a ${kindOf(route)}`)
  return found
}

function expected(route: Route<AppEnv>, right: Right, place: Place, role: RoleName): Outcome {
  if (typeof right === 'string') return 'reached'
  if (place === nowhere) return 'hidden'
  return whoMayThere(route, right)[place === home ? 'home' : 'foreign'].includes(role) ? 'reached' : 'hidden'
}

/** Who asked, what they met, what they should have met. */
type Line = readonly [who: string, met: Outcome, should: Outcome]
const line = async (who: string, met: Promise<Outcome>, should: Outcome): Promise<Line> => [who, await met, should]

/** Lines that are wrong, so that a failure names each. */
async function wrongLines(of: (route: Route<AppEnv>) => Promise<readonly Line[]>) {
  const wrong: string[] = []
  for (const route of matrix.routes) {
    for (const [who, met, should] of await of(route)) {
      if (met !== should) wrong.push(`${named(route)}: ${who} met "${met}", not "${should}"`)
    }
  }
  return wrong
}

test('every permission of a route stands in the table, and none stands there in vain', () => {
  const used = new Set(matrix.routes.map(({ permission }) => permission))
  expect([...used].filter((name) => !whoMay[name])).toEqual([])
  expect(Object.keys(whoMay).filter((name) => !used.has(name))).toEqual([])
})

describe.each([
  ['their own scope', home],
  ['a foreign scope', foreign],
  ['a scope that does not exist', nowhere],
] as const)('in %s', (_, place) => {
  test('each role meets what the table says', async () => {
    const wrong = await wrongLines(async (route) => {
      const right = whoMay[route.permission]
      if (!right || isOpen(right) || (place !== home && !hasScope(route))) return []
      const free = typeof right === 'string' ? 'reached' : 'hidden'
      return Promise.all([
        ...roleNames.map((role) =>
          line(role, outcomeOf(route, place, matrix.cookies.get(role)), expected(route, right, place, role)),
        ),
        line('somebody without a role', outcomeOf(route, place, matrix.newcomer), free),
      ])
    })
    expect(wrong).toEqual([])
  })

  test('nobody is asked to sign in, and learns nothing of what exists', async () => {
    const wrong = await wrongLines(async (route) => {
      if (isOpen(whoMay[route.permission])) return []
      return [['nobody', await outcomeOf(route, place), 'sign in']]
    })
    expect(wrong).toEqual([])
  })

  test('with half a proof nothing opens but the second step', async () => {
    const wrong = await wrongLines(async (route) => {
      const right = whoMay[route.permission]
      if (!right || isOpen(right)) return []
      const should = right === 'each signed-in person, half-proven too' ? 'reached' : 'second step'
      return Promise.all(
        [...matrix.halfProven]
          .filter(([role]) => needsSecondFactor({ roles: [{ role, scope: { kind: 'instance' } }] }))
          .map(([role, cookie]) => line(`${role} by a link alone`, outcomeOf(route, place, cookie), should)),
      )
    })
    expect(wrong).toEqual([])
  })
})

/** Whether somebody who may not reach it can tell that it exists. */
async function isSame(route: Route<AppEnv>, cookie: string | undefined): Promise<boolean> {
  const theirs = await matrix.request(route, foreign, cookie)
  if (theirs.status !== 404) return true
  const none = await matrix.request(route, nowhere, cookie)
  cases += 2
  const [a, b] = [theirs, none].map(({ status, headers }) => JSON.stringify([status, ...headers]))
  return a === b && (await theirs.text()) === (await none.text())
}

/**
 * Of a whole country: its coordinators do what officers and approvers do, and vouch for people as they do for a town's; the
 * secretariat does so only where nobody coordinates.
 */
test('the authority of a whole country is kept by its coordinators, else by the secretariat', async () => {
  const keeper = (place: Place): RoleName => (place === orphaned ? 'secretariat' : 'coordinator')
  const wrong = await wrongLines(async (route) => {
    const right = whoMay[route.permission]
    if (!right || typeof right === 'string' || kindOf(route) !== 'town') return []
    const { home: own, foreign: everywhere } = whoMayThere(route, right)
    const may = (role: RoleName, place: Place) =>
      everywhere.includes(role) ||
      (role === keeper(place) &&
        (own.includes('approver') || own.includes('officer')) &&
        route.permission !== 'people.leave')
    return Promise.all(
      [matrix.national, orphaned].flatMap((place) =>
        roleNames.map((role) =>
          line(
            `${role} in ${place.cc}`,
            outcomeOf(route, place, matrix.cookies.get(role)),
            may(role, place) ? 'reached' : 'hidden',
          ),
        ),
      ),
    )
  })
  expect(wrong).toEqual([])
})

test('what is of others and what does not exist answer with the same bytes and headers', async () => {
  const differing: string[] = []
  for (const route of matrix.routes.filter((each) => hasScope(each) && !isOpen(whoMay[each.permission]))) {
    const same = await Promise.all(roleNames.map((role) => isSame(route, matrix.cookies.get(role))))
    differing.push(...roleNames.filter((_, index) => !same[index]).map((role) => `${named(route)}: ${role}`))
  }
  expect(differing).toEqual([])
})

/** The last: every session is an old one afterwards. */
test('a dangerous act asks again who one is, and others do not', async () => {
  await matrix.makeStale()
  const wrong = await wrongLines(async (route) => {
    const right = whoMay[route.permission]
    if (!right || isOpen(right)) return []
    return Promise.all(
      roleNames.map((role) => {
        const may = expected(route, right, home, role)
        const should = route.fresh && may === 'reached' ? 'show again' : may
        return line(role, outcomeOf(route, home, matrix.cookies.get(role)), should)
      }),
    )
  })
  expect(wrong).toEqual([])
})
