/** What docs/privacy and the guide say is what the product does: tables of rules, keys of the file. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nothingPersonalTable, rulesTable } from '../app/areas/privacy/rules-table.ts'
import { personalSets, retention } from '../app/personal-data.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const rules = retention.flatMap((one) => one.rules)

/** What stands between two marks. To renew it, put the text of the failure there. */
function generated(path: string, name: string): string {
  const found = new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)\\n<!-- end -->`).exec(read(path))
  return found?.[1]?.trim() ?? ''
}

test('docs/privacy/retention.md holds every rule as the nightly job runs it', () => {
  expect(generated('docs/privacy/retention.md', 'rules')).toBe(rulesTable(retention))
  expect(generated('docs/privacy/retention.md', 'nothing personal')).toBe(nothingPersonalTable(retention))
})

test('docs/privacy/README.md names every table with personal data', () => {
  const text = read('docs/privacy/README.md')
  expect(rules.map(({ table }) => table).filter((table) => !text.includes(`\`${table}\``))).toEqual([])
})

test('the guide explains every key of the file that people download', () => {
  const text = read('docs/guides/my-data.md')
  expect(personalSets.map(({ key }) => key).filter((key) => !text.includes(`\`${key}\``))).toEqual([])
})

test('no two sets have the same key, and none gives out a secret', () => {
  const keys = personalSets.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  const shown = personalSets.flatMap((set) => ('shows' in set ? set.shows : []))
  expect(shown.filter((column) => /token|sha256|secret|public_key|credential|^mac$/.test(column))).toEqual([])
})
