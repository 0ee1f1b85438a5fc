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
