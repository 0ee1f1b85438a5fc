/**
 * Where the links in mails to providers lead, and the codes of letters. Whoever holds the mail may answer, signed in or not; opening a link changes
 * nothing, for scanners of mail open every one.
 */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { longDate } from '../../ui/dates.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import {
  dialledShortNumbers,
  factChecksFor,
  factsSeen,
  givesPlaceAway,
  parseDate,
  type Service,
} from '../checklist/index.ts'
import { changeByLink, confirmByLink, type LinkView, speakTo, viewLink } from './answer.ts'
import type { LinkPurpose, LinkState } from './asking-rules.ts'
import { type ChangeFault, readChange, type TypedChange } from './change-form.ts'
import { publishedFields } from './change-rules.ts'
import { type ConfirmationsDeps, dayAt, townName } from './deps.ts'
import { changeSecretOf } from './letter-codes.ts'
import { ChangePage } from './pages/change-page.tsx'
import { ConfirmPage } from './pages/confirm-page.tsx'
import type { LinkPageProps } from './pages/link-page.tsx'

const secret = ':secret{[A-Za-z0-9_-]{43}}'

export function linkRoutes(deps: ConfirmationsDeps): Route<AppEnv>[] {
  const confirm = { path: urls.providerConfirm(secret), permission: 'anyone' }
  const change = { path: urls.providerChange(secret), permission: 'anyone' }
  return [
    { method: 'GET', ...confirm, audit: 'confirmations.confirm-page', handle: (c) => showConfirm(c, deps) },
    { method: 'POST', ...confirm, audit: 'confirmations.confirm', handle: (c) => submitConfirm(c, deps) },
    { method: 'GET', ...change, audit: 'confirmations.change-page', handle: (c) => showChange(c, deps) },
    { method: 'POST', ...change, audit: 'confirmations.send-change', handle: (c) => submitChange(c, deps) },
  ]
}

const secretOf = (c: Context<AppEnv>): string => c.req.param('secret') ?? ''

/** @throws RequestFault not-found for a link that never was one. */
async function open(c: Context<AppEnv>, deps: ConfirmationsDeps, purpose: LinkPurpose): Promise<LinkView> {
  const view = await viewLink(deps, secretOf(c), purpose)
  if (!view) throw notFound()
  return view
}

/** In the language of the mail, whatever the browser asks for. */
function shared(c: Context<AppEnv>, deps: ConfirmationsDeps, view: LinkView): LinkPageProps {
  const translator = speakTo(deps, view)
  const { state, request, town, service, read, changedSince } = view
  return {
    of: { ...c.get('frame'), translator },
    state,
    town: townName(town, translator),
    words: read && deps.wordsOf(translator, town, read),
    settledOn: request.closedAt ? longDate(translator, dayAt(town, request.closedAt)) : '',
    askedOn: longDate(translator, dayAt(town, request.printedAt ?? request.askedAt)),
    way: request.printedAt ? 'letter' : 'mail',
    changedSince,
    numbers: urls.helplines(translator.language, town.country),
    page: service && urls.service(translator.language, town, service.id),
  }
}

/** What is over is said with the status that says so to programs, too. */
const statusOf = (state: LinkState) => (state === 'expired' || state === 'gone' || state === 'other' ? 410 : 200)

async function showConfirm(c: Context<AppEnv>, deps: ConfirmationsDeps): Promise<Response> {
  return confirmPage(c, deps, await open(c, deps, 'confirm'))
}

function confirmPage(c: Context<AppEnv>, deps: ConfirmationsDeps, view: LinkView, changed = false) {
  const seen = view.service ? factsSeen(view.service) : ''
  // Whoever has a letter has one code for both.
  const change = view.request.printedAt && urls.providerChange(changeSecretOf(secretOf(c)))
  const page = <ConfirmPage {...shared(c, deps, view)} seen={seen} changedMeanwhile={changed} change={change} />
  return c.html(renderDocument(page), changed ? 409 : statusOf(view.state))
}

async function submitConfirm(c: Context<AppEnv>, deps: ConfirmationsDeps): Promise<Response> {
  const seen = fieldText(await readForm(c.req.raw), 'seen')
  const view = await confirmByLink(deps, secretOf(c), seen)
  if (!view) throw notFound()
  if (view.changed) return confirmPage(c, deps, await open(c, deps, 'confirm'), true)
  if (view.state === 'open' || view.state === 'confirmed') return c.redirect(urls.providerConfirm(secretOf(c)), 303)
  return confirmPage(c, deps, view)
}

const none: TypedChange = { phones: '', email: '', web: '', hours: '', closed: '', until: '', other: '' }

async function showChange(c: Context<AppEnv>, deps: ConfirmationsDeps): Promise<Response> {
  const view = await open(c, deps, 'change')
  return changePage(c, deps, view, { ...none, ...(view.service && publishedFields(view.service)) }, [])
}

function changePage(
  c: Context<AppEnv>,
  deps: ConfirmationsDeps,
  view: LinkView,
  typed: TypedChange,
  faults: readonly ChangeFault[],
) {
  const page = <ChangePage {...shared(c, deps, view)} typed={typed} faults={faults} />
  return c.html(renderDocument(page), faults.length > 0 ? 422 : statusOf(view.state))
}

function typedIn(fields: FormFields): TypedChange {
  const text = (name: keyof TypedChange) => fieldText(fields, name)
  return {
    phones: text('phones'),
    email: text('email'),
    web: text('web'),
    hours: text('hours'),
    closed: text('closed'),
    until: text('until'),
    other: text('other'),
  }
}

async function submitChange(c: Context<AppEnv>, deps: ConfirmationsDeps): Promise<Response> {
  const view = await open(c, deps, 'change')
  if (view.state === 'proposed') return c.redirect(urls.providerChange(secretOf(c)), 303)
  const typed = typedIn(await readForm(c.req.raw))
  if (view.state !== 'open' || !view.service) return changePage(c, deps, view, typed, [])
  const read = readChange(typed, view.service, await checksOf(deps, view, view.service))
  if (!read.ok) return changePage(c, deps, view, typed, read.faults)
  const sent = await changeByLink(deps, secretOf(c), read.change)
  if (!sent) throw notFound()
  if (sent.state === 'open' || sent.state === 'proposed') return c.redirect(urls.providerChange(secretOf(c)), 303)
  return changePage(c, deps, sent, typed, [])
}

async function checksOf(deps: ConfirmationsDeps, { town }: LinkView, service: Service) {
  const dialled = await dialledShortNumbers(deps.database.db, town.id)
  const checks = factChecksFor(deps, { ...town, dialled }, deps.clock.now())
  const words = /^[+(*#]?[\d\s()./*#-]*\d[\d\s()./*#-]*$/
  return {
    today: checks.today,
    // Numbers of the demonstration are kept for fiction: no telephone network knows them.
    isPhone: (number: string) =>
      words.test(number) && (town.demonstration || checks.knownShort(number) || checks.phoneIsValid(number)),
    readDate: parseDate,
    saysWhere: (text: string) =>
      givesPlaceAway(text, service.place.type === 'addresses' ? service.place.addresses : []),
  }
}
