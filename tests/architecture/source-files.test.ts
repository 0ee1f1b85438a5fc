import { expect, test } from 'vitest'
import { computed, importsOf, projectPaths, sourceFiles } from './source-files.ts'

const targets = (text: string) =>
  importsOf('app/areas/pact/store.ts', text).map(({ target, typeOnly }) => (typeOnly ? `type ${target}` : target))

test.each([
  ["import { a } from './rules.ts'", ['app/areas/pact/rules.ts']],
  ["import a, { type B } from '../x/index.ts'", ['app/areas/x/index.ts']],
  ["import {\n  a,\n  type B,\n} from 'kysely'", ['kysely']],
  ["import * as all from 'zod'", ['zod']],
  ["import type { A } from './schema.ts'", ['type app/areas/pact/schema.ts']],
  ["import { type A, type B } from './schema.ts'", ['type app/areas/pact/schema.ts']],
  ["import './effect.ts'", ['app/areas/pact/effect.ts']],
  ["export { a } from './a.ts'", ['app/areas/pact/a.ts']],
  ["export * from './a.ts'", ['app/areas/pact/a.ts']],
  ["export type { A } from './a.ts'", ['type app/areas/pact/a.ts']],
  ["const a = await import('./a.ts')", ['app/areas/pact/a.ts']],
  ["type A = typeof import('./a.ts')", ['type app/areas/pact/a.ts']],
  ['const a = await import(name)', [computed]],
  [
    "import { a } from './a.ts'\nexport const b = a\nimport c from './c.ts'",
    ['app/areas/pact/a.ts', 'app/areas/pact/c.ts'],
  ],
  ["// import { a } from './a.ts'\n/* import './b.ts' */\n/**\n * import('./c.ts')\n */", []],
])('%j imports %j', (text, expected) => {
  expect(targets(text)).toEqual(expected)
})

test('the project is read: its own files, nothing that npm brought', () => {
  expect(projectPaths()).toContain('app/urls.ts')
  expect(projectPaths().filter((path) => path.includes('node_modules'))).toEqual([])
  const urls = sourceFiles().find(({ path }) => path === 'app/platform/i18n/i18n.ts')
  expect(urls?.imports.map(({ target }) => target)).toContain('app/platform/i18n/languages.ts')
})
