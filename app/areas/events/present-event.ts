/** What an event says, as pages show it, in public and in the office alike. Pure but for words. */
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { withCommas } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import { endOf, wordsInOrder } from './event-rules.ts'
import type { EventAfter, EventFacts } from './schema.ts'

export interface FactRow {
  readonly label: string
  /** Where it is an address of the web, it is a link. */
  readonly value: string
  /** Typed by the town, in its own language. */
  readonly own: boolean
  /** Of pages of ours, instead of the value. */
  readonly links?: readonly ToolkitLink[]
}

export interface ToolkitLink {
  readonly href: string
  readonly text: string
  /** BCP 47, of the text. */
  readonly lang: string
}

/** What the toolkit calls a resource. */
export interface ToolkitTitle {
  readonly id: string
  readonly title: string
  /** Code, of the title. */
  readonly language: string
}

export interface ToldIn {
  /** Code, BCP 47, direction. */
  readonly language: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  readonly what: string
}

export interface Words {
  readonly translator: Translator
  readonly languages: Languages
  /** Name of a language in the reader's. */
  languageName(code: string): string
}

/** `10:00` as the reader writes it: figures stand apart, whatever the direction. */
const clock = (time: string) => `\u2068${time}\u2069`

/** `18 November 2026, 10:00–12:00`. */
export function whenText(translator: Translator, facts: Pick<EventFacts, 'day' | 'starts' | 'ends'>): string {
  const day = longDate(translator, facts.day)
  const { t } = translator
  if (facts.ends === null) return t('events.when.from', { day, starts: clock(facts.starts) })
  const end = endOf(facts)
  const later = end !== null && !end.startsWith(facts.day)
  const times = { day, starts: clock(facts.starts), ends: clock(facts.ends) }
  return t(later ? 'events.when.night' : 'events.when.span', times)
}

export function toldIn(
  { languages }: Pick<Words, 'languages'>,
  facts: Pick<EventFacts, 'language' | 'words'>,
): ToldIn[] {
  return wordsInOrder(facts).map(([language, { title, what }]) => {
    const known = languages.byCode(language)
    return { language, lang: known?.tag ?? language, dir: known?.dir ?? 'ltr', title, what }
  })
}

/** What the toolkit has no longer is left out. */
function toolkitRow(
  { translator: { t, language }, languages }: Words,
  { resources }: EventFacts,
  titles: readonly ToolkitTitle[],
): FactRow[] {
  const links = titles
    .filter(({ id }) => resources.includes(id))
    .map(({ id, title, language: said }) => ({
      ...{ href: urls.resource(language, id), text: title, lang: languages.byCode(said)?.tag ?? said },
    }))
  return links.length === 0 ? [] : [{ label: t('events.fact.resources'), value: '', own: false, links }]
}

/**
 * What stands beside its words. Without a place where it is for invited children: nothing of the kind is there.
 *
 * @param titles of the toolkit's resources.
 */
export function factRows(words: Words, facts: EventFacts, titles: readonly ToolkitTitle[]): FactRow[] {
  const { translator, languageName } = words
  const { t, tag } = translator
  const row = (label: string, value: string, own = false) => (value === '' ? [] : [{ label, value, own }])
  return [
    ...row(t('events.fact.kind'), t(`events.kind.${facts.kind}`)),
    ...row(t('events.fact.when'), `${whenText(translator, facts)} (${t('events.fact.zone', { zone: facts.zone })})`),
    ...(facts.access === 'invited'
      ? row(t('events.fact.where'), t('events.invited'))
      : [
          ...row(
            t('events.fact.where'),
            facts.where === 'online' ? t('events.online') : facts.place,
            facts.where !== 'online',
          ),
          ...(facts.where === 'online' ? row(t('events.fact.place'), facts.place, true) : []),
          ...row(t('events.fact.link'), facts.link, true),
        ]),
    ...row(t('events.fact.spoken'), withCommas(tag, facts.spoken.map(languageName))),
    ...row(t('events.fact.audience'), facts.audience, true),
    ...(facts.access === 'public' ? row(t('events.fact.entry'), facts.entry, true) : []),
    ...toolkitRow(words, facts, titles),
    ...row(t('events.fact.material'), facts.material, true),
    ...row(t('events.fact.office'), facts.office, true),
  ]
}

export function afterRows({ t, tag }: Translator, after: EventAfter | null): FactRow[] {
  if (!after) return []
  const people = after.people === null ? '' : new Intl.NumberFormat(tag).format(after.people)
  return [
    { label: t('events.after.done'), value: after.done, own: true },
    { label: t('events.after.people'), value: people, own: false },
    { label: t('events.after.said'), value: after.said, own: true },
  ].filter(({ value }) => value !== '')
}
