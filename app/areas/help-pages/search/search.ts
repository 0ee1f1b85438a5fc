/** From what somebody typed to the services that answer it. */
import type { ReadDb } from '../../../platform/db/tables.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { nutsCodeOf, wordsIn } from '../../authorities/index.ts'
import { schoolHolidaysOf } from '../../checklist/index.ts'
import { readerFor } from '../chrome.ts'
import type { HelpPagesDeps } from '../deps.ts'
import { needs } from '../needs.ts'
import { presentService, type ServiceView } from '../present-service.ts'
import { type KindView, presentAnswer, reviewMonths } from '../present-town.ts'
import type { Reader } from '../reader.ts'
import { type ServedHere, servedNow, withWordsOf } from '../town-store.ts'
import { type FoundPlace, findPlace } from './find-place.ts'
import { type Meaning, meaningOf, tellingWords } from './phrase-rules.ts'
import { type FilterName, filtersMissed, inOrder } from './search-rules.ts'
import type { SearchQuery } from './search-schema.ts'
import { type FoundService, findServices, readAnswersOf, wordsQuery } from './search-store.ts'

export interface Result {
  readonly found: FoundService
  readonly view: ServiceView
}

export interface SearchAnswer {
  readonly reader: Reader
  readonly place: FoundPlace | undefined
  /** Somebody typed a place that nobody here knows. */
  readonly placeUnknown: boolean
  readonly meaning: Meaning
  /** Kinds that were looked for; empty where the words say nothing to us. */
  readonly kinds: readonly string[]
  readonly results: readonly Result[]
  /** What the town says of likely kinds for which it has no service. */
  readonly answers: readonly KindView[]
  /** The likeliest kind, where nobody serves the people of the place with it. */
  readonly unmet: string | undefined
  /** There are more than `results`. */
  readonly more: boolean
  /** Where nothing passes all filters: those that have to go for something to be left. */
  readonly tooNarrow: readonly FilterName[]
}

const mostResults = 20
/** Likely kinds of which it is said that there is nothing. */
const mostAnswers = 2

/** Every kind that is help to call, in the order of urgency. */
const helpKinds: readonly string[] = needs.flatMap(({ kinds }) => kinds)

function meant(deps: HelpPagesDeps, { q, kind }: SearchQuery, language: string): Meaning {
  if (kind !== '') {
    const known = deps.checklist.byId(kind)
    return { kinds: known && !known.duty ? [{ kind, score: 1 }] : [], urgent: false }
  }
  return q === '' ? { kinds: [], urgent: false } : meaningOf(deps.phrases.indexes(), q, language)
}

/** Where somebody may be in danger now, those who answer at once are shown, too, whatever else was understood. */
const urgentKinds = ['child-helpline', 'crisis-counselling', 'out-of-hours-protection', 'safe-place-to-stay'] as const

function kindsOf({ kinds, urgent }: Meaning): string[] {
  const likely = kinds.map(({ kind }) => kind)
  return urgent ? [...new Set([...likely.slice(0, 2), ...urgentKinds, ...likely])] : likely
}

/** Whose people are asked about; nobody's where no place is known. */
async function servedAt(
  db: ReadDb,
  place: SearchAnswer['place'],
): Promise<{ served: ServedHere; as: readonly string[] }> {
  if (!place) return { served: { areas: [], as: [], split: [] }, as: [] }
  const { served } = await servedNow(db, place.town)
  return { served, as: served.as }
}

/** Nothing of it is logged or kept. */
export async function search(deps: HelpPagesDeps, translator: Translator, query: SearchQuery): Promise<SearchAnswer> {
  const meaning = meant(deps, query, translator.language)
  const likely = kindsOf(meaning)
  const kinds = likely.length === 0 && query.q === '' && query.kind === '' ? helpKinds : likely
  return deps.database.read(async (db) => {
    const place = await findPlace(db, query)
    const { served: here, as: areas } = await servedAt(db, place)
    const found = await findServices(db, {
      kinds: place ? kinds : [],
      served: here,
      town: place?.town.id,
      point: place?.point ?? null,
      country: query.across ? undefined : (place?.town.country ?? query.country ?? undefined),
      demonstration: place?.town.demonstration,
      words: await namesLike(deps, db, translator, query),
    })
    const words = new Map((await withWordsOf(db, found)).map((each) => [each.service.id, each.service]))
    const full = found.map((each) => ({ ...each, service: words.get(each.service.id) ?? each.service }))
    const helpful = full.filter(({ service }) => service.kinds.some((kind) => helpKinds.includes(kind)))
    const reader = await readerAt(deps, db, translator, { place, areas, country: query.country })
    const served = new Set(helpful.flatMap((each) => (each.responsible ? each.service.kinds : [])))
    const open = likely.slice(0, mostAnswers).filter((kind) => !served.has(kind))
    const said = place ? await readAnswersOf(db, place.town.id, open) : []
    return {
      reader,
      place,
      placeUnknown: query.near !== '' && !place,
      meaning,
      kinds: likely,
      unmet: place ? open.find((kind) => kind === likely[0]) : undefined,
      answers: said.filter(({ status }) => status !== 'available').map((one) => presentAnswer(reader, one)),
      ...chosen(deps, reader, query, helpful, kinds),
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

async function readerAt(
  deps: HelpPagesDeps,
  db: ReadDb,
  translator: Translator,
  at: Pick<SearchAnswer, 'place'> & { readonly areas: readonly string[]; readonly country: string | null },
): Promise<Reader> {
  const { areas, place } = at
  const iso = place?.town.country ?? at.country
  const country = iso === null ? undefined : deps.site.countries.byIso(iso)
  if (!place) return readerFor(deps.site, translator, deps.clock.now(), { country })
  return readerFor(deps.site, translator, deps.clock.now(), {
    country,
    timeZone: place.town.timeZone,
    official: [...place.town.officialLanguages, ...(country?.officialLanguages ?? [])],
    nuts: await nutsCodeOf(db, areas),
    schoolHolidays: (await schoolHolidaysOf(db, place.town.id, areas))?.ranges,
  })
}

function chosen(
  deps: HelpPagesDeps,
  reader: Reader,
  query: SearchQuery,
  found: readonly FoundService[],
  kinds: readonly string[],
): Pick<SearchAnswer, 'results' | 'more' | 'tooNarrow'> {
  const shown = found.map((each) => ({
    ...each,
    ownerKind: each.owner.kind,
    view: presentService(reader, each, reviewMonths(deps.checklist, each.service.kinds)),
  }))
  const missed = shown.map((each) => filtersMissed(each.service, query, () => each.view.hours.state?.tone === 'open'))
  const fitting = shown.filter((_, index) => missed[index]?.length === 0)
  const ordered = inOrder(fitting, kinds)
  return {
    results: ordered.slice(0, mostResults).map(({ view, ...each }) => ({ found: each, view })),
    more: ordered.length > mostResults,
    tooNarrow: fitting.length > 0 ? [] : fewest(missed),
  }
}

/** The smallest set of filters that stands in the way of one service at least. */
function fewest(missed: readonly FilterName[][]): FilterName[] {
  return missed.toSorted((a, b) => a.length - b.length)[0] ?? []
}
