/** What action plans need from other areas. */
import { peopleOf } from './areas/accounts/index.ts'
import { countryName, findBySlug, findExactlyToday, readAuthorities, readAuthority } from './areas/authorities/index.ts'
import { givesPlaceAway, readKeptDraft, serviceReviewDue, townClocks, wantsTwoPairs } from './areas/checklist/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import {
  isFew,
  type Measure,
  type Plan,
  type PlanFacts,
  type PlanPagesDeps,
  type PlansDeps,
  type PlansOfficeDeps,
  publishedPlansOf,
  readVersion,
} from './areas/plans/index.ts'
import {
  type BegunPractice,
  beginPractice,
  checkedWords,
  practicesOfPlan,
  practicesTag,
} from './areas/practices/index.ts'
import { cycleOn, cyclesTag, givenBy, readCycles, reportGiven } from './areas/reports/index.ts'
import { namesContact } from './areas/standards/index.ts'
import { announceChange } from './platform/db/change-feed.ts'
import type { Translator } from './platform/i18n/messages.ts'
import { newId } from './platform/ids.ts'
import type { Services } from './services.ts'
import { longDate } from './ui/dates.ts'
import { byName, withCommas } from './ui/lists.ts'
import type { Town } from './urls/town-paths.ts'
import { absolute, urls } from './urls.ts'

type Given = Pick<Services, 'database' | 'clock' | 'notify' | 'jobs'>

const withLanguages = <A extends { readonly officialLanguages: readonly string[] }>(one: A) => ({
  ...one,
  languages: one.officialLanguages,
})

export function plansDepsOf({ database, clock, notify, jobs }: Given): PlansDeps {
  return {
    ...{ database, clock, notify, wantsTwoPairs, announceChange },
    readyToNotify: () => jobs.start(),
    readTowns: async (db, ids) => (await readAuthorities(db, ids)).map(withLanguages),
    officeOf: (db, authority, approversAlone) =>
      peopleOf(db, authority, approversAlone ? ['approver'] : ['officer', 'approver']),
  }
}

/** Titles of articles in plain words, in the reader's language or in English. */
const articleTitleOf =
  ({ reference }: Pick<Services, 'reference'>): PlansOfficeDeps['articleTitle'] =>
  ({ language }, article) =>
    reference.plainLanzarote.reading(article, language === 'fr' ? 'fr' : 'en')?.title ?? ''

export function planPagesDepsOf(
  services: Services,
  { site, pageCache, clock, database }: HelpPagesDeps,
): PlanPagesDeps {
  const { checklist, measures } = services.reference
  return {
    files: services.files,
    ...{ site, pageCache, clock, database, checklist, catalogue: measures, findBySlug, readAuthorities },
    articleTitle: articleTitleOf(services),
    ...{ cyclesTag, practicesTag },
    practicesOf: async (db, plan, language) =>
      (await practicesOfPlan(db, plan)).flatMap(({ id, measure, town, ...said }) =>
        measure ? [{ id, measure: measure.measure, title: checkedWords(said, language).title, town }] : [],
      ),
    reportsGiven: givenBy,
    reportNow: async (db, authority, today) => {
      const cycle = cycleOn(await readCycles(db), today)?.number
      return cycle === undefined ? undefined : { cycle, givenAt: (await reportGiven(db, authority, cycle))?.givenAt }
    },
  }
}

/** The figures of a measure as sentences, in the language of its plan; those that are never public are left out. */
function figuresOf({ tag, t }: Translator, { indicators }: Measure): string {
  const figure = new Intl.NumberFormat(tag)
  const lines = indicators.map(({ common, name, unit, baseline, values }) => {
    const known = [...(baseline ? [baseline] : []), ...values].filter(({ value }) => !isFew(common, value))
    const said = known.map(({ on, value }) =>
      t('progress.value.of', { value: figure.format(value), date: longDate({ tag }, on) }),
    )
    return said.length === 0 ? '' : `${name}${unit === '' ? '' : ` (${unit})`}: ${withCommas(tag, said)}`
  })
  return lines.filter((line) => line !== '').join('\n')
}

/** Where everybody reads what a measure shows: links, and documents of the version that is public. */
async function publicEvidence(
  { database: { db }, config }: Pick<Services, 'database' | 'config'>,
  { town, plan }: { readonly town: Town & { readonly id: string }; readonly plan: Pick<Plan, 'id' | 'facts'> },
  measure: Measure,
): Promise<string[]> {
  const newest = (await publishedPlansOf(db, town.id)).find(({ id }) => id === plan.id)
  const version = newest && (await readVersion(db, plan.id, newest.version))
  const shown = new Set(version?.document.measures.flatMap((one) => one.evidence.map(({ file }) => file?.sha256)))
  const language = measure.language ?? plan.facts.language
  return measure.evidence.flatMap(({ url, file }) => {
    if (file) {
      return shown.has(file.sha256) ? absolute(config.baseUrl, urls.planDocument(language, town, plan.id, file)) : []
    }
    return url === '' ? [] : url
  })
}

/** What a measure says that a practice says, too: the rest is for the office to tell. */
function factsOfPractice(
  translator: Translator,
  { language: ofPlan, office }: PlanFacts,
  measure: Measure,
  evidence: string[],
): BegunPractice['facts'] {
  const { title, what, section, articles, kinds, starts, ends } = measure
  const language = measure.language ?? ofPlan
  const yearOf = (day: string | null) => (day === null ? null : Number(day.slice(0, 4)))
  return {
    ...{ title, done: what, language, section, articles, kinds, contactOffice: office },
    ...{ yearFrom: yearOf(starts), yearTo: measure.state === 'done' ? yearOf(ends) : null },
    ...{ results: figuresOf(translator, measure), costNote: measure.budget },
    evidence,
  }
}

export function plansOfficeDepsOf(services: Services): PlansOfficeDeps {
  const { database, clock, i18n, reference } = services
  const { languages, checklist, lanzarote, countries, measures } = reference
  const { db } = database
  const writtenIn = (language: string) => i18n.translator(language) ?? i18n.negotiate(undefined)
  return {
    ...plansDepsOf(services),
    ...{ languages, checklist, lanzarote, catalogue: measures, givesPlaceAway, namesContact },
    ...{ files: services.files, fileIntake: services.fileIntake },
    articleTitle: articleTitleOf(services),
    beginPractice: async (act, { town, plan, measure }) => {
      const evidence = await publicEvidence(services, { town, plan }, measure)
      const translator = writtenIn(measure.language ?? plan.facts.language)
      const id = await beginPractice({ database }, act, {
        ...{ id: newId(), authority: town.id, measure: { plan: plan.id, measure: measure.id } },
        facts: factsOfPractice(translator, plan.facts, measure, evidence),
      })
      return urls.practiceEdit(urls.townPractices(town), id)
    },
    countryOptions: (tag) =>
      countries.list
        .map(({ iso }) => ({ value: iso, text: countryName(iso, tag), name: countryName(iso, tag) }))
        .toSorted(byName(tag)),
    findTowns: async (country, name) =>
      countries.byIso(country) ? (await findExactlyToday(db, country, name)).map(withLanguages) : [],
    checklistOf: async (authority) => {
      const [town, draft] = [await readAuthority(db, authority), await readKeptDraft(database, authority)]
      const clocks = await townClocks(services.checklist, authority)
      const today = clock.now().toString().slice(0, 10)
      const fresh = draft.services.filter(({ facts }) => (serviceReviewDue(facts, clocks) ?? '') > today)
      return {
        authority: town?.kind ?? 'municipality',
        answers: new Map(draft.answers.map(({ answer }) => [answer.kind, answer.status])),
        fresh: new Set(fresh.flatMap(({ facts }) => facts.kinds)),
      }
    },
  }
}
