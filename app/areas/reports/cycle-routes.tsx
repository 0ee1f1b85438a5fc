/** The secretariat keeps the cycles, and sees which reports were given. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { longDate } from '../../ui/dates.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { withCommas } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import { cycleFields, cycleFrom } from './cycle-form.ts'
import type { Cycle, CycleFault } from './cycle-rules.ts'
import { readCycles } from './cycle-store.ts'
import { nameOf, type ReportsOfficeDeps, todayAt } from './deps.ts'
import { assignRoutes } from './feedback/assign-routes.tsx'
import { reviewsIn } from './feedback/review-store.ts'
import { keepCycle } from './keep-cycles.ts'
import { numberIn, type OfficeContext, page } from './office-request.ts'
import { CyclePage, type CyclePageProps, type GivenLine } from './pages/cycle-page.tsx'
import { CyclesPage } from './pages/cycles-page.tsx'
import { givenIn } from './published-store.ts'
import { medianMinutes } from './report-store.ts'

export function cycleRoutes(deps: ReportsOfficeDeps): Route<AppEnv>[] {
  const [list, one] = [urls.reportCycles(), `${urls.reportCycles()}/:number{[1-9][0-9]{0,3}}`]
  const permission = 'progress.keep'
  const get = { method: 'GET', permission } as const
  const post = { method: 'POST', permission } as const
  return [
    { ...get, path: list, audit: 'progress.cycles', handle: (c) => showList(c, deps, {}) },
    { ...post, path: list, audit: 'progress.add-cycle', handle: (c) => submitNew(c, deps) },
    { ...get, path: one, audit: 'progress.cycle', handle: (c) => showCycle(c, deps, {}) },
    { ...post, path: one, audit: 'progress.change-cycle', handle: (c) => submitChange(c, deps) },
    ...assignRoutes(deps, (c, report, reviewer, conflict) => {
      const text = c.get('translator').t(`progress.error.assign.${conflict}`)
      return showCycle(c, deps, { refused: { report, reviewer, text } })
    }),
  ]
}

interface Shown {
  readonly refused?: CyclePageProps['refused']
  readonly fields?: FormFields
  readonly faults?: readonly CycleFault[]
  readonly changed?: boolean
}

function frameOf(c: OfficeContext, deps: ReportsOfficeDeps, inside: boolean) {
  const of = c.get('frame')
  const { t } = of.translator
  return {
    of,
    workplace: { name: deps.instanceName, items: officeSections(of, undefined, 'reportCycles') },
    done: c.req.query('done') === 'kept' ? t('progress.done.kept') : undefined,
    back: inside ? { href: urls.reportCycles(), text: t('progress.cycles.back') } : undefined,
  }
}

const told = (c: OfficeContext, faults: readonly CycleFault[]) =>
  faults.map(({ field, code }) => ({ field, text: c.get('translator').t(`progress.error.cycle.${code}`) }))

async function showList(
  c: OfficeContext,
  deps: ReportsOfficeDeps,
  { fields = new Map(), faults = [] }: Shown,
): Promise<Response> {
  const { db } = deps.database
  const translator = c.get('translator')
  const cycles = await readCycles(db)
  const day = (on: string | null) => (on === null ? '' : longDate(translator, on))
  const lines = cycles.map(async ({ number, opens, due, meetingOn }) => ({
    number,
    ...{ opens: day(opens), due: day(due), meeting: day(meetingOn) },
    given: `${(await givenIn(db, number)).length}`,
  }))
  const props = {
    ...{ frame: frameOf(c, deps, false), fields, faults: told(c, faults) },
    cycles: await Promise.all(lines),
    next: (cycles[0]?.number ?? 0) + 1,
  }
  return page(c, <CyclesPage {...props} />, faults.length > 0 ? 422 : 200)
}

async function submitNew(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const read = cycleFrom(fields, deps.parseDate)
  if ('faults' in read) return showList(c, deps, { fields, faults: read.faults })
  const given = { number: numberIn(fields, 'number'), facts: read.facts, seen: 0 }
  const outcome = await keepCycle(deps, c.get('act'), given)
  if (outcome.outcome === 'faults') return showList(c, deps, { fields, faults: outcome.faults })
  if (outcome.outcome === 'gone') throw notFound()
  // Somebody has added this one a moment earlier: here it is.
  const seen = outcome.outcome === 'kept' ? '?done=kept' : ''
  return c.redirect(`${urls.reportCycle(given.number)}${seen}`, 303)
}

async function cycleOfAddress(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Cycle> {
  const number = Number(c.req.param('number'))
  const found = (await readCycles(deps.database.db)).find((one) => one.number === number)
  if (!found) throw notFound()
  return found
}

async function readReviewers(deps: ReportsOfficeDeps) {
  const ids = await deps.reviewers()
  const found = await Promise.all(ids.map((id) => deps.readReviewer(deps.database.db, id)))
  return found.flatMap((one) => one ?? [])
}

/** Everybody who answers reports, with the countries that they belong to. */
async function reviewersOf(c: OfficeContext, deps: ReportsOfficeDeps) {
  const { tag } = c.get('translator')
  const named = (await readReviewers(deps)).map(({ person, name, countries }) => {
    const where = countries.map((one) => deps.countryName(one, tag))
    return { value: person, text: where.length > 0 ? `${name} (${withCommas(tag, where)})` : name }
  })
  const { compare } = new Intl.Collator(tag)
  return named.toSorted((a, b) => compare(a.text, b.text))
}

async function givenLines(c: OfficeContext, deps: ReportsOfficeDeps, number: number): Promise<GivenLine[]> {
  const { db } = deps.database
  const translator = c.get('translator')
  const given = await givenIn(db, number)
  const towns = await deps.readTowns(
    db,
    given.map(({ authority }) => authority),
  )
  const reviews = await reviewsIn(db, number)
  const reviewers = new Map((await readReviewers(deps)).map((one) => [one.person, one.name]))
  return given.flatMap(({ id, authority, country, givenAt }) => {
    const town = towns.find((one) => one.id === authority)
    if (!town) return []
    return [
      {
        ...{ id, town: nameOf(town, translator), country: deps.countryName(country, translator.tag) },
        when: longDate(translator, todayAt(givenAt, town.timeZone)),
        href: urls.planReport(translator.language, town, number),
        fresh: newId(),
        reviewers: reviews
          .filter(({ report }) => report === id)
          .map((one) => ({
            review: one.id,
            name: reviewers.get(one.reviewer) ?? translator.t('progress.assign.gone'),
            given: one.givenAt !== undefined,
          })),
      },
    ]
  })
}

async function showCycle(
  c: OfficeContext,
  deps: ReportsOfficeDeps,
  { fields, faults = [], changed = false, refused }: Shown,
): Promise<Response> {
  const cycle = await cycleOfAddress(c, deps)
  const minutes = await medianMinutes(deps.database.db, cycle.number)
  const props = {
    ...{ frame: frameOf(c, deps, true), changed, faults: told(c, faults), number: cycle.number },
    revision: cycle.revision,
    fields: fields ?? cycleFields(cycle),
    given: await givenLines(c, deps, cycle.number),
    people: await reviewersOf(c, deps),
    refused,
    median:
      minutes === undefined ? '' : c.get('translator').t('progress.cycle.median', { minutes: Math.round(minutes) }),
  }
  const wrong = refused ? [{ field: `reviewer-${refused.report}`, text: refused.text }] : props.faults
  const status = changed ? 409 : wrong.length > 0 ? 422 : 200
  return page(c, <CyclePage {...props} faults={wrong} />, status)
}

async function submitChange(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const { number } = await cycleOfAddress(c, deps)
  const fields = await readForm(c.req.raw)
  const read = cycleFrom(fields, deps.parseDate)
  if ('faults' in read) return showCycle(c, deps, { fields, faults: read.faults })
  const outcome = await keepCycle(deps, c.get('act'), { number, facts: read.facts, seen: numberIn(fields, 'revision') })
  if (outcome.outcome === 'faults') return showCycle(c, deps, { fields, faults: outcome.faults })
  if (outcome.outcome === 'conflict') return showCycle(c, deps, { fields, changed: true })
  return c.redirect(`${urls.reportCycle(number)}?done=kept`, 303)
}
