/** Which providers have not answered: the list of a town's office, of its association, of the secretariat. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { pageAsked } from '../../platform/http/page-asked.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { longDate } from '../../ui/dates.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../urls.ts'
import { textIn } from '../checklist/index.ts'
import { type ConfirmationsDeps, dayAt, type Town, townName } from './deps.ts'
import { lettersOfEach } from './letter-store.ts'
import { SilentPage, type SilentPageProps, type SilentView } from './pages/silent-page.tsx'
import { askedLines } from './present-asked.ts'
import { type SilentProvider, silentProviders, type UnansweredOf } from './silent-store.ts'
import { stepsOfEach } from './step-store.ts'

export function silentRoutes(deps: ConfirmationsDeps): Route<AppEnv>[] {
  const [own, help] = ['confirmations.manage', 'confirmations.help'] as const
  const [town, association] = [
    `/office${patterns.cc}${patterns.slug}/silent-providers`,
    `/office/associations${patterns.cc}${patterns.association}/silent-providers`,
  ]
  const get = { method: 'GET' } as const
  return [
    { ...get, path: town, permission: own, audit: 'confirmations.list-silent', handle: (c) => ofTown(c, deps) },
    {
      ...get,
      path: association,
      permission: help,
      audit: 'confirmations.list-silent-members',
      handle: (c) => ofAssociation(c, deps),
    },
    {
      ...get,
      path: urls.instanceSilentProviders(),
      permission: help,
      audit: 'confirmations.list-silent-others',
      handle: (c) => ofInstance(c, deps),
    },
  ]
}

type OfficeContext = Context<AppEnv>
type List = Pick<SilentPageProps, 'whose' | 'workplace' | 'back' | 'href'>

const providersOnPage = 25

async function ofTown(c: OfficeContext, deps: ConfirmationsDeps): Promise<Response> {
  const of = c.get('frame')
  const town = await deps.townOf(deps.database.db, authorityOf(c).id)
  const workplace = { name: townName(town, of.translator), items: townSections(of, town, 'checklist') }
  const back = { href: urls.officeTown(town), text: of.translator.t('confirm.letters.back') }
  const href = (page: number) => urls.officeSilentProviders(town, page)
  return page(c, deps, { step: 'office', towns: [town.id] }, { whose: 'office', workplace, back, href })
}

async function ofAssociation(c: OfficeContext, deps: ConfirmationsDeps): Promise<Response> {
  const subject = c.get('subject')
  const ids = subject.kind === 'association' ? [subject.id] : []
  const [one] = await deps.associationsNamed(deps.database.db, ids)
  if (!one) throw notFound()
  const of = c.get('frame')
  const name = one.names[of.translator.language] ?? one.name
  const workplace = { name, items: officeSections(of, one, 'members') }
  const back = { href: urls.associationMembers(one), text: of.translator.t('office.sections.members') }
  const href = (page: number) => urls.associationSilentProviders(one, page)
  const list = { step: 'association', associations: [one.id] } as const
  return page(c, deps, list, { whose: 'association', workplace, back, href })
}

function ofInstance(c: OfficeContext, deps: ConfirmationsDeps): Promise<Response> {
  const of = c.get('frame')
  const workplace = { name: deps.instanceName, items: officeSections(of, undefined, 'people') }
  const back = { href: urls.office(), text: of.translator.t('office.frame.work') }
  const href = urls.instanceSilentProviders
  return page(c, deps, { step: 'secretariat' }, { whose: 'secretariat', workplace, back, href })
}

async function page(c: OfficeContext, deps: ConfirmationsDeps, of: UnansweredOf, list: List): Promise<Response> {
  const number = pageAsked(c)
  const from = (number - 1) * providersOnPage
  const { total, providers } = await silentProviders(deps.database.db, of, { from, most: providersOnPage })
  const pages = { number, count: Math.ceil(total / providersOnPage) }
  const lines = await viewsOf(c, deps, providers, list.whose)
  const props: SilentPageProps = { ...list, of: c.get('frame'), total, pages, lines }
  return c.html(renderDocument(<SilentPage {...props} />), 200, { 'cache-control': 'no-store' })
}

async function viewsOf(
  c: OfficeContext,
  deps: ConfirmationsDeps,
  providers: readonly SilentProvider[],
  whose: SilentPageProps['whose'],
): Promise<SilentView[]> {
  const { db } = deps.database
  const translator = c.get('translator')
  const requests = providers.map(({ id }) => id)
  const steps = await stepsOfEach(db, requests)
  const letters = Map.groupBy(await lettersOfEach(db, requests), ({ request }) => request)
  const towns = await townsOf(deps, providers)
  return providers.flatMap(({ id, authority, service, name, request, anewAt }) => {
    const town = towns.get(authority)
    if (!town) return []
    const day = (at: Temporal.Instant) => longDate(translator, dayAt(town, at))
    const facts = { request, steps: steps.get(id) ?? [], letters: letters.get(id) ?? [] }
    const lines = askedLines(translator, facts, day, whose === 'office' ? 'office' : 'helper')
    return {
      name: textIn(name, [translator.language, ...town.languages]) ?? '',
      town: whose === 'office' ? undefined : townName(town, translator),
      href: whose === 'office' ? urls.officeProvider(town, service) : urls.service(translator.language, town, service),
      people: whose === 'office' ? undefined : urls.townPeople(town),
      lines: anewAt ? [...lines, translator.t('confirm.silent.anew', { date: day(anewAt) })] : lines,
    }
  })
}

/** Each once. */
async function townsOf({ database, townOf }: ConfirmationsDeps, providers: readonly SilentProvider[]) {
  const towns = new Map<string, Town>()
  for (const { authority } of providers) {
    if (!towns.has(authority)) towns.set(authority, await townOf(database.db, authority))
  }
  return towns
}
