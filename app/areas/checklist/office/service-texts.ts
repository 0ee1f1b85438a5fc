/** The texts of a service in their languages: which one is the source, and what becomes of its translations. */
import type { LocalText, ServiceFacts, Wording } from '../schema.ts'

/** Where a text stands: `name`, `phones-0-label`, `hours-exceptions-1-note`. */
export type TextPath = string

/** The facts with every text changed by `change`. The one list of all texts that a service has. */
export function mapTexts(facts: ServiceFacts, change: (text: LocalText, path: TextPath) => LocalText): ServiceFacts {
  const { place, hours, alert, closure } = facts
  return {
    ...facts,
    name: change(facts.name, 'name'),
    whatHappens: change(facts.whatHappens, 'whatHappens'),
    areaNote: change(facts.areaNote, 'areaNote'),
    phones: facts.phones.map((phone, index) => ({
      ...phone,
      label: change(phone.label, `phones-${index}-label`),
      hours: change(phone.hours, `phones-${index}-hours`),
    })),
    place:
      place.type === 'addresses'
        ? {
            ...place,
            addresses: place.addresses.map((address, index) => ({
              ...address,
              directions: change(address.directions, `addresses-${index}-directions`),
            })),
          }
        : place,
    hours: {
      ...hours,
      exceptions: hours.exceptions.map((exception, index) => ({
        ...exception,
        note: change(exception.note, `exceptions-${index}-note`),
      })),
      note: change(hours.note, 'hoursNote'),
      whenClosed: change(hours.whenClosed, 'whenClosed'),
    },
    feeNote: change(facts.feeNote, 'feeNote'),
    accessNote: change(facts.accessNote, 'accessNote'),
    parentNote: change(facts.parentNote, 'parentNote'),
    tellsNote: change(facts.tellsNote, 'tellsNote'),
    howDecided: change(facts.howDecided, 'howDecided'),
    howToComplain: change(facts.howToComplain, 'howToComplain'),
    alert: alert && { ...alert, text: change(alert.text, 'alertText') },
    closure: closure && { ...closure, text: change(closure.text, 'closureText') },
  }
}

/** Every text with its path, in the order of the forms. */
export function textsOf(facts: ServiceFacts): { path: TextPath; text: LocalText }[] {
  const found: { path: TextPath; text: LocalText }[] = []
  mapTexts(facts, (text, path) => {
    found.push({ path, text })
    return text
  })
  return found
}

/**
 * The text and the language that a path in the facts goes through: `['alert', 'text', 'ar', 'text']` is `alertText` in
 * `ar`. Undefined where the path names no text in languages.
 */
export function wordingAt(
  facts: ServiceFacts,
  path: readonly (string | number)[],
): { path: TextPath; language: string } | undefined {
  const texts = textsOf(facts)
  let reached: unknown = facts
  for (const step of path) {
    const found = texts.find(({ text }) => text === reached)
    if (found) return { path: found.path, language: `${step}` }
    reached = typeof reached === 'object' && reached !== null ? Reflect.get(reached, step) : undefined
  }
  return undefined
}

/**
 * The language a service is written in: that of its name which was not made from another language, an official one
 * first; the first official language where there is no name yet.
 */
export function sourceLanguage(name: LocalText, official: readonly string[]): string {
  const written = Object.keys(name)
  const original = written.filter((code) => name[code]?.from === undefined)
  const candidates = original.length > 0 ? original : written
  return official.find((code) => candidates.includes(code)) ?? candidates.sort()[0] ?? official[0] ?? 'en'
}

/** Translations made from a text that has been changed since: the revision they name is gone. */
export function isOutdated(wording: Wording): boolean {
  return wording.fromRevision === 0
}

/**
 * The text with what was typed in its source language. Unchanged, everything stays; changed, it is a person's wording
 * and its translations count as outdated; emptied, its translations go with it.
 */
export function withSource(text: LocalText, language: string, typed: string): LocalText {
  const before = text[language]
  if ((before?.text ?? '') === typed) return text
  const others = Object.entries(text).filter(([code]) => code !== language)
  if (typed === '') return Object.fromEntries(others.filter(([, wording]) => wording.from !== language))
  const outdated = others.map(([code, wording]) => [
    code,
    wording.from === language ? { ...wording, fromRevision: 0 } : wording,
  ])
  return { ...Object.fromEntries(outdated), [language]: { text: typed, origin: 'person' } }
}

/** The text with a translation; an empty one is taken out. */
export function withTranslation(
  text: LocalText,
  translation: { language: string; typed: string; machine: boolean; from: string; revision: number },
): LocalText {
  const { language, typed, machine, from, revision } = translation
  const { [language]: _, ...others } = text
  if (typed === '') return others
  return {
    ...others,
    [language]: { text: typed, origin: machine ? 'machine' : 'person', from, fromRevision: revision },
  }
}

/**
 * The facts with another language as the one they are written in. A text that exists in one of the two only changes
 * its label; where both exist they change roles.
 */
export function withSourceLanguage(facts: ServiceFacts, before: string, after: string): ServiceFacts {
  if (before === after) return facts
  return mapTexts(facts, (text) => {
    const { [before]: old, [after]: fresh, ...others } = text
    const relabelled = Object.fromEntries(
      Object.entries(others).map(([code, one]) => [code, one.from === before ? { ...one, from: after } : one]),
    )
    if (!fresh) return old ? { ...relabelled, [after]: old } : relabelled
    const source: Wording = { text: fresh.text, origin: fresh.origin }
    return { ...relabelled, ...(old ? { [before]: { ...old, from: after } } : {}), [after]: source }
  })
}
