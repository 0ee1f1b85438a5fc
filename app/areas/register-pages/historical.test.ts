import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../platform/i18n/messages.ts'
import { loadHistoricalSignatories } from './historical.ts'

/** The compilation stands beside the repository where it is developed; it is not part of it. */
const compilation = join(import.meta.dirname, '../../../../shared/data/signatories.json')

const facts = ['name', 'country', 'kind', 'date', 'datePrecision', 'dateNote', 'place', 'ceremony', 'source'] as const

test('the file holds those alone that signed with high confidence, word for word as they were compiled', (ctx) => {
  if (!existsSync(compilation)) return ctx.skip('the compilation of signatories is not on this machine')
  const { about, signatories } = JSON.parse(readFileSync(compilation, 'utf8'))
  const wanted = signatories.filter(
    ({ status, confidence }: Record<string, string>) => status === 'signed' && confidence === 'high',
  )
  const ours = loadHistoricalSignatories()
  const picked = (list: readonly object[]) =>
    list.map((one) => Object.fromEntries(facts.flatMap((key) => (key in one ? [[key, Reflect.get(one, key)]] : []))))
  expect(picked(ours.signatories)).toEqual(picked(wanted))
  expect(ours.about.evidenceStatus).toBe(about.evidenceStatus)
})

test('the page says of them what the file says of itself', () => {
  const { evidenceStatus, sources } = loadHistoricalSignatories().about
  expect(loadCatalogue('en').messages['register.historical.status']).toBe(evidenceStatus)
  const named = new Set(loadHistoricalSignatories().signatories.map(({ source }) => source))
  expect(new Set(sources.map((source) => source['url']))).toEqual(named)
})

test('a country that we do not know is refused', () => {
  expect(() => loadHistoricalSignatories({ countries: new Set(['CY']) })).toThrow(/not in data\/countries\.json/)
})
