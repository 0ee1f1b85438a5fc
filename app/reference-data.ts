/** All facts shipped with the product, loaded and checked against each other once at start. */
import { type Countries, loadCountries } from './areas/authorities/countries.ts'
import { type Completeness, loadCompleteness } from './areas/checklist/completeness-data.ts'
import { type HolidayRegions, loadHolidayRegions } from './areas/checklist/holiday-regions.ts'
import { type Checklist, loadChecklist } from './areas/checklist/kinds.ts'
import { type Lanzarote, loadLanzarote } from './areas/checklist/lanzarote.ts'
import { loadServiceTemplates, type ServiceTemplates } from './areas/checklist/service-templates.ts'
import { type FirstSet, loadFirstSet } from './areas/conclusions/first-set-data.ts'
import { type LegalTopics, loadLegalTopics } from './areas/country-content/topics.ts'
import { type Kit, loadKit } from './areas/events/kit/kit-data.ts'
import { loadGuides } from './areas/guides/index.ts'
import { type ChildTexts, loadChildTexts } from './areas/help-pages/children/child-texts.ts'
import { loadPhrases, type Phrases } from './areas/help-pages/search/phrase-data.ts'
import {
  type Helplines,
  loadHelplines,
  loadQuickExit,
  loadShortNumbers,
  type QuickExit,
  type ShortNumbers,
} from './areas/helplines/index.ts'
import { loadPlainLanzarote, type PlainLanzarote } from './areas/lanzarote/plain-data.ts'
import { type EarlierMeetings, loadEarlierMeetings } from './areas/meetings/index.ts'
import { loadPactTemplates, type PactTemplates } from './areas/pact/documents/templates.ts'
import { loadReading } from './areas/page-finder/load-reading.ts'
import type { Reading } from './areas/page-finder/reading-rules.ts'
import { loadMeasures, type Measures } from './areas/plans/index.ts'
import { type HistoricalSignatories, loadHistoricalSignatories } from './areas/register-pages/historical.ts'
import type { Tracker } from './areas/websites/finding-rules.ts'
import { loadTrackers } from './areas/websites/trackers.ts'
import { checkedBy, DataFault } from './platform/data-file.ts'
import { type Languages, loadLanguages } from './platform/i18n/languages.ts'

export type ReferenceData = {
  readonly languages: Languages
  readonly countries: Countries
  readonly lanzarote: Lanzarote
  /** Our reading of the Convention in plain words. */
  readonly plainLanzarote: PlainLanzarote
  readonly checklist: Checklist
  /** How a town prepares the European Day. */
  readonly eventKit: Kit
  /** What the seminar of 2015 concluded. */
  readonly firstConclusions: FirstSet
  /** What action plans can begin with, and common indicators. */
  readonly measures: Measures
  readonly completeness: Completeness
  readonly templates: ServiceTemplates
  readonly helplines: Helplines
  readonly quickExit: QuickExit
  readonly holidayRegions: HolidayRegions
  readonly phrases: Phrases
  /** By code of the language. */
  readonly childTexts: ReadonlyMap<string, ChildTexts>
  readonly trackers: readonly Tracker[]
  /** Words and weights by which websites of towns are read. */
  readonly reading: Reading
  readonly legalTopics: LegalTopics
  /** Checked with the rest; whoever looks at a number reads the file's patterns. */
  readonly shortNumbers: ShortNumbers
  readonly pactTemplates: PactTemplates
  /** Signatures of earlier years that sources name. */
  readonly historical: HistoricalSignatories
  /** Meetings before this software that sources name. */
  readonly earlierMeetings: EarlierMeetings
}

/**
 * @param root the folder that holds `data/`; the package itself unless a test says otherwise.
 * @throws DataFault with the faults of all files at once. What depends on a faulty file is not checked against it.
 */
export function loadReferenceData(root?: string): ReferenceData {
  const faults: string[] = []
  const attempt = <T>(load: () => T): T | undefined => {
    try {
      return load()
    } catch (error) {
      if (!(error instanceof DataFault)) throw error
      faults.push(...error.faults)
      return undefined
    }
  }
  const languages = attempt(() => loadLanguages(root))
  const spoken = languages ? { languages: languages.codes } : {}
  const countries = attempt(() => loadCountries(spoken, root))
  const states = countries ? { countries: countries.codes } : {}
  const lanzarote = attempt(() => loadLanzarote(root))
  const checklist = attempt(() => loadChecklist(lanzarote ? { articles: lanzarote.articleNumbers } : {}, root))
  const kinds = checklist ? { kinds: checklist.ids } : {}
  const completeness = attempt(() => loadCompleteness(kinds, root))
  const templates = attempt(() => loadServiceTemplates({ ...kinds, ...spoken }, root))
  const helplines = attempt(() => loadHelplines({ ...spoken, ...states }, root))
  if (!(languages && countries && lanzarote && checklist && completeness && templates)) throw new DataFault(faults)
  const helpKinds = checklist?.kinds.filter(({ duty }) => !duty).map(({ id }) => id)
  const phrases = attempt(() => loadPhrases({ ...spoken, ...(helpKinds ? { kinds: new Set(helpKinds) } : {}) }, root))
  const childTexts = attempt(() => loadChildTexts(spoken, root))
  const trackers = attempt(() => loadTrackers(root))
  const reading = attempt(() => loadReading({ ...spoken, ...kinds }, root))
  const legalTopics = attempt(() => loadLegalTopics(root))
  const ofThePact = pactTexts(attempt, spoken, root)
  const plainLanzarote = attempt(() => loadPlainLanzarote({ articles: lanzarote.articleNumbers }, root))
  const measures = attempt(() => loadMeasures({ articles: lanzarote.articleNumbers, ...kinds, ...spoken }, root))
  const ofCountries = byCountry(attempt, states, root)
  if (!(helplines && ofCountries && phrases && childTexts)) throw new DataFault(faults)
  if (!(trackers && reading && legalTopics && ofThePact && plainLanzarote && measures)) throw new DataFault(faults)
  return Object.freeze({
    languages,
    countries,
    lanzarote,
    plainLanzarote,
    checklist,
    measures,
    completeness,
    templates,
    helplines,
    ...ofCountries,
    phrases,
    childTexts,
    trackers,
    reading,
    legalTopics,
    ...ofThePact,
  })
}

/** What councils decide with, how they prepare the European Day, what was concluded before this software. Undefined where one of them is faulty. */
function pactTexts(
  attempt: <T>(load: () => T) => T | undefined,
  spoken: { readonly languages?: ReadonlySet<string> },
  root: string | undefined,
): Pick<ReferenceData, 'pactTemplates' | 'eventKit' | 'firstConclusions'> | undefined {
  const pactTemplates = attempt(() => loadPactTemplates(spoken, root))
  const eventKit = attempt(() => loadKit(root))
  const firstConclusions = attempt(() => loadFirstSet(root))
  return pactTemplates && eventKit && firstConclusions && { pactTemplates, eventKit, firstConclusions }
}

/** Files that name countries. Undefined where one of them is faulty. */
function byCountry(
  attempt: <T>(load: () => T) => T | undefined,
  states: { readonly countries?: ReadonlySet<string> },
  root: string | undefined,
): Pick<ReferenceData, 'quickExit' | 'holidayRegions' | 'historical' | 'shortNumbers' | 'earlierMeetings'> | undefined {
  const quickExit = attempt(() => loadQuickExit(states, root))
  const holidayRegions = attempt(() => loadHolidayRegions(states, root))
  const historical = attempt(() => loadHistoricalSignatories(states, root))
  const shortNumbers = attempt(() => loadShortNumbers(states, root))
  const earlierMeetings = attempt(() => loadEarlierMeetings(states, root))
  if (!(quickExit && holidayRegions && historical && shortNumbers && earlierMeetings)) return undefined
  return { quickExit, holidayRegions, historical, shortNumbers, earlierMeetings }
}

/** All files that a start reads, checked, by name within `data/`. @throws DataFault as a start would. */
export const checkShippedData = (): Readonly<Record<string, unknown>> =>
  checkedBy(() => {
    loadReferenceData()
    loadGuides()
  })
