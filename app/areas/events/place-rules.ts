/**
 * What gives away where children meet. An event for invited children has no place; what it had before must not stand in
 * its words either. Pure.
 */
import type { EventAfter, EventDocument, EventFacts, EventWords } from './schema.ts'

/** Small letters and digits with single spaces, without accents: how two spellings are compared. */
const folded = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** Shorter pieces than this could be part of any sentence. */
const shortest = 5

export interface KnownPlace {
  readonly place: string
  readonly link: string
  readonly entry: string
}

/**
 * Each telling part of a place, without its numbers, too; whatever it says in its own languages.
 *
 * @param towns names of the town itself, which everybody knows.
 */
export function tracesOf(known: readonly KnownPlace[], towns: readonly string[]): string[] {
  const names = new Set(towns.map(folded))
  const parts = known.flatMap(({ place, link }) => [
    ...place.split(/[\n,;·|/()،؛]+/),
    ...(link === '' ? [] : [link.replace(/^https?:\/\//, '').replace(/\/+$/, '')]),
  ])
  const words = parts.flatMap((part) => [folded(part), folded(part.replace(/\p{N}+\s?\p{L}?(?!\p{L})/gu, ' '))])
  return [...new Set(words)].filter((one) => one.trim().length >= shortest && !names.has(one))
}

/** Whether a text repeats one of these traces. */
export function repeats(text: string, traces: readonly string[]): boolean {
  const whole = folded(text)
  return traces.some((trace) => whole.includes(trace))
}

/** Of a document that had a place. */
export const placeIn = (facts: EventFacts): KnownPlace[] =>
  facts.access === 'public' ? [{ place: facts.place, link: facts.link, entry: facts.entry }] : []

type Leaks = (text: string) => boolean

function wordsWithout(words: Readonly<Record<string, EventWords>>, leaks: Leaks): Record<string, EventWords> {
  const clean = (text: string) => (leaks(text) ? '' : text)
  return Object.fromEntries(
    Object.entries(words).map(([language, { title, what }]) => [language, { title: clean(title), what: clean(what) }]),
  )
}

/** The same event for invited children, without any trace of where it is. */
function factsWithoutPlace(facts: EventFacts, leaks: Leaks): EventFacts {
  const clean = (text: string) => (leaks(text) ? '' : text)
  const { kind, day, starts, ends, zone, language, words, spoken, resources, material, audience, office } = facts
  return {
    ...{ access: 'invited', kind, day, starts, ends, zone, language, spoken, resources },
    words: wordsWithout(words, leaks),
    ...{ material: clean(material), audience: clean(audience), office: clean(office) },
  }
}

export function afterWithoutPlace(after: EventAfter | null, leaks: Leaks): EventAfter | null {
  const clean = (text: string) => (leaks(text) ? '' : text)
  return after && { done: clean(after.done), people: after.people, said: clean(after.said) }
}

export const documentWithoutPlace = (document: EventDocument, leaks: Leaks): EventDocument => ({
  ...document,
  event: factsWithoutPlace(document.event, leaks),
  after: afterWithoutPlace(document.after, leaks),
})
