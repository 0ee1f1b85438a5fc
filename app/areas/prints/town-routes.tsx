/** A town gives its arms, and orders printed copies of its association. */
import type { Context } from 'hono'
import type { FileFaultCode } from '../../platform/files/file-types.ts'
import { sendFile } from '../../platform/files/send-file.ts'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm, readFormWithFile } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { newId } from '../../platform/ids.ts'
import { longDate } from '../../ui/dates.ts'
import { fileWords } from '../../ui/file-words.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { byName } from '../../ui/lists.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import { armsLooking, keepArms } from './arms.ts'
import { readArms } from './arms-store.ts'
import type { PrintsDeps, PrintTown } from './deps.ts'
import { type OrderFault, orderFrom, orderTyped, type TypedOrder } from './order-form.ts'
import { ordersOf } from './order-store.ts'
import { ArmsPage } from './pages/arms-page.tsx'
import { OrderPage } from './pages/order-page.tsx'
import { ofResource, whatName } from './what-rules.ts'
import { orderCopies } from './write-order.ts'

type OfficeContext = Context<AppEnv>

export function townPrintRoutes(deps: PrintsDeps): Route<AppEnv>[] {
  const permission = 'prints.write'
  const base = `/office${patterns.cc}${patterns.slug}/paper`
  const [arms, order] = [`${base}/arms`, `${base}/order`]
  return [
    { method: 'GET', permission, path: arms, audit: 'prints.show-arms', handle: (c) => showArms(c, deps) },
    { method: 'POST', permission, path: arms, audit: 'prints.keep-arms', handle: (c) => submitArms(c, deps) },
    { method: 'GET', permission, path: `${arms}/picture`, audit: 'prints.arms', handle: (c) => sendArms(c, deps) },
    { method: 'GET', permission, path: order, audit: 'prints.show-order', handle: (c) => showOrder(c, deps) },
    { method: 'POST', permission, path: order, audit: 'prints.order', handle: (c) => submitOrder(c, deps) },
  ]
}

async function frameOf(c: OfficeContext, deps: PrintsDeps) {
  const [town] = await deps.readTowns(deps.database.db, [authorityOf(c).id])
  if (!town) throw notFound()
  const of = c.get('frame')
  const name = town.names[of.translator.language] ?? town.name
  return { town, of, workplace: { name, items: townSections(of, town, 'paper') } }
}

function page(c: OfficeContext, node: Parameters<typeof renderDocument>[0], status: 200 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

async function showArms(c: OfficeContext, deps: PrintsDeps, fault?: FileFaultCode): Promise<Response> {
  const { town, of, workplace } = await frameOf(c, deps)
  const file = await readArms(deps.database.db, town.id)
  const present = file && { href: urls.townArmsPicture(town), words: fileWords(of.translator, file) }
  const { language } = of.translator
  const resources = present ? await deps.resources(deps.database.db, language) : []
  const props = {
    ...{ of, workplace, town, present, fault, done: c.req.query('done') !== undefined },
    texts: resources
      .filter(({ hasText }) => hasText)
      .map(({ id, title, language: read }) => ({
        ...{ title, lang: writtenIn(deps.languages, read).lang, href: urls.resourcePaper(language, id, read, town) },
      })),
  }
  return page(c, <ArmsPage {...props} />, fault ? 422 : 200)
}

async function submitArms(c: OfficeContext, deps: PrintsDeps): Promise<Response> {
  const { town } = await frameOf(c, deps)
  const { fields, file: sent } = await readFormWithFile(c.req.raw, 'file')
  const act = c.get('act')
  if (!sent) {
    if (fieldText(fields, 'without') !== 'yes') return showArms(c, deps, 'empty')
    await keepArms(deps, act, town.id, undefined)
    return c.redirect(`${urls.townArms(town)}?done=saved`, 303)
  }
  const taken = await deps.fileIntake.take(sent.content, armsLooking)
  if ('fault' in taken) return showArms(c, deps, taken.fault)
  await keepArms(deps, act, town.id, taken.file)
  return c.redirect(`${urls.townArms(town)}?done=saved`, 303)
}

async function sendArms(c: OfficeContext, deps: PrintsDeps): Promise<Response> {
  const file = await readArms(deps.database.db, authorityOf(c).id)
  if (!file) throw notFound()
  return sendFile(c, deps.files, file, { title: 'Arms', plain: 'arms', between: 'nothing' })
}

/** What there is to order, by word and by name. */
async function offeredOf({ database, papers, paperName, resources }: PrintsDeps, translator: Translator) {
  const found = await resources(database.db, translator.language)
  return [
    ...papers.map((word) => ({ value: word, text: paperName(translator, word) })),
    ...found.map(({ id, title }) => ({ value: ofResource(id), text: title })),
  ]
}

interface Form {
  readonly id: string
  readonly typed: TypedOrder
  readonly faults: readonly OrderFault[]
}

async function orderPage(c: OfficeContext, deps: PrintsDeps, form: Form): Promise<Response> {
  const { town, of, workplace } = await frameOf(c, deps)
  const { translator } = of
  const { db } = deps.database
  const [association] = await deps.associationsOf(db, town.id)
  const items = await offeredOf(deps, translator)
  const names = new Map(items.map(({ value, text }) => [value, text]))
  const props = {
    ...{ of, workplace, town, items, ...form, done: c.req.query('done') !== undefined },
    association: association && (association.names[translator.language] ?? association.name),
    languages: languagesOf(deps, translator),
    orders: (await ordersOf(db, town.id)).map((order) => ({
      what: names.get(order.what) ?? order.what,
      language: languageName(translator.tag, deps.languages, order.language),
      copies: order.copies,
      on: longDate(translator, dayOf(order.orderedAt)),
      done: order.doneAt && longDate(translator, dayOf(order.doneAt)),
    })),
  }
  return page(c, <OrderPage {...props} />, form.faults.length > 0 ? 422 : 200)
}

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('UTC').toPlainDate()

const languagesOf = ({ languages }: PrintsDeps, { tag }: Translator) =>
  languages.offered
    .map(({ code }) => ({ value: code, name: languageName(tag, languages, code) }))
    .toSorted(byName(tag))
    .map(({ value, name }) => ({ value, text: name }))

async function showOrder(c: OfficeContext, deps: PrintsDeps): Promise<Response> {
  const { town } = await frameOf(c, deps)
  const [language = c.get('translator').language] = town.officialLanguages
  const typed = { what: deps.papers[0] ?? '', language, copies: '', address: '', note: '' }
  return orderPage(c, deps, { id: newId(), typed, faults: [] })
}

async function submitOrder(c: OfficeContext, deps: PrintsDeps): Promise<Response> {
  const { town } = await frameOf(c, deps)
  const fields = await readForm(c.req.raw)
  const id = fieldText(fields, 'order')
  const { db } = deps.database
  const [association] = await deps.associationsOf(db, town.id)
  if (!association || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound()
  const typed = orderTyped(fields)
  const offered = await offeredOf(deps, c.get('translator'))
  const read = orderFrom(typed, { what: new Set(offered.map(({ value }) => value)), languages: deps.languages.codes })
  if ('faults' in read) return orderPage(c, deps, { id, typed, faults: read.faults })
  const act = c.get('act')
  const order = { ...read, id, authority: town.id, association: association.id, orderedAt: act.at, doneAt: undefined }
  const whatIn = await nameOfWhat(deps, read.what, town)
  await orderCopies(deps, act, order, { town, association, whatIn })
  return c.redirect(`${urls.townPrintOrder(town)}?done=sent`, 303)
}

/** A resource is called as it is in the town's language: whoever packs it knows it by its name. */
async function nameOfWhat(deps: PrintsDeps, what: string, town: PrintTown) {
  const found = await deps.resources(deps.database.db, town.officialLanguages[0] ?? 'en')
  const resources = new Map(found.map(({ id, title }) => [id, title]))
  return (translator: Translator) => whatName(what, { paper: (word) => deps.paperName(translator, word), resources })
}
