/** What the nightly checks found: one list for the officer, and what one click does about it. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { townSections } from '../../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../../urls.ts'
import { kindName, type LocalText, placesOfText, readDraftService, textLabel } from '../../checklist/index.ts'
import type { WatchedTown, WatchingOfficeDeps } from '../deps.ts'
import { serviceName, townName } from '../notices.ts'
import { readReportedServices } from '../report-store.ts'
import { countFindings, type FindingPage, readFindingPage } from './finding-store.ts'
import {
  type FindingOutcome,
  FindingsPage,
  type FindingsPageProps,
  type FindingView,
  findingOutcomes,
} from './pages/findings-page.tsx'
import { findingView } from './present-findings.ts'
import { hideFinding, repairFinding } from './repair.ts'

type OfficeContext = Context<AppEnv>

/** Services on one page. */
const pageSize = 20

export function findingsRoutes(deps: WatchingOfficeDeps): Route<AppEnv>[] {
  const path = `/office${patterns.cc}${patterns.slug}/findings`
  const act = (name: string) =>
    ({ method: 'POST', permission: 'watching.mend', path: `${path}${patterns.id}/${name}` }) as const
  return [
    {
      method: 'GET',
      permission: 'watching.read',
      path,
      audit: 'watching.list-findings',
      handle: (c) => list(c, deps),
    },
    { ...act('repair'), audit: 'watching.repair', handle: (c) => repair(c, deps) },
    { ...act('hide'), audit: 'watching.hide', handle: (c) => hide(c, deps, true) },
    { ...act('show'), audit: 'watching.show', handle: (c) => hide(c, deps, false) },
  ]
}

/** @throws RequestFault not-found when the authority is gone. */
async function townOf(c: OfficeContext, deps: WatchingOfficeDeps): Promise<WatchedTown> {
  const found = await deps.readAuthority(deps.database.db, authorityOf(c).id)
  if (!found) throw notFound()
  return found
}

async function groupsOf(
  c: OfficeContext,
  deps: WatchingOfficeDeps,
  town: WatchedTown,
  { groups }: FindingPage,
): Promise<FindingsPageProps['groups']> {
  const translator = c.get('translator')
  const { db } = deps.database
  const ids = groups.flatMap(({ thing, thingId }) => (thing === 'service' ? [thingId] : []))
  const services = await readReportedServices(db, ids)
  const shown: FindingsPageProps['groups'][number][] = []
  for (const { thing, thingId, findings } of groups) {
    const draft = thing === 'service' ? await readDraftService(db, town.id, thingId) : undefined
    const service = services.get(thingId)
    shown.push({
      id: thingId,
      ...titleOf({ translator, deps, town }, { thing, thingId }, service?.name, draft !== undefined),
      findings: findings.map((finding) =>
        findingView(translator, finding, draft?.facts, (path, says) =>
          placesIn(translator, deps, town, draft, path, says),
        ),
      ),
    })
  }
  return shown
}

type Draft = NonNullable<Awaited<ReturnType<typeof readDraftService>>>

/** What it is about, and where that is written. */
function titleOf(
  {
    translator,
    deps,
    town,
  }: { readonly translator: Translator; readonly deps: WatchingOfficeDeps; readonly town: WatchedTown },
  { thing, thingId }: Pick<FindingPage['groups'][number], 'thing' | 'thingId'>,
  name: LocalText | undefined,
  drafted: boolean,
): { readonly name: string; readonly href: string | undefined } {
  const { t } = translator
  if (thing === 'introduction') {
    return { name: t('checklist.office.introduction.title'), href: urls.officeIntroduction(town) }
  }
  if (thing === 'answer') {
    return { name: kindName(translator, deps.checklist, thingId), href: urls.officeKind(town, thingId) }
  }
  return {
    name: name ? serviceName(translator, town, name) : t('watching.page.removed'),
    href: drafted ? urls.officeService(town, thingId) : undefined,
  }
}

/** Facts that are no texts, and the form in which they are corrected. */
const formOf: Partial<Record<string, 'hours' | 'notice' | 'contact'>> = {
  hours: 'hours',
  alert: 'notice',
  closure: 'notice',
  phones: 'contact',
}

/** Which text of a draft says something, in which language, and the form of it. */
function placesIn(
  translator: Translator,
  { languages }: WatchingOfficeDeps,
  town: WatchedTown,
  draft: Draft | undefined,
  path: string,
  says: (text: string) => boolean,
): FindingView['places'] {
  if (!draft) return []
  const { id, facts } = draft
  const part = formOf[path]
  if (part) {
    return [{ href: urls.officeServicePart(town, id, part), text: translator.t(`checklist.office.part.${part}`) }]
  }
  return placesOfText({ town, id, facts, official: town.officialLanguages }, path, says).map(({ language, href }) => {
    const text = translator.t('watching.findings.place', {
      text: textLabel(translator, path),
      language: languages.byCode(language)?.autonym ?? language,
    })
    return { href, text }
  })
}

async function list(c: OfficeContext, deps: WatchingOfficeDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const { db } = deps.database
  const hidden = c.req.query('hidden') === '1'
  const page = Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1)
  const found = await readFindingPage(db, town.id, { page, size: pageSize, hidden })
  // The last thing of a page was mended: what is left stands before it.
  if (found.groups.length === 0 && page > 1) return c.redirect(urls.officeFindings(town, { hidden }), 303)
  const [others] = await countFindings(db, [town.id], true)
  const props: FindingsPageProps = {
    of: c.get('frame'),
    workplace: {
      name: townName(c.get('translator'), town),
      items: townSections(c.get('frame'), town, 'findings'),
    },
    town,
    groups: await groupsOf(c, deps, town, found),
    hidden,
    hiddenCount: others?.count ?? 0,
    page,
    pages: Math.ceil(found.things / pageSize),
    outcome: findingOutcomes.find((each) => each === c.req.query('done')),
  }
  return c.html(renderDocument(<FindingsPage {...props} />))
}

const leadBack = (c: OfficeContext, town: WatchedTown, outcome: FindingOutcome): Response =>
  c.redirect(`${urls.officeFindings(town)}?done=${outcome}`, 303)

async function repair(c: OfficeContext, deps: WatchingOfficeDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const { outcome } = await repairFinding(deps, c.get('act'), town, c.req.param('id') ?? '')
  return leadBack(c, town, outcome === 'done-before' ? 'before' : outcome)
}

async function hide(c: OfficeContext, deps: WatchingOfficeDeps, hidden: boolean): Promise<Response> {
  const town = await townOf(c, deps)
  const done = await hideFinding(deps, c.get('act'), town, c.req.param('id') ?? '', hidden)
  if (done === 'gone') return leadBack(c, town, 'gone')
  return leadBack(c, town, done === 'done-before' ? 'before' : hidden ? 'hidden' : 'shown')
}
