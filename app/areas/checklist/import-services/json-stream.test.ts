import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JsonItem, jsonItems } from './json-stream.ts'

/** In pieces of this many bytes, as a file comes. */
async function* piecesOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(text: string, size = 60_000): Promise<JsonItem[]> {
  const items: JsonItem[] = []
  for await (const item of jsonItems(piecesOf(text, size))) items.push(item)
  return items
}

/** So long that no file is read whole. */
const long = 'x'.repeat(1_100_000)
const padding = { id: 'long', description: 'x'.repeat(900_000) }
const values = [
  { id: 'a', name: 'Één' },
  { id: 'b', phones: [{ number: '1' }] },
]
const numbered = (list: readonly unknown[]) => list.map((value, index) => ({ row: index + 1, value }))

describe.each([
  ['short', values],
  ['long', [padding, ...values, padding]],
])('a %s file', (_, list) => {
  test.each([
    ['an array', JSON.stringify(list)],
    ['an array over many lines, with a mark before it', `\ufeff ${JSON.stringify(list, null, 2)}\n`],
    ['a page', JSON.stringify({ total_items: 2, contents: list, next: null })],
    ['a page over many lines', JSON.stringify({ contents: list, empty: false }, null, '\t')],
    ['one a line', list.map((each) => JSON.stringify(each)).join('\n')],
    ['one a line, as Windows ends lines', list.map((each) => `${JSON.stringify(each)}\r\n`).join('')],
  ])('%s', async (__, text) => {
    expect(await read(text)).toEqual(numbered(list))
  })
})

test('one service alone', async () => {
  expect(await read('{\n"id": "a"}')).toEqual([{ row: 1, value: { id: 'a' } }])
})

test('a line that is no JSON is one fault; the others are read', async () => {
  for (const more of ['', `\n{"x":"${'x'.repeat(900_000)}"}`.repeat(2)]) {
    const items = await read(`{"id":"a"}\n{"id":\n\n{"id":"b"}${more}`)
    expect(items.slice(0, 3)).toEqual([
      { row: 1, value: { id: 'a' } },
      { row: 2, value: undefined },
      { row: 4, value: { id: 'b' } },
    ])
  }
  expect(await read('{"id":"a}\n{"id":"b"}')).toEqual([
    { row: 1, value: undefined },
    { row: 2, value: { id: 'b' } },
  ])
})

describe('a list that breaks off', () => {
  const ends = (row: number) => ({ row, value: undefined, ends: true })

  test.each([
    ['in a service', '[{"id":"a"},{"id":"b'],
    ['behind a service', '[{"id":"a"}'],
    ['with another word', '[{"id":"a"},what]'],
    ['with something behind its end', '[{"id":"a"}] more'],
    ['in a page', '{"contents":[{"id":"a"},{"id":'],
    ['with lists inside each other', `[{"id":"a"},${'['.repeat(500_000)}`],
  ])('%s', async (_, text) => {
    expect(await read(text)).toEqual([{ row: 1, value: { id: 'a' } }, ends(2)])
  })

  test('no list at all', async () => {
    expect(await read('hello')).toEqual([ends(1)])
    expect(await read('')).toEqual([ends(1)])
    expect(await read(`{"id":"a"}\n${long}`)).toEqual([{ row: 1, value: { id: 'a' } }, ends(2)])
  })
})

test('any list comes as it is, however it is cut into pieces', async () => {
  const list = fc.array(
    fc.oneof(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), fc.jsonValue({ maxDepth: 3 })),
  )
  await fc.assert(
    fc.asyncProperty(list, fc.integer({ min: 1, max: 40 }), async (any, size) => {
      const text = JSON.stringify(any)
      const expected: unknown[] = JSON.parse(text)
      // Broken at its very end, so that it is not read whole.
      const items = await read(`${text}!`, size)
      expect(items.filter(({ ends }) => !ends)).toEqual(numbered(expected))
    }),
    { numRuns: 60 },
  )
})
