/** The market of a meeting in the offices: a town offers, the host gives stands. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { typedDay } from '../../ui/dates.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import { parseDate } from '../checklist/index.ts'
import { meetingPattern, openHost, openMeeting, stageOf } from '../meetings/index.ts'
import { practicesOf } from '../practices/index.ts'
import type { MarketDeps } from './deps.ts'
import { offerPractices, placePractice } from './keep-market.ts'
import { OfferPage, StandsPage } from './pages/market-page.tsx'
import { whereText } from './present-stand.ts'
import { inOrder, type Placed, placedFault, type Stand, type StandFault, timeFrom } from './stand-rules.ts'
import { standsOf } from './stand-store.ts'

type Ctx = Context<AppEnv>

export function officeMarketRoutes(deps: MarketDeps): Route<AppEnv>[] {
  const [offers, stands] = [`${meetingPattern}/market`, `${meetingPattern}/market/stands`]
  const [offer, keep] = ['market.offer', 'market.keep'] as const
  return [
    { method: 'GET', permission: offer, path: offers, audit: 'market.show', handle: (c) => showOffers(c, deps) },
    { method: 'POST', permission: offer, path: offers, audit: 'market.offer', handle: (c) => submitOffers(c, deps) },
    { method: 'GET', permission: keep, path: stands, audit: 'market.stands', handle: (c) => showStands(c, deps, {}) },
    { method: 'POST', permission: keep, path: stands, audit: 'market.place', handle: (c) => submitStand(c, deps) },
  ]
}

function page(c: Ctx, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

async function openTown(c: Ctx, deps: MarketDeps) {
  const opened = await openMeeting(c, deps)
  const { meeting, town } = opened
  const today = deps.clock.now().toZonedDateTimeISO(meeting.timeZone).toPlainDate().toString()
  return {
    ...opened,
    over: stageOf(meeting, today) === 'held',
    signed: await deps.hasSigned(deps.database.db, town.id),
    practices: await deps.database.read((db) => practicesOf(db, { town: town.id })),
  }
}

async function showOffers(c: Ctx, deps: MarketDeps): Promise<Response> {
  const { of, workplace, town, meeting, over, signed, practices } = await openTown(c, deps)
  const { translator } = of
  const { t, language } = translator
  const { year } = meeting
  const own = (await standsOf(deps.database.db, meeting.id)).filter((one) => one.authority === town.id)
  const titleOf = (id: string) => practices.find((one) => one.id === id)?.facts.title ?? ''
  const props = {
    ...{
      of,
      workplace,
      year,
      over,
      signed,
      done: c.req.query('done') === 'saved',
      action: urls.townMarket(town, year),
    },
    practices: practices.map(({ id, facts }) => ({ value: id, text: facts.title })),
    form: { fields: new Map([['practice', own.map(({ practice }) => practice)]]), error: () => undefined },
    offered: own.flatMap((one) => {
      const title = titleOf(one.practice)
      return title === '' ? [] : [{ title, where: whereText(translator, one) }]
    }),
    links: [
      { href: urls.market(language, year), text: t('market.public') },
      { href: urls.townPractices(town), text: t('market.practices') },
    ],
  }
  return page(c, <OfferPage {...props} />)
}

async function submitOffers(c: Ctx, deps: MarketDeps): Promise<Response> {
  const { town, meeting, over, signed, practices } = await openTown(c, deps)
  const ticked = (await readForm(c.req.raw)).get('practice') ?? []
  if (!signed || over) throw notFound()
  const wanted = practices.map(({ id }) => id).filter((id) => ticked.includes(id))
  await offerPractices(deps, c.get('act'), meeting, { authority: town.id, wanted })
  return c.redirect(`${urls.townMarket(town, meeting.year)}?done=saved`, 303)
}

interface Shown {
  readonly fields?: FormFields
  readonly fault?: { readonly field: string; readonly code: StandFault | 'day' }
  readonly changed?: boolean
}

const keptOf = ({ practice, stand, day, starts, ends }: Stand): FormFields =>
  new Map([
    [`stand-${practice}`, [stand]],
    [`day-${practice}`, [typedDay(day)]],
    [`starts-${practice}`, [starts ?? '']],
    [`ends-${practice}`, [ends ?? '']],
  ])

async function showStands(c: Ctx, deps: MarketDeps, { fields, fault, changed = false }: Shown): Promise<Response> {
  const { of, workplace, town, meeting } = await openHost(c, deps)
  const { t, language } = of.translator
  const stands = (await standsOf(deps.database.db, meeting.id)).toSorted(inOrder)
  const ids = stands.map(({ practice }) => practice)
  const practices = await deps.database.read((db) => practicesOf(db, { ids }))
  const typedFor = fields && fieldText(fields, 'practice')
  const said = fault && { prefix: t('checklist.office.form.error'), text: t(`market.error.${fault.code}`) }
  const props = {
    ...{ of, workplace, year: meeting.year, changed, action: urls.hostMarket(town, meeting.year) },
    errors: fault && said ? [{ text: said.text, href: `#${fault.field}` }] : undefined,
    ...{ done: c.req.query('done') === 'saved', publicHref: urls.market(language, meeting.year) },
    stands: stands.flatMap((one) => {
      const practice = practices.find(({ id }) => id === one.practice)
      if (!practice) return []
      const typed = typedFor === one.practice ? fields : undefined
      return [
        {
          ...{ practice: one.practice, title: practice.facts.title },
          town: practice.town.names[language] ?? practice.town.name,
          // What was refused knows what it was made from.
          revision: typed && !changed ? fieldText(typed, 'revision') : `${one.revision}`,
          form: {
            fields: typed ?? keptOf(one),
            error: (name: string) => (fault?.field === name ? said : undefined),
          },
        },
      ]
    }),
  }
  return page(c, <StandsPage {...props} />, changed ? 409 : fault ? 422 : 200)
}

type Read = { readonly placed: Placed } | { readonly fault: NonNullable<Shown['fault']> }

function placedFrom(fields: FormFields, practice: string, meeting: Parameters<typeof placedFault>[1]): Read {
  const text = (name: string) => fieldText(fields, `${name}-${practice}`).trim()
  const fault = (name: string, code: StandFault | 'day'): Read => ({ fault: { field: `${name}-${practice}`, code } })
  const day = parseDate(text('day'))
  if (day === null && text('day') !== '') return fault('day', 'day')
  const [starts, ends] = [timeFrom(text('starts')), timeFrom(text('ends'))]
  if (starts === undefined) return fault('starts', 'time')
  if (ends === undefined) return fault('ends', 'time')
  const placed = { stand: text('stand').replace(/\s+/g, ' ').slice(0, 100), day, starts, ends }
  const found = placedFault(placed, meeting)
  return found ? fault(found.field, found.code) : { placed }
}

async function submitStand(c: Ctx, deps: MarketDeps): Promise<Response> {
  const { town, meeting } = await openHost(c, deps)
  const fields = await readForm(c.req.raw)
  const practice = fieldText(fields, 'practice')
  const read = placedFrom(fields, practice, meeting)
  if ('fault' in read) return showStands(c, deps, { fields, fault: read.fault })
  const seen = Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)
  const outcome = await placePractice(deps, c.get('act'), meeting, { practice, placed: read.placed, seen })
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return showStands(c, deps, { fields, changed: true })
  return c.redirect(`${urls.hostMarket(town, meeting.year)}?done=saved`, 303)
}
