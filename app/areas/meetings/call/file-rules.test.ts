/** Files come and go by what is in them; what goes from a sealed list leaves its place. */
import { expect, test } from 'vitest'
import { fileOf, type PaperFile, presentIn, takenOut, withFile, withoutFile } from './file-rules.ts'

const paper = (title: string, sign: string) => ({
  title,
  file: { sha256: sign.repeat(64), type: 'pdf', bytes: 9 } as const,
})
const [mayor, bishop] = [paper('Mayor', 'a'), paper('Bishop', 'b')]
const gone: PaperFile = { title: '', file: null }

test('the same file is there once, by its newest name', () => {
  expect(withFile([mayor, bishop], mayor)).toEqual([mayor, bishop])
  expect(withFile([mayor, bishop], paper('The mayor', 'a'))).toEqual([paper('The mayor', 'a'), bishop])
  expect(withFile([gone, mayor], bishop)).toEqual([gone, mayor, bishop])
})

test('what goes before the deadline leaves nothing, what goes after it its place', () => {
  const { sha256 } = mayor.file
  expect(withoutFile([mayor, bishop, gone], sha256)).toEqual([bishop, gone])
  expect(takenOut([mayor, bishop], sha256)).toEqual([gone, bishop])
  expect(takenOut([gone, bishop], sha256)).toEqual([gone, bishop])
  expect(presentIn([gone, bishop])).toEqual([bishop])
  expect(fileOf([gone, mayor], sha256)).toEqual(mayor)
})
