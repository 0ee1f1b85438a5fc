/** From what somebody typed to the services that answer it. */
import type { ReadDb } from '../../../platform/db/tables.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { wordsIn } from '../../authorities/index.ts'
import { readerFor } from '../chrome.ts'
import type { HelpPagesDeps } from '../deps.ts'
import type { EffectiveService } from '../effective-page.ts'
import { needs } from '../needs.ts'
import { presentHours } from '../present-hours.ts'
import { checkedOf } from '../present-service.ts'
import { type KindView, presentAnswer, reviewMonths } from '../present-town.ts'
import type { Reader } from '../reader.ts'
import { type FoundPlace, findPlace } from './find-place.ts'
import { type Meaning, meaningOf, tellingWords } from './phrase-rules.ts'
import { type FilterName, filtersMissed, inOrder, mostResults, narrows } from './search-rules.ts'
import type { SearchQuery } from './search-schema.ts'
import {
  type FoundService,
  findServices,
  type ReadService,
  readAnswersOf,
  withFacts,
  wordsQuery,
} from './search-store.ts'
import { type Serving, servingThere } from './serving-rules.ts'
import { readServing } from './serving-store.ts'

export interface SearchAnswer {
  readonly reader: Reader
  readonly place: FoundPlace | undefined
  /** Somebody typed a place that nobody here knows. */
  readonly placeUnknown: boolean
  readonly meaning: Meaning
  /** Kinds that were looked for; empty where the words say nothing to us. */
  readonly kinds: readonly string[]
  readonly results: readonly ReadService[]
  /** What the town says of likely kinds for which it has no service. */
  readonly answers: readonly KindView[]
  /** The likeliest kind, where nobody serves the people of the place with it. */
  readonly unmet: string | undefined
  /** There are more than `results`. */
  readonly more: boolean
  /** Where nothing passes all filters: those that have to go for something to be left. */
  readonly tooNarrow: readonly FilterName[]
}

/** Likely kinds of which it is said that there is nothing. */
const mostAnswers = 2

/** Every kind that is help to call, in the order of urgency. */
const helpKinds: readonly string[] = needs.flatMap(({ kinds }) => kinds)

function meant(deps: HelpPagesDeps, { q, kind }: SearchQuery, language: string): Meaning {
  if (kind !== '') {
    const known = deps.checklist.byId(kind)
    return { kinds: known && !known.duty ? [{ kind, score: 1 }] : [], urgent: false, understood: true }
  }
  return q === '' ? { kinds: [], urgent: false, understood: true } : meaningOf(deps.phrases.indexes(), q, language)
}

/** Where somebody may be in danger now, those who answer at once are shown, too, whatever else was understood. */
const urgentKinds = ['child-helpline', 'crisis-counselling', 'out-of-hours-protection', 'safe-place-to-stay'] as const

function kindsOf({ kinds, urgent }: Meaning): string[] {
  const likely = kinds.map(({ kind }) => kind)
  return urgent ? [...new Set([...likely.slice(0, 2), ...urgentKinds, ...likely])] : likely
}

/** All that serves the people of a place, from memory or read now. */
async function servingAt({ database, serving }: HelpPagesDeps, { served }: FoundPlace): Promise<Serving[]> {
  const ids = [...new Set([...served.as, ...served.areas])]
  const readNow = (id: string) => database.read((db) => readServing(db, id))
  const read = async (id: string) => {
    const known = await serving.get(id, () => readNow(id))
    // Until somebody has looked through it: that is asked each time.
    return known.some(({ left }) => left) ? (await readNow(id)).value : known
  }
  return servingThere(served, new Map(await Promise.all(ids.map(async (id) => [id, await read(id)] as const))))
}

/** Nothing of it is logged or kept. */
export async function search(deps: HelpPagesDeps, translator: Translator, query: SearchQuery): Promise<SearchAnswer> {
  const meaning = meant(deps, query, translator.language)
  const likely = kindsOf(meaning)
  const kinds = likely.length === 0 && query.q === '' && query.kind === '' ? helpKinds : likely
  const place = await findPlace(deps, query)
  const reader = readerAt(deps, translator, place, query.country)
  const serving = place ? await servingAt(deps, place) : []
  return deps.database.read(async (db) => {
    const found = await findServices(db, {
      kinds: place ? kinds : [],
      serving,
      town: place?.town.id,
      point: place?.point ?? null,
      country: query.across ? undefined : (place?.town.country ?? query.country ?? undefined),
      demonstration: place?.town.demonstration,
      words: await namesLike(deps, db, translator, query),
      namesHere: place !== undefined && likely.length > 0 && meaning.understood,
      narrowed: narrows(query),
    })
    const helpful = found.filter((each) => each.kinds.some((kind) => helpKinds.includes(kind)))
    const served = new Set(helpful.flatMap((each) => (each.responsible ? each.kinds : [])))
    const open = likely.slice(0, mostAnswers).filter((kind) => !served.has(kind))
    const said = place && open.length > 0 ? await readAnswersOf(db, place.town.id, open) : []
    return {
      reader,
      place,
      placeUnknown: query.near !== '' && !place,
      meaning,
      kinds: likely,
      unmet: place ? open.find((kind) => kind === likely[0]) : undefined,
      answers: said.filter(({ status }) => status !== 'available').map((one) => presentAnswer(reader, one)),
      ...(await chosen(deps, db, { reader, query, found: helpful, kinds })),
    }
  })
}

/** Names are looked for with the words that say something. */
async function namesLike(
  deps: HelpPagesDeps,
  db: ReadDb,
  { language }: Translator,
  { q, kind }: SearchQuery,
): Promise<string | undefined> {
  const telling = kind === '' ? tellingWords(deps.phrases.indexes(), q, language) : []
  return telling.length > 0 ? wordsQuery(db, wordsIn(telling.join(' '))) : undefined
}

function readerAt(
  deps: HelpPagesDeps,
  translator: Translator,
  place: SearchAnswer['place'],
  asked: string | null,
): Reader {
  const iso = place?.town.country ?? asked
  const country = iso === null ? undefined : deps.site.countries.byIso(iso)
  if (!place) return readerFor(deps.site, translator, deps.clock.now(), { country })
  const { town, nuts, schoolHolidays } = place
  const official = [...town.officialLanguages, ...(country?.officialLanguages ?? [])]
  const at = { country, timeZone: town.timeZone, official, nuts, schoolHolidays }
  return readerFor(deps.site, translator, deps.clock.now(), at)
}

/** Where filters ask for facts. */
const mostRead = 150

interface Choice {
  readonly reader: Reader
  readonly query: SearchQuery
  readonly found: readonly FoundService[]
  readonly kinds: readonly string[]
}

/** Facts are read and put into words of as few as can be: of those that are shown, and of all where filters ask for them. */
async function chosen(
  deps: HelpPagesDeps,
  db: ReadDb,
  { reader, query, found, kinds }: Choice,
): Promise<Pick<SearchAnswer, 'results' | 'more' | 'tooNarrow'>> {
  if (!narrows(query)) {
    const ordered = inOrder(found, kinds)
    const results = await withFacts(db, ordered.slice(0, mostResults))
    return { results, more: ordered.length > mostResults, tooNarrow: [] }
  }
  const likely = inOrder(found, kinds).slice(0, mostRead)
  const read = new Map((await withFacts(db, likely)).map((each) => [each.found.id, each]))
  const missed = [...read.values()].map(({ found: { id }, effective }) => ({
    id,
    filters: filtersMissed(effective.service, query, () => isOpen(deps, reader, effective)),
  }))
  const fitting = new Set(missed.flatMap(({ id, filters }) => (filters.length === 0 ? [id] : [])))
  const ordered = inOrder(
    found.filter(({ id }) => fitting.has(id)),
    kinds,
  )
  return {
    results: ordered.slice(0, mostResults).flatMap(({ id }) => read.get(id) ?? []),
    more: ordered.length > mostResults,
    tooNarrow: fitting.size > 0 ? [] : fewest(missed.map(({ filters }) => filters)),
  }
}

const isOpen = (deps: HelpPagesDeps, reader: Reader, { service, owner }: EffectiveService): boolean => {
  const { stale } = checkedOf(reader, service, reviewMonths(deps.checklist, service.kinds))
  return presentHours(reader, service, { everywhere: owner.kind === 'country', stale }).state?.tone === 'open'
}

/** The smallest set of filters that stands in the way of one service at least. */
function fewest(missed: readonly FilterName[][]): FilterName[] {
  return missed.toSorted((a, b) => a.length - b.length)[0] ?? []
}
