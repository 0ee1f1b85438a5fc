import { expect, test } from 'vitest'
import { rememberedFor } from './remembered-rules.ts'

const of = (source: string, headings: readonly string[] | null, columns: Record<string, string>) => ({
  choice: { source, columns: { id: Object.keys(columns)[0] ?? '', columns } },
  headings,
})
const clubs = of('clubs', ['Nr', 'Naam', 'Tel'], { Nr: 'source_id', Naam: 'name' })
const schools = of('schools', ['Code', 'School'], { Code: 'source_id', School: 'name' })

const found = (all: Parameters<typeof rememberedFor>[0], headings: readonly string[], called = 'file') => {
  const { earlier, source } = rememberedFor(all, headings, called)
  return [earlier?.choice.source, source]
}

test('each list has the columns that were decided for its headings, in whatever order they stand', () => {
  expect(found([schools, clubs], ['Tel', 'Nr', 'Naam'])).toEqual(['clubs', 'clubs'])
  expect(found([schools, clubs], ['Code', 'School'])).toEqual(['schools', 'schools'])
})

test('a list with other headings is none of those that are known, even if it is called the same', () => {
  expect(found([schools, clubs], ['Titel', 'Ort'], 'clubs')).toEqual([undefined, undefined])
  // What can be read is proposed all the same, and which list it is has to be said.
  expect(found([schools, clubs], ['Nr', 'Naam', 'Tel', 'Ort'], 'clubs')).toEqual(['clubs', undefined])
})

test('of lists that look the same the name says which; without it nobody guesses', () => {
  const teams = { ...clubs, choice: { ...clubs.choice, source: 'teams' } }
  expect(found([teams, clubs], ['Nr', 'Naam', 'Tel'], 'clubs')).toEqual(['clubs', 'clubs'])
  expect(found([teams, clubs], ['Nr', 'Naam', 'Tel'])).toEqual(['teams', undefined])
})

test('where nobody has noted the headings, what can be read is proposed and no list is named', () => {
  expect(found([{ ...clubs, headings: null }], ['Nr', 'Naam'], 'clubs')).toEqual(['clubs', undefined])
})
