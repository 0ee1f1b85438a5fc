/** The rules of docs/architecture.md that hold for every file. Each failure names the file, what it does, and the rule. */
import { expect, test } from 'vitest'
import { cycles, type Graph, reachable } from './architecture/cycles.ts'
import { areaOf, importViolations, isPure, isStore, isTest, rules } from './architecture/layers.ts'
import { messageKeysUnused } from './architecture/message-keys.ts'
import { computed, importsOf, projectPaths, type SourceFile, sourceFiles } from './architecture/source-files.ts'

const files = sourceFiles()
const product = files.filter(({ path }) => path.startsWith('app/') && !isTest(path))

test.each(rules)('$name', (rule) => {
  expect(files.filter(({ path }) => rule.about(path)).length).toBeGreaterThan(0)
  expect(importViolations(files, [rule])).toEqual([])
})

/** Each rule has to catch the breach it is there for. */
test.each([
  ['app/areas/pact/rules.ts', "import { readFileSync } from 'node:fs'", 'a decision'],
  ['app/areas/pact/policy.ts', "import { find } from './store.ts'", 'a decision'],
  ['app/areas/pact/rules.ts', "import type { Row } from './store.ts'", 'a decision'],
  ['app/areas/pact/rules.ts', "import { answers } from '../checklist/index.ts'", 'a decision'],
  ['app/areas/pact/schema.ts', "import { sql } from 'kysely'", 'a schema'],
  ['app/areas/pact/store.ts', "import { Hono } from 'hono'", 'a store'],
  ['app/areas/pact/entry-store.ts', "import { RequestFault } from '../../platform/http/faults.ts'", 'a store'],
  ['app/areas/pact/service.ts', "import { sql } from 'kysely'", 'SQL stands in stores'],
  ['app/areas/pact/pages/entry.tsx', "import { find } from '../store.ts'", 'a page'],
  ['app/areas/pact/pages/entry.tsx', "import { createHash } from 'node:crypto'", 'a page'],
  ['app/areas/pact/present-entry.ts', "import { find } from './store.ts'", 'a presenter'],
  ['app/areas/pact/routes.tsx', "import { sql } from 'kysely'", 'routes hold no SQL'],
  ['app/platform/mail/mail.ts', "import type { Person } from '../../areas/accounts/index.ts'", 'platform and ui know'],
  ['app/ui/components/tag/tag.tsx', "import { log } from '../../../platform/log.ts'", 'ui knows nothing'],
  ['app/areas/pact/service.ts', "import type { Town } from '../checklist/town-store.ts'", 'an area enters another'],
  ['app/areas/pact/service.ts', "import { readConfig } from '../../config.ts'", 'areas, platform and ui'],
  ['app/areas/pact/service.ts', "const all = await import('../../demonstration/load.ts')", 'areas, platform and ui'],
  ['app/areas/pact/service.ts', "import { testDatabase } from '../../../tests/database.ts'", 'only tests import'],
])('%s: %s is refused', (path, text, rule) => {
  const found = importViolations([{ path, text, imports: importsOf(path, text) }])
  expect(found.some((line) => line.includes(`: ${rule}`))).toBe(true)
})

function graphOf(nodes: readonly SourceFile[], follow: (file: SourceFile) => readonly string[]): Graph {
  return new Map(nodes.map((file) => [file.path, new Set(follow(file))]))
}

/** What is loaded when a file is: types leave nothing behind. */
const loads = graphOf(product, ({ imports }) => imports.filter((each) => !each.typeOnly).map((each) => each.target))

test('what a page or a decision loads from its own area never leads to a store, a database or the network', () => {
  const within = (area: string | undefined) =>
    graphOf(
      product.filter(({ path }) => areaOf(path) === area),
      ({ imports }) => imports.filter((each) => !each.typeOnly).map((each) => each.target),
    )
  const outside = (target: string) =>
    isStore(target) || /^(?:kysely|pg|hono|node:\w+)$|^app\/platform\/db\//.test(target)
  const found = product
    .filter(({ path }) => areaOf(path) && (path.includes('/pages/') || isPure(path)))
    .flatMap(({ path }) =>
      [...reachable(within(areaOf(path)), path)].filter(outside).map((to) => `${path} leads to ${to}`),
    )
  expect(found).toEqual([])
})

test('no file of the product is loaded by what it loads', () => {
  expect(cycles(loads)).toEqual([])
})

/** Areas that may need each other, with the reason. Empty is best. */
const areasInCircles: readonly { readonly areas: readonly string[]; readonly reason: string }[] = []

test('areas do not need each other in circles', () => {
  const areas = [...new Set(product.flatMap(({ path }) => areaOf(path) ?? []))]
  const needs = (area: string) =>
    product
      .filter(({ path }) => areaOf(path) === area)
      .flatMap(({ imports }) => imports.flatMap(({ target }) => areaOf(target) ?? []))
      .filter((other) => other !== area)
  const found = cycles(new Map(areas.map((area) => [area, new Set(needs(area))])))
  expect(found).toEqual(areasInCircles.map((allowed) => allowed.areas))
})

test('only the settings read the environment', () => {
  const reads = /\bprocess\.env\b|\bimport\.meta\.env\b|\benv\b[^\n]*from 'node:process'/
  const roots = /^(?:server|worker|cli)\.ts$/
  const found = files.filter(({ path }) => (path.startsWith('app/') && !isTest(path)) || roots.test(path))
  expect(found.filter(({ text }) => reads.test(withoutComments(text))).map(({ path }) => path)).toEqual([
    'app/config.ts',
  ])
})

/** What opens connections to other machines, and who may: whatever an officer names goes through the guarded client. */
const waysOut: readonly {
  readonly of: readonly string[]
  readonly files: readonly string[]
  readonly reason: string
}[] = [
  {
    of: ['node:http', 'node:https', 'node:dns/promises'],
    files: ['app/platform/net/exchange.ts'],
    reason: 'the guarded client itself',
  },
  {
    of: ['node:net'],
    files: ['app/platform/net/net-target.ts', 'app/platform/virus-scan/clamav.ts'],
    reason: "the first asks what an IP address is; the second asks the operator's virus scanner",
  },
  { of: ['flydrive/drivers/s3'], files: ['app/platform/files/files.ts'], reason: "the operator's bucket" },
  { of: ['node:tls'], files: ['app/platform/mail/smtp.ts'], reason: 'the certificates that Node knows' },
  { of: ['nodemailer'], files: ['app/platform/mail/smtp.ts'], reason: "the operator's mail server" },
  {
    of: ['openid-client'],
    files: ['app/areas/accounts/identity-provider.ts'],
    reason: "the operator's identity provider",
  },
  {
    of: ['pg'],
    files: ['app/platform/db/server.ts', 'app/platform/db/subscriber.ts'],
    reason: "the operator's database",
  },
  {
    of: ['node:http2', 'node:dgram', 'node:dns', 'undici', 'axios', 'got', 'ky', 'node-fetch', 'ws'],
    files: [],
    reason: 'nobody needs them',
  },
]

test('every request to a foreign host goes through the guarded client', () => {
  const using = (of: readonly string[]) =>
    product
      .filter(({ imports }) => imports.some(({ target, typeOnly }) => !typeOnly && of.includes(target)))
      .map(({ path }) => path)
  for (const { of, files: allowed } of waysOut) expect(using(of).toSorted(), of.join()).toEqual(allowed)
  const global = /(?<![.\w])fetch\(|\b(?:globalThis|global|window)\.fetch\b|\bnew (?:WebSocket|EventSource)\(/
  expect(product.filter(({ text }) => global.test(withoutComments(text))).map(({ path }) => path)).toEqual([])
})

test('only the benchmarks, each a file of its own, are loaded by a computed name', () => {
  const found = files.filter(({ path, imports }) => !isTest(path) && imports.some(({ target }) => target === computed))
  expect(found.map(({ path }) => path).filter((path) => path !== 'bench/run.ts')).toEqual([])
})

test('no file or folder has a name that says nothing', () => {
  const empty = /(?:^|[-._])(?:utils?|helpers?|common|lib|managers?|misc)(?:[-._]|$)/i
  expect(projectPaths().filter((path) => empty.test(path.split('/').at(-1) ?? ''))).toEqual([])
})

test('no file is longer than 350 lines, except generated ones', () => {
  const long = files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ path, lines }) => lines > 350 && !/\.gen\.\w+$/.test(path))
  expect(long).toEqual([])
})

test('no check is switched off in a file', () => {
  const ways = ['biome-ignore', '@ts-ignore', '@ts-expect-error', '@ts-nocheck', 'as unknown as']
  const found = files
    .filter(({ path }) => path !== 'tests/architecture.test.ts')
    .flatMap(({ path, text }) => ways.filter((way) => text.includes(way)).map((way) => `${path}: ${way}`))
  expect(found).toEqual([])
})

test('every message of the catalogue is said somewhere', () => {
  expect(messageKeysUnused(product)).toEqual([])
})

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, '').replace(/\s\/\/ .*$/gm, '')
}
