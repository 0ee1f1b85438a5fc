/** What an association's members ordered, and what was sent. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { longDate } from '../../ui/dates.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { languageName } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import type { PrintAssociation, PrintsDeps } from './deps.ts'
import { ordersTo } from './order-store.ts'
import { OrdersPage } from './pages/orders-page.tsx'
import { whatName } from './what-rules.ts'
import { finishCopies } from './write-order.ts'

type OfficeContext = Context<AppEnv>

export function associationPrintRoutes(deps: PrintsDeps): Route<AppEnv>[] {
  const permission = 'prints.orders'
  const path = `/office/associations${patterns.cc}${patterns.association}/prints`
  return [
    { method: 'GET', permission, path, audit: 'prints.list-orders', handle: (c) => show(c, deps) },
    {
      ...{ method: 'POST', permission, path: `${path}${patterns.id}/done`, audit: 'prints.finish' },
      handle: async (c) => {
        await readForm(c.req.raw)
        const association = await associationOf(c, deps)
        await finishCopies(deps, c.get('act'), c.req.param('id') ?? '', association.id)
        return c.redirect(`${urls.associationPrints(association)}?done=sent`, 303)
      },
    },
  ]
}

/** @throws RequestFault not-found where it is gone. */
async function associationOf(c: OfficeContext, deps: PrintsDeps): Promise<PrintAssociation> {
  const subject = c.get('subject')
  const [found] = subject.kind === 'association' ? await deps.readAssociations(deps.database.db, [subject.id]) : []
  if (!found) throw notFound()
  return found
}

async function show(c: OfficeContext, deps: PrintsDeps): Promise<Response> {
  const association = await associationOf(c, deps)
  const of = c.get('frame')
  const { translator } = of
  const { db } = deps.database
  const orders = await ordersTo(db, association.id)
  const towns = await deps.readTowns(db, [...new Set(orders.map(({ authority }) => authority))])
  const resources = new Map((await deps.resources(db, translator.language)).map(({ id, title }) => [id, title]))
  const day = (at: Temporal.Instant) => longDate(translator, at.toZonedDateTimeISO('UTC').toPlainDate())
  const props = {
    ...{ of, association, done: c.req.query('done') !== undefined },
    workplace: {
      name: association.names[translator.language] ?? association.name,
      items: officeSections(of, association, 'prints'),
    },
    orders: orders.map((order) => {
      const town = towns.find(({ id }) => id === order.authority)
      return {
        ...{ id: order.id, copies: order.copies, address: order.address, note: order.note, on: day(order.orderedAt) },
        town: town ? (town.names[translator.language] ?? town.name) : '',
        what: whatName(order.what, { paper: (word) => deps.paperName(translator, word), resources }),
        language: languageName(translator.tag, deps.languages, order.language),
        done: order.doneAt && day(order.doneAt),
      }
    }),
  }
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(<OrdersPage {...props} />))
}
