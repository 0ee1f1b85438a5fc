/** Support view: the town gives and ends it, a coordinator asks for it. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../urls.ts'
import { authorName, longMoment } from '../checklist/index.ts'
import type { NamedAssociation, TrailDeps, TrailTown } from './deps.ts'
import { AskSupportPage } from './pages/ask-support-page.tsx'
import { SupportPage, type SupportPageProps, type SupportView } from './pages/support-page.tsx'
import { readPage } from './read-entries.ts'
import { askSupport, endSupport, giveSupport } from './support.ts'
import { supportDaysFrom, supportState } from './support-rules.ts'
import { readSupport } from './support-store.ts'

type OfficeContext = Context<AppEnv>

export function supportRoutes(deps: TrailDeps): Route<AppEnv>[] {
  const path = `/office${patterns.cc}${patterns.slug}/support`
  const manage = { permission: 'support.manage' } as const
  const ask = { path: `${path}/ask`, permission: 'support.ask' } as const
  return [
    { method: 'GET', path, ...manage, audit: 'support.show', handle: (c) => show(c, deps) },
    {
      method: 'POST',
      path: `${path}/give`,
      ...manage,
      audit: 'support.give',
      fresh: true,
      handle: (c) => give(c, deps),
    },
    { method: 'POST', path: `${path}/end`, ...manage, audit: 'support.end', handle: (c) => end(c, deps) },
    { method: 'GET', ...ask, audit: 'support.show-asking', handle: (c) => showAsk(c, deps) },
    { method: 'POST', ...ask, audit: 'support.ask', handle: (c) => submitAsk(c, deps) },
  ]
}

/** @throws RequestFault not-found when the authority is gone. */
async function townOf(c: OfficeContext, deps: TrailDeps): Promise<TrailTown> {
  const found = await deps.readAuthority(authorityOf(c).id)
  if (!found) throw notFound()
  return found
}

/** The associations of the town, or those of them that the person coordinates. */
async function associationsOf(c: OfficeContext, deps: TrailDeps, own: boolean): Promise<NamedAssociation[]> {
  const mine = new Set(
    c
      .get('actor')
      .roles.flatMap(({ role, scope }) => (role === 'coordinator' && scope.kind === 'association' ? [scope.id] : [])),
  )
  const ids = authorityOf(c).associations.filter((id) => !own || mine.has(id))
  const { compare } = new Intl.Collator(c.get('translator').tag)
  return [...(await deps.readAssociations(ids))].sort((a, b) => compare(a.name, b.name))
}

async function viewsOf(
  c: OfficeContext,
  deps: TrailDeps,
  town: TrailTown,
  associations: readonly NamedAssociation[],
): Promise<SupportView[]> {
  const translator = c.get('translator')
  const open = await readSupport(deps.database.db, town.id)
  const names = await deps.personNames(open.flatMap(({ askedBy }) => askedBy ?? []))
  const at = (instant: Temporal.Instant) => longMoment(translator, instant, town.timeZone)
  return associations.map(({ id, name, names: others }): SupportView => {
    const found = open.find(({ association }) => association === id)
    const state = found ? supportState(found, deps.clock.now()) : 'over'
    const asked = state === 'asked' && found?.askedAt ? found.askedAt : undefined
    return {
      id,
      name: others[translator.language] ?? name,
      state: state === 'over' ? 'none' : state,
      asked: asked && {
        by: authorName(translator, { person: found?.askedBy ?? null, as: 'coordinator' }, names),
        at: at(asked),
      },
      until: state === 'running' && found?.until ? at(found.until) : undefined,
    }
  })
}

async function show(c: OfficeContext, deps: TrailDeps, refused?: string): Promise<Response> {
  const town = await townOf(c, deps)
  const translator = c.get('translator')
  const filter = { authority: town.id, kind: 'support' as const, action: 'support.view' }
  const { entries } = await readPage(deps, { filter, translator, timeZone: town.timeZone }, 1, 50)
  const done = (['given', 'ended'] as const).find((one) => one === c.req.query('done'))
  const props: SupportPageProps = {
    of: c.get('frame'),
    workplace: {
      name: town.names[translator.language] ?? town.name,
      items: townSections(c.get('frame'), town, 'support'),
    },
    town,
    associations: await viewsOf(c, deps, town, await associationsOf(c, deps, false)),
    looks: entries.map(({ who, about, when }) => ({ who, what: about ?? '', when })),
    done: refused === undefined ? done : undefined,
    refused,
  }
  return c.html(renderDocument(<SupportPage {...props} />), refused === undefined ? 200 : 422)
}

/** The association that a form names. @throws RequestFault not-found where it is none of these. */
function chosen(associations: readonly NamedAssociation[], id: string): NamedAssociation {
  const found = associations.find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

async function give(c: OfficeContext, deps: TrailDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const fields = await readForm(c.req.raw)
  const association = chosen(await associationsOf(c, deps, false), fieldText(fields, 'association'))
  const days = supportDaysFrom(fieldText(fields, 'days'))
  if (!days) return show(c, deps, association.id)
  await giveSupport(deps, c.get('act'), { town, association }, days)
  return c.redirect(`${urls.officeSupport(town)}?done=given`, 303)
}

async function end(c: OfficeContext, deps: TrailDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const fields = await readForm(c.req.raw)
  const association = chosen(await associationsOf(c, deps, false), fieldText(fields, 'association'))
  await endSupport(deps, c.get('act'), { town, association })
  return c.redirect(`${urls.officeSupport(town)}?done=ended`, 303)
}

async function showAsk(c: OfficeContext, deps: TrailDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const associations = await viewsOf(c, deps, town, await associationsOf(c, deps, true))
  const townName = town.names[c.get('translator').language] ?? town.name
  const props = { of: c.get('frame'), town, townName, associations, done: c.req.query('done') === 'asked' }
  return c.html(renderDocument(<AskSupportPage {...props} />))
}

async function submitAsk(c: OfficeContext, deps: TrailDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const fields = await readForm(c.req.raw)
  const association = chosen(await associationsOf(c, deps, true), fieldText(fields, 'association'))
  await askSupport(deps, c.get('act'), { town, association })
  return c.redirect(`${urls.officeSupportAsk(town)}?done=asked`, 303)
}
