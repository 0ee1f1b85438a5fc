import { expect, test } from 'vitest'
import { createKeptFacts, type Facts } from './kept-facts.ts'

const facts =
  (value: string, ...dependsOn: string[]) =>
  async (): Promise<Facts<string>> => ({ value, dependsOn })
const never = () => Promise.reject(new Error('read though it was kept'))

/** A reading that ends when it is told to. */
function held(value: string) {
  const { promise, resolve } = Promise.withResolvers<Facts<string>>()
  return { read: () => promise, end: () => resolve({ value, dependsOn: ['town'] }) }
}

test('facts are read once, also by several who ask at once', async () => {
  const kept = createKeptFacts<string>(10)
  let readings = 0
  const read = async () => {
    readings += 1
    return { value: 'facts', dependsOn: [] }
  }
  expect(await Promise.all([kept.get('a', read), kept.get('a', read)])).toEqual(['facts', 'facts'])
  expect(await kept.get('a', never)).toBe('facts')
  expect(readings).toBe(1)
})

test('a change throws away what depends on it, and nothing else', async () => {
  const kept = createKeptFacts<string>(10)
  await kept.get('town', facts('old', 'town', 'region'))
  await kept.get('other', facts('other', 'other'))
  kept.invalidate(['region'])
  expect(await kept.get('town', facts('new', 'town', 'region'))).toBe('new')
  expect(await kept.get('other', never)).toBe('other')
  kept.clear()
  expect(await kept.get('other', facts('again'))).toBe('again')
})

test('what was read while something changed is not kept, nor given to who asks afterwards', async () => {
  const kept = createKeptFacts<string>(10)
  const old = held('old')
  const before = kept.get('a', old.read)
  kept.invalidate(['another town'])
  const after = kept.get('a', facts('new', 'town'))
  old.end()
  expect([await before, await after]).toEqual(['old', 'new'])
  expect(await kept.get('a', never)).toBe('new')
})

test('the facts asked for longest ago go first', async () => {
  const kept = createKeptFacts<string>(2)
  await kept.get('a', facts('a'))
  await kept.get('b', facts('b'))
  await kept.get('a', never)
  await kept.get('c', facts('c'))
  expect(await kept.get('a', never)).toBe('a')
  expect(await kept.get('b', facts('b again'))).toBe('b again')
})

test('a failure is told and not remembered', async () => {
  const kept = createKeptFacts<string>(2)
  await expect(kept.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await kept.get('a', facts('back'))).toBe('back')
})
