/** An entry of the register in words: neutral, dated, and with what anybody needs to check it. */
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import { dayOf, openFields, type ProvenTexts } from '../register/index.ts'
import type { EntryFacts, NamedPlace, Together } from './entry-store.ts'
import { textOf, type Vouched, vouchedIn } from './line-rules.ts'
import { nameOf } from './present-list.ts'
import type { Words } from './words.ts'

export interface LinkView {
  readonly name: string
  readonly href: string | undefined
  /** Its own number in the register, where it has one beside the page that `href` leads to. */
  readonly entry?: { readonly href: string; readonly text: string } | undefined
}

/** `language`: the text is the town's own, in no known language. */
export interface FactView {
  readonly label: string
  readonly value: string
  readonly href?: string | undefined
  readonly own?: boolean
}

export interface HistoryView {
  readonly number: number
  readonly date: string
  readonly text: string
  /** When it was entered, or since when it is in force: whichever the date is not. */
  readonly dated: string | undefined
  /** The town's own words; or that they were erased. */
  readonly words: string | undefined
  readonly wordsErased: boolean
  readonly line: string
  readonly hash: string
  readonly lineHref: string
  readonly vouched: readonly (Vouched & { readonly label: string })[]
}

export interface EntryView {
  readonly name: string
  /** Name when it signed, where it is another one. */
  readonly signedAs: string | undefined
  readonly status: string
  readonly facts: readonly FactView[]
  readonly together: readonly LinkView[]
  readonly successors: readonly LinkView[]
  readonly predecessors: readonly LinkView[]
  readonly history: readonly HistoryView[]
  readonly pageHref: string | undefined
}

interface Presenting {
  readonly words: Words
  readonly languageName: (code: string) => string
}

export function presentEntry(presenting: Presenting, facts: EntryFacts): EntryView {
  const { words } = presenting
  const { t, language } = words
  const { signatory, place } = facts
  const name = nameOf(t, language, facts)
  const history = facts.history.map((entry, index) => presentHistory(words, entry, daysBefore(facts.history, index)))
  return {
    name,
    signedAs: signatory.name !== '' && signatory.name !== facts.name ? signatory.name : undefined,
    status: statusOf(words, facts),
    facts: factsOf(presenting, facts, history),
    together: facts.together.map((each) => togetherView(words, each)),
    successors: facts.successors.map((each) => placeView(words, each)),
    predecessors: facts.predecessors.map((each) => togetherView(words, each)),
    history,
    pageHref: place && urls.town(language, place),
  }
}

function statusOf({ t, tag }: Words, { signatory, history }: EntryFacts): string {
  const since = longDate({ tag }, signatory.statusSince)
  const merged = history.find(({ act }) => act === 'merged')
  if (merged && merged.occurredOn < signatory.statusSince) {
    return t('register.standing.mergedLate', { date: longDate({ tag }, merged.occurredOn), entered: since })
  }
  return t(`register.standing.${signatory.status}`, { date: since })
}

const daysBefore = (history: EntryFacts['history'], index: number): string[] =>
  history.slice(0, index).map(({ occurredOn }) => occurredOn)

const togetherView = ({ t, language }: Words, one: Together): LinkView => ({
  name: nameOf(t, language, one),
  href: urls.registerEntry(language, one.number),
})

const placeView = ({ t, language }: Words, one: NamedPlace): LinkView => ({
  name: nameOf(t, language, one),
  href: urls.town(language, one),
  entry:
    one.number === null
      ? undefined
      : {
          href: urls.registerEntry(language, one.number),
          text: t('register.list.number', { number: String(one.number) }),
        },
})

function factsOf({ words, languageName }: Presenting, entry: EntryFacts, history: readonly HistoryView[]): FactView[] {
  const { signatory, history: lines } = entry
  const { t, tag, language } = words
  const day = (date: unknown) => (typeof date === 'string' ? longDate({ tag }, date) : undefined)
  const signed = lines[0]?.said
  const text = (field: (typeof openFields)[number]) => textFact(words, field, history)
  const facts: (FactView | undefined)[] = [
    { label: t('register.fact.number'), value: String(signatory.number) },
    entry.names[language] === undefined || entry.names[language] === entry.name
      ? undefined
      : { label: t('register.fact.officialName'), value: entry.name, own: true },
    { label: t('register.filter.kind'), value: t(`register.kind.${signatory.kind}`) },
    { label: t('register.filter.country'), value: countryName(signatory.country, tag) },
    given(t('register.fact.signedOn'), day(signatory.signedOn)),
    given(t('register.fact.reaffirmedOn'), day(signatory.reaffirmedOn)),
    given(t('register.fact.decidedOn'), day(signed?.['decided_on'])),
    text('decision_body'),
    text('decision_reference'),
    text('signing_office'),
    given(t('register.fact.ceremonyOn'), day(signed?.['ceremony_on'])),
    text('ceremony_place'),
    {
      label: t('register.fact.text'),
      value: t('register.fact.textVersion', {
        version: signatory.textVersion,
        language: languageName(signatory.textLanguage),
      }),
      href: urls.pactText(language, signatory.textVersion),
    },
    given(t('register.fact.document', { method: 'SHA-256' }), signed?.['document_sha256']),
  ]
  return facts.filter((fact) => fact !== undefined)
}

const given = (label: string, value: string | number | undefined): FactView | undefined =>
  value === undefined ? undefined : { label, value: String(value) }

function textFact(
  { t }: Words,
  field: (typeof openFields)[number],
  history: readonly HistoryView[],
): FactView | undefined {
  const found = textOf(field, history)
  if (!found) return undefined
  const label = t(`register.field.${field}`)
  return found.state === 'open' ? { label, value: found.value, own: true } : { label, value: t('register.erased') }
}

/** A late entry stands under the day on which it was entered, so that the days follow each other as the lines do. */
function datesOf({ t, tag }: Words, { occurredOn, said }: ProvenTexts, before: readonly string[]) {
  const [occurred, at] = [longDate({ tag }, occurredOn), said['entered_at']]
  const entered = typeof at === 'string' ? dayOf(Temporal.Instant.from(at)) : occurredOn
  if (entered <= occurredOn) return { date: occurred, dated: undefined }
  const enteredOn = longDate({ tag }, entered)
  return before.some((day) => day > occurredOn)
    ? { date: enteredOn, dated: t('register.history.inForce', { date: occurred }) }
    : { date: occurred, dated: t('register.history.entered', { date: enteredOn }) }
}

function presentHistory(site: Words, entry: ProvenTexts, before: readonly string[]): HistoryView {
  const { t } = site
  const { number, act, line, hash, said, openings } = entry
  const vouched = vouchedIn(said, openings, openFields)
  const words = vouched.find(({ field }) => field === 'words')
  return {
    number,
    ...datesOf(site, entry, before),
    text: t(`register.act.${act}`),
    words: words?.state === 'open' ? words.value : undefined,
    wordsErased: words?.state === 'erased',
    line,
    hash,
    lineHref: urls.registerHistory({ after: number - 1, most: 1 }),
    vouched: vouched.map((each) => ({ ...each, label: labelOf(t, each.field) })),
  }
}

const known = [...openFields, 'signing_person', 'ceremony_witness'] as const

/** A field that a later version of the software has added is called by its name. */
function labelOf(t: Words['t'], field: string): string {
  const name = known.find((each) => each === field)
  return name === undefined ? field : t(`register.field.${name}`)
}
