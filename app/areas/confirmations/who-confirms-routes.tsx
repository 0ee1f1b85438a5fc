/** The office's page of all services of which nobody is written down who confirms them: many at once. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, fieldTexts, readForm } from '../../platform/http/form.ts'
import { pageAsked } from '../../platform/http/page-asked.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { patterns, urls } from '../../urls.ts'
import { readDraftService, textIn, townClocks } from '../checklist/index.ts'
import { contactFaults, givenContact, proposalFor, type TypedContact } from './contact-form.ts'
import { type ConfirmationsDeps, firstOffered, type Town, townName } from './deps.ts'
import { isConfidential, keepContact } from './keep-contact.ts'
import { type WhoFault, type WhoLine, WhoPage, type WhoPageProps } from './pages/who-page.tsx'
import { type Uncontacted, uncontactedIn } from './uncontacted-store.ts'

const path = `/office${patterns.cc}${patterns.slug}/who-confirms`

export function whoConfirmsRoutes(deps: ConfirmationsDeps): Route<AppEnv>[] {
  const permission = 'confirmations.manage'
  return [
    { method: 'GET', path, permission, audit: 'confirmations.show-who', handle: (c) => show(c, deps) },
    { method: 'POST', path, permission, audit: 'confirmations.keep-contacts', handle: (c) => submit(c, deps) },
  ]
}

type OfficeContext = Context<AppEnv>

const servicesOnPage = 25

type Typed = Pick<WhoLine, 'email' | 'postal' | 'language'>

interface Refused {
  /** By service. */
  readonly typed?: ReadonlyMap<string, Typed>
  readonly ticked?: readonly string[]
  readonly faults?: readonly WhoFault[]
  readonly late?: boolean
}

const townOf = (c: OfficeContext, deps: ConfirmationsDeps): Promise<Town> =>
  deps.townOf(deps.database.db, authorityOf(c).id)

async function show(c: OfficeContext, deps: ConfirmationsDeps): Promise<Response> {
  return page(c, deps, await townOf(c, deps))
}

async function page(c: OfficeContext, deps: ConfirmationsDeps, town: Town, refused: Refused = {}): Promise<Response> {
  const translator = c.get('translator')
  const number = pageAsked(c)
  const from = (number - 1) * servicesOnPage
  const asked = { from, most: servicesOnPage, months: await monthsOf(deps, town) }
  const { total, services } = await uncontactedIn(deps.database.db, town.id, asked)
  const lines = services.map((service) => lineOf(c, deps, town, service, refused.typed?.get(service.id)))
  const props: WhoPageProps = {
    of: c.get('frame'),
    town,
    townName: townName(town, translator),
    total,
    number,
    pages: Math.ceil(total / servicesOnPage),
    lines,
    languages: deps.i18n.offered.map(({ code, tag, autonym }) => ({ code, tag, autonym })),
    ticked: refused.ticked ?? lines.flatMap(({ id, from: known }) => (known === 'nowhere' ? [] : [id])),
    done: Number(/^\d{1,3}$/.exec(c.req.query('saved') ?? '')?.[0] ?? 0),
    faults: refused.faults ?? [],
    late: refused.late === true,
  }
  c.header('cache-control', 'no-store')
  const status = props.late ? 409 : props.faults.length > 0 ? 422 : 200
  return c.html(renderDocument(<WhoPage {...props} />), status)
}

async function monthsOf(deps: ConfirmationsDeps, town: Town): Promise<Record<string, number>> {
  const clocks = await townClocks(deps, town.id)
  const months = deps.checklist.kinds.map(({ id }) => [id, clocks.byId(id)?.reviewEveryMonths] as const)
  return Object.fromEntries(months.flatMap(([id, every]) => (every === undefined ? [] : [[id, every]])))
}

function lineOf(
  c: OfficeContext,
  deps: ConfirmationsDeps,
  town: Town,
  service: Uncontacted,
  typed: Typed | undefined,
): WhoLine {
  const { id, name, provider, confidential, published } = service
  const proposal = proposalFor(service, firstOffered(deps, town))
  const words = textIn(name, [c.get('translator').language, ...town.languages]) ?? ''
  return { id, name: words, provider, confidential, published, ...proposal, ...typed }
}

const typedFor = (fields: FormFields, id: string): Typed => ({
  email: fieldText(fields, `email-${id}`),
  postal: fieldText(fields, `postal-${id}`),
  language: fieldText(fields, `language-${id}`),
})

/** By mail where an address is typed. */
const contactOf = ({ email, postal, language }: Typed): TypedContact => ({
  ...{ way: email === '' && postal !== '' ? 'letter' : 'mail', email, postal, language, deputy: '' },
})

async function submit(c: OfficeContext, deps: ConfirmationsDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const fields = await readForm(c.req.raw)
  const ticked = [...new Set(fieldTexts(fields, 'services'))]
  const { typed, faults } = await look(deps, town, fields, ticked)
  if (faults.length > 0) return page(c, deps, town, { typed, ticked, faults })
  let late = false
  for (const id of ticked) {
    const given = { ...givenContact(contactOf(typedFor(fields, id))), revision: 0 }
    const { outcome } = await keepContact(deps, c.get('act'), town.id, id, given)
    if (outcome !== 'saved') late = true
  }
  if (late) return page(c, deps, town, { typed, late })
  return c.redirect(`${urls.officeWhoConfirms(town)}?saved=${ticked.length}`, 303)
}

/** Everything that was typed, ticked or not, and what is wrong with what is ticked. */
async function look(deps: ConfirmationsDeps, town: Town, fields: FormFields, ticked: readonly string[]) {
  const ids = [...fields.keys()].flatMap((name) => /^email-([0-9a-f-]{36})$/.exec(name)?.[1] ?? [])
  if (ids.length > servicesOnPage || ticked.some((id) => !ids.includes(id))) throw notFound()
  const typed = new Map(ids.map((id) => [id, typedFor(fields, id)]))
  const faults: WhoFault[] = ticked.length === 0 ? [{ field: 'services', code: 'noService' }] : []
  for (const id of ticked) {
    const { email, postal, language } = typed.get(id) ?? typedFor(fields, id)
    if (!(await readDraftService(deps.database.db, town.id, id))) throw notFound()
    if (postal !== '' && (await isConfidential(deps.database.db, town.id, id))) {
      typed.set(id, { email, postal: '', language })
      faults.push({ field: `email-${id}`, code: 'noPostal' })
    } else if (email === '' && postal === '') faults.push({ field: `email-${id}`, code: 'nowhere' })
    else if (email !== '' && postal !== '') faults.push({ field: `email-${id}`, code: 'both' })
    else {
      const wrong = contactFaults(contactOf({ email, postal, language }), (code) => Boolean(deps.i18n.translator(code)))
      faults.push(...wrong.map(({ field, code }) => ({ field: `${field}-${id}`, code })))
    }
  }
  return { typed, faults }
}
