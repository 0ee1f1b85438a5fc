import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atTheBeginning, walk } from './audit/audit-rules.ts'
import { beforeTheFirst, checkLine, commitmentOf, type Linked, linkEntry, readLine } from './chain-rules.ts'

const facts = fc.dictionary(
  fc.stringMatching(/^[a-z_]{1,12}$/),
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger()),
)
const chain = (entries: readonly Record<string, string | number>[]): Linked[] => {
  const linked: Linked[] = []
  for (const entry of entries) linked.push(linkEntry(linked.at(-1), entry))
  return linked
}
const walkAll = (lines: readonly string[]) => lines.reduce((at, line) => walk(at, line, undefined), atTheBeginning)

describe('a chain', () => {
  test('of any entries is sound', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 8 }), (entries) => {
        const linked = chain(entries)
        expect(walkAll(linked.map(({ line }) => line))).toEqual({
          last: { number: linked.length, hash: linked.at(-1)?.hash },
          fault: undefined,
        })
      }),
    )
  })

  test('is broken by any other text in any line but the last, and the last has another hash', () => {
    const texts = fc.array(fc.string(), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(texts, fc.nat(), fc.string(), (words, where, instead) => {
        const linked = chain(words.map((text) => ({ text })))
        const index = where % linked.length
        fc.pre(words[index] !== instead)
        const lines = linked.map(({ line }) => line)
        const before = index === 0 ? undefined : linked[index - 1]
        lines[index] = linkEntry(before, { text: instead }).line
        const { last, fault } = walkAll(lines)
        if (index < linked.length - 1) expect(fault).toEqual({ fault: 'broken', number: index + 2 })
        else expect(last?.hash).not.toBe(linked.at(-1)?.hash)
      }),
    )
  })

  test('begins with sixty-four zeros', () => {
    expect(linkEntry(undefined, { act: 'signed' }).line).toBe(
      `{"act":"signed","number":1,"previous":"${beforeTheFirst}"}`,
    )
  })

  test('misses a line that was taken out', () => {
    const lines = chain([{ a: 1 }, { a: 2 }, { a: 3 }]).map(({ line }) => line)
    expect(walkAll([lines[0] ?? '', lines[2] ?? '']).fault).toEqual({ fault: 'order', number: 2 })
  })
})

test.each([
  '',
  'null',
  '[]',
  '{}',
  '{"number":1}',
  '{"number":1,"previous":1}',
  '{"number":1.5,"previous":""}',
  '{"number":1,"previous":"","more":null}',
  '{"number":1,"previous":"","more":{}}',
  // The same JSON in another form.
  '{"previous":"","number":1}',
  '{"number": 1,"previous":""}',
])('%s is not a line', (text) => {
  expect(readLine(text)).toBeUndefined()
  expect(checkLine(undefined, text)).toBe('form')
})

test('a commitment tells two salts apart and two texts apart', () => {
  const of = (salt: string, value: string) => commitmentOf({ salt, value })
  expect(new Set([of('a', 'mayor'), of('b', 'mayor'), of('a', 'mayors'), of('am', 'ayor')]).size).toBe(4)
  expect(of('a', 'mayor')).toBe(of('a', 'mayor'))
})
