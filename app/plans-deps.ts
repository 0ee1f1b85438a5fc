/** What action plans need from other areas. */
import { peopleOf } from './areas/accounts/index.ts'
import { countryName, findExactlyToday, readAuthorities, readAuthority } from './areas/authorities/index.ts'
import { givesPlaceAway, readDraft, serviceReviewDue, townClocks, wantsTwoPairs } from './areas/checklist/index.ts'
import type { PlansDeps, PlansOfficeDeps } from './areas/plans/index.ts'
import { announceChange } from './platform/db/change-feed.ts'
import type { Services } from './services.ts'
import { byName } from './ui/lists.ts'

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

export function plansOfficeDepsOf(services: Services): PlansOfficeDeps {
  const { database, clock, reference } = services
  const { languages, checklist, lanzarote, countries, measures, plainLanzarote } = reference
  const { db } = database
  return {
    ...plansDepsOf(services),
    ...{ languages, checklist, lanzarote, catalogue: measures, givesPlaceAway },
    articleTitle: ({ language }, article) =>
      (plainLanzarote.reading(article, language === 'fr' ? 'fr' : 'en') ?? { title: '' }).title,
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
