/** The import rules of docs/architecture.md as data: which files a rule is about, and what it refuses. */
import type { Import, SourceFile } from './source-files.ts'

export interface Rule {
  readonly name: string
  readonly about: (path: string) => boolean
  /** True: this import is a violation. */
  readonly refuses: (each: Import, path: string) => boolean
}

/** Files that stand for a decision and nothing else. One that a pure file imports has to be named here too. */
const pureFiles: readonly RegExp[] = [
  /\/(?:\w+-)?rules\.ts$/,
  /\/policy\.ts$/,
  /\/accounts\/return-path\.ts$/,
  /\/authorities\/fold\.ts$/,
  /\/checklist\/(?:answers|changes|completeness|confidential|faults|outcomes|same)\.ts$/,
  /\/checklist\/(?:publish-faults|service-faults|street-like|street-words)\.ts$/,
  // The holidays come from a library that loads its own data.
  /\/checklist\/hours\/(?!public-holidays\.ts)[\w-]+\.ts$/,
  /\/helplines\/phone-numbers\.ts$/,
  /\/help-pages\/(?:effective-page|local-text|needs)\.ts$/,
]

/** What computes and does nothing else: packages, what all policies ask of an actor, codes of the network. */
const pureElsewhere: ReadonlySet<string> = new Set([
  'any-ascii',
  'libphonenumber-js/max',
  'app/platform/letters/letter-text.ts',
  'app/platform/signing/canonical.ts',
  'app/platform/net/net-reasons.ts',
  'app/platform/privacy/after-meeting-rules.ts',
  'app/platform/session/held-roles.ts',
])

/** Tests, their factories and the examples of components. */
export const isTest = (path: string) =>
  path.startsWith('tests/') || /\.test\.tsx?$|\/test-[\w-]+\.tsx?$|\/examples\.tsx$/.test(path)
const isGenerated = (path: string) => /\.gen\.\w+$/.test(path)

export const areaOf = (path: string) => /^app\/areas\/([\w-]+)\//.exec(path)?.[1]
const isDoor = (path: string) => /^app\/areas\/[\w-]+\/index\.ts$/.test(path)
const inArea = (path: string) => areaOf(path) !== undefined && !isTest(path)
const isSchema = (path: string) => inArea(path) && /\/(?:\w+-)?schema\.ts$/.test(path)
export const isPure = (path: string) => inArea(path) && pureFiles.some((pattern) => pattern.test(path))
export const isStore = (path: string) => inArea(path) && /[/-]store\.ts$/.test(path)
const isPage = (path: string) => inArea(path) && /\/pages\/[\w-]+\.tsx$/.test(path)
const isPresenter = (path: string) => inArea(path) && /\/present-[\w-]+\.ts$/.test(path)
const isRoutes = (path: string) => inArea(path) && /[/-]routes\.tsx?$/.test(path)
const inPlatform = (path: string) => path.startsWith('app/platform/') && !isTest(path)
const inUi = (path: string) => path.startsWith('app/ui/') && !isTest(path)

/** What a file is: words and shapes alone, which schemas, pages and fields of forms say. */
const isFileVocabulary = (target: string) => target === 'app/platform/files/file-types.ts'

const isOurs = (target: string) => /^(?:app|tests|bench|play|scripts|db|bin)\/|^(?:server|worker|cli)\.ts$/.test(target)
const isNode = (target: string) => target.startsWith('node:')
const isPackage = (target: string, name: string) => target === name || target.startsWith(`${name}/`)
const isDatabase = (target: string) =>
  target.startsWith('app/platform/db/') ||
  ['kysely', 'pg', '@electric-sql/pglite'].some((name) => isPackage(target, name))
const isHttp = (target: string) => isPackage(target, 'hono') || isPackage(target, '@hono/node-server')
const isComposition = (target: string) =>
  /^(?:server|worker|cli)\.ts$|^app\/(?:demonstration|synthetic|commands)\//.test(target) ||
  /^app\/[\w-]+\.tsx?$/.test(target)
const reachesOut = (target: string) => isNode(target) || isDatabase(target) || isHttp(target) || isStore(target)

function pureRefuses({ target, typeOnly }: Import, path: string): boolean {
  const sameArea = areaOf(target) === areaOf(path)
  if (sameArea && (isPure(target) || isSchema(target))) return false
  if (typeOnly && !reachesOut(target)) return !(sameArea || isDoor(target) || inPlatform(target))
  return !pureElsewhere.has(target)
}

export const rules: readonly Rule[] = [
  {
    name: 'a decision (rules, policy and the other pure files) imports only decisions, its schema, and types',
    about: isPure,
    refuses: pureRefuses,
  },
  {
    name: 'a schema imports Zod, other schemas, and types',
    about: isSchema,
    refuses: ({ target, typeOnly }) =>
      !(isSchema(target) || target === 'zod' || isFileVocabulary(target) || (typeOnly && !reachesOut(target))),
  },
  {
    name: 'a store knows nothing of HTTP, pages or routes',
    about: isStore,
    refuses: ({ target }) =>
      isHttp(target) || target.startsWith('app/platform/http/') || inUi(target) || isPage(target) || isRoutes(target),
  },
  {
    name: 'SQL stands in stores: only a *store.ts of an area imports kysely',
    about: (path) => inArea(path) && !isStore(path),
    refuses: ({ target }) => isPackage(target, 'kysely') || isPackage(target, 'pg'),
  },
  {
    name: 'a page takes props and gives markup: no store, no database, no HTTP, nothing of Node, of the platform types only',
    about: isPage,
    refuses: ({ target, typeOnly }) =>
      reachesOut(target) || isRoutes(target) || (inPlatform(target) && !typeOnly && !isFileVocabulary(target)),
  },
  {
    name: 'a presenter turns facts into what a page shows: of stores and the platform it knows types only',
    about: isPresenter,
    refuses: ({ target, typeOnly }) =>
      isNode(target) || isHttp(target) || ((reachesOut(target) || inPlatform(target)) && !typeOnly),
  },
  {
    name: 'routes hold no SQL',
    about: isRoutes,
    refuses: ({ target, typeOnly }) => isDatabase(target) && !(typeOnly && target.startsWith('app/platform/db/')),
  },
  {
    name: 'platform and ui know no area',
    about: (path) => inPlatform(path) || inUi(path),
    refuses: ({ target }) => areaOf(target) !== undefined,
  },
  {
    name: 'ui knows nothing of the platform but types',
    about: inUi,
    refuses: ({ target, typeOnly }) => inPlatform(target) && !typeOnly && !isFileVocabulary(target),
  },
  {
    name: 'an area enters another by its index.ts',
    about: (path) => areaOf(path) !== undefined,
    refuses: ({ target }, path) =>
      areaOf(target) !== undefined &&
      areaOf(target) !== areaOf(path) &&
      !isDoor(target) &&
      // The factories of tests are a second door, for tests.
      !(isTest(path) && isTest(target)),
  },
  {
    name: 'areas, platform and ui do not know what composes them (of the settings: types)',
    about: (path) => inArea(path) || inPlatform(path) || inUi(path),
    refuses: ({ target, typeOnly }) =>
      isComposition(target) && target !== 'app/urls.ts' && !(target === 'app/config.ts' && typeOnly),
  },
  {
    name: 'only tests import what belongs to tests',
    about: (path) => path.startsWith('app/') && !isTest(path),
    refuses: ({ target }) => isOurs(target) && isTest(target) && !target.endsWith('/examples.tsx'),
  },
]

/** `file imports target: rule`, a line for each violation. */
export function importViolations(files: readonly SourceFile[], checked: readonly Rule[] = rules): string[] {
  return checked.flatMap(({ name, about, refuses }) =>
    files
      .filter(({ path }) => about(path) && !isGenerated(path))
      .flatMap(({ path, imports }) =>
        imports.filter((each) => refuses(each, path)).map(({ target }) => `${path} imports ${target}: ${name}`),
      ),
  )
}
