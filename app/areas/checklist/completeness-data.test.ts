import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadCompleteness } from './completeness-data.ts'
import { factIds } from './fact-rules.ts'
import { loadChecklist } from './kinds.ts'

const { ids, duties, byId } = loadChecklist()

test('every kind has what its services must and should say; a way to reach them wherever somebody is to be called', () => {
  const { wantedOf, facts } = loadCompleteness({ kinds: ids })
  expect(facts.map(({ id }) => id).toSorted()).toEqual(factIds.toSorted())
  for (const kind of ids) {
    expect(wantedOf(kind).must).toContain('name')
    if (!duties.has(kind)) expect(wantedOf(kind).must).toContain('contact')
    if (byId(kind)?.reviewEveryMonths === 3) {
      for (const fact of ['tellsOthers', 'parentNeeded', 'hours']) expect(wantedOf(kind).must).toContain(fact)
    }
  }
})

test('the guide of a town’s officer says what each kind of help must and should say, in the words of the office', () => {
  const root = new URL('../../../', import.meta.url)
  const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
  const words: Readonly<Record<string, string>> = JSON.parse(read('locales/en.json'))
  const { profiles } = JSON.parse(read('data/completeness.json')) as { profiles: Record<string, string & string[]>[] }
  const labels = (facts: readonly string[] = []) =>
    facts.map((fact) => words[`checklist.office.missing.${fact}`]).join('; ')
  const guide = read('docs/guides/town-officer.md')
  expect(profiles.length).toBeGreaterThan(3)
  for (const { about, must, should } of profiles) {
    expect(guide).toContain(`| ${about} | ${labels(must)} | ${labels(should)} |`)
  }
})

test('a fault is named with file, line and place', () => {
  const root = mkdtempSync(join(tmpdir(), 'completeness-'))
  try {
    cpSync(fileURLToPath(new URL('../../../data', import.meta.url)), join(root, 'data'), { recursive: true })
    const path = join(root, 'data/completeness.json')
    const edited = readFileSync(path, 'utf8')
      .replace('"police-child-unit"', '"child-helpline"')
      .replace('"answer": 2', '"answer": 0')
    writeFileSync(path, edited)
    const load = () => loadCompleteness({ kinds: ids }, root)
    expect(load).toThrow(/^data\/completeness\.json:\d+ minutes\.answer: /m)
    writeFileSync(path, edited.replace('"answer": 0', '"answer": 2'))
    expect(load).toThrow(/^data\/completeness\.json:\d+ profiles\[0\]\.kinds\[\d+\]: child-helpline has two profiles$/m)
    expect(load).toThrow(/^data\/completeness\.json:\d+ profiles: police-child-unit has no profile$/m)
  } finally {
    rmSync(root, { recursive: true })
  }
})
