/** What action plans need from other areas. */
import { peopleOf } from './areas/accounts/index.ts'
import { countryName, findBySlug, findExactlyToday, readAuthorities, readAuthority } from './areas/authorities/index.ts'
import { givesPlaceAway, readDraft, serviceReviewDue, townClocks, wantsTwoPairs } from './areas/checklist/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import type { Measure, PlanFacts, PlanPagesDeps, PlansDeps, PlansOfficeDeps } from './areas/plans/index.ts'
import { type BegunPractice, beginPractice } from './areas/practices/index.ts'
import { cycleOn, cyclesTag, givenBy, readCycles, reportGiven } from './areas/reports/index.ts'
import { announceChange } from './platform/db/change-feed.ts'
import { newId } from './platform/ids.ts'
import type { Services } from './services.ts'
import { byName } from './ui/lists.ts'
import { urls } from './urls.ts'

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
    ...{ site, pageCache, clock, database, checklist, catalogue: measures, findBySlug, readAuthorities },
    articleTitle: articleTitleOf(services),
    cyclesTag,
    reportsGiven: givenBy,
    reportNow: async (db, authority, today) => {
      const cycle = cycleOn(await readCycles(db), today)?.number
      return cycle === undefined ? undefined : { cycle, givenAt: (await reportGiven(db, authority, cycle))?.givenAt }
    },
  }
}

/** What a measure says that a practice says, too: the rest is for the office to tell. */
function factsOfPractice({ language, office }: PlanFacts, measure: Measure): BegunPractice['facts'] {
  const { title, what, section, articles, kinds, starts, ends, evidence } = measure
  const yearOf = (day: string | null) => (day === null ? null : Number(day.slice(0, 4)))
  return {
    ...{ title, done: what, language, section, articles, kinds, contactOffice: office },
    ...{ yearFrom: yearOf(starts), yearTo: measure.state === 'done' ? yearOf(ends) : null },
    evidence: evidence.map(({ url }) => url),
  }
}

export function plansOfficeDepsOf(services: Services): PlansOfficeDeps {
  const { database, clock, reference } = services
  const { languages, checklist, lanzarote, countries, measures } = reference
  const { db } = database
  return {
    ...plansDepsOf(services),
    ...{ languages, checklist, lanzarote, catalogue: measures, givesPlaceAway },
    articleTitle: articleTitleOf(services),
    beginPractice: async (act, { town, plan, measure }) => {
      const id = await beginPractice({ database }, act, {
        ...{ id: newId(), authority: town.id, measure: { plan: plan.id, measure: measure.id } },
        facts: factsOfPractice(plan.facts, measure),
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
      const [town, draft] = [await readAuthority(db, authority), await readDraft(db, authority)]
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
