/** The office's page about who confirms a service: where they are asked, what they were asked, what they have sent. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { Db } from '../../platform/db/tables.ts'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, fieldTexts, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import {
  type DraftService,
  factsSeen,
  readDraftService,
  readPublishedService,
  textIn,
  withStandardTexts,
} from '../checklist/index.ts'
import { isWrittenByItself, partsOf } from './change-rules.ts'
import { waitingChange } from './change-store.ts'
import { contactFaults, givenContact, type TypedContact } from './contact-form.ts'
import { type ProviderContact, readContact } from './contact-store.ts'
import { decideOnChange } from './decide.ts'
import { type ConfirmationsDeps, dayAt, firstOffered, type Town, townName } from './deps.ts'
import { isConfidential, keepContact } from './keep-contact.ts'
import { lettersOf } from './letter-store.ts'
import { type ProviderFault, ProviderPage, type ProviderPageProps, type SentView } from './pages/provider-page.tsx'
import { askedLines } from './present-asked.ts'
import { changeWords, draftWords } from './present-change.ts'
import { newestRequest, type Request, unansweredBefore } from './request-store.ts'
import { changeParts } from './schema.ts'
import { stepsOf } from './step-store.ts'
import { confirmByTelephone } from './telephone.ts'

const pattern = '/office/:cc{[a-z]{2}}/:slug{[a-z0-9-]+}/services/:id{[0-9a-f-]{36}}/provider'

export function providerRoutes(deps: ConfirmationsDeps): Route<AppEnv>[] {
  const permission = 'confirmations.manage'
  const [path, change, asked] = [pattern, `${pattern}/change`, `${pattern}/asked`]
  return [
    { method: 'GET', path, permission, audit: 'confirmations.show-provider', handle: (c) => show(c, deps) },
    { method: 'POST', path, permission, audit: 'confirmations.keep-contact', handle: (c) => submitContact(c, deps) },
    { method: 'POST', path: asked, permission, audit: 'confirmations.telephone', handle: (c) => submitAsked(c, deps) },
    { method: 'POST', path: change, permission, audit: 'confirmations.decide', handle: (c) => submitDecision(c, deps) },
  ]
}

type OfficeContext = Context<AppEnv>
const doneNotices = ['contact', 'taken', 'refused', 'asked'] as const

interface Opened {
  readonly town: Town
  readonly service: DraftService
  readonly translator: Translator
}

/** @throws RequestFault not-found where the town has no such service. */
async function open(c: OfficeContext, deps: ConfirmationsDeps): Promise<Opened> {
  const { db } = deps.database
  const town = await deps.townOf(db, authorityOf(c).id)
  const service = await readDraftService(db, town.id, c.req.param('id') ?? '')
  if (!service) throw notFound()
  return { town, service, translator: c.get('translator') }
}

function refusalsOf(
  contact: ProviderContact | undefined,
  day: (at: Temporal.Instant) => string,
): ProviderPageProps['refusals'] {
  if (!contact) return []
  const { email, deputy } = contact.refused
  return [
    ...(email && contact.email ? [{ address: contact.email, on: day(email.at), answer: email.answer }] : []),
    ...(deputy && contact.deputy ? [{ address: contact.deputy, on: day(deputy.at), answer: deputy.answer }] : []),
  ]
}

async function page(
  c: OfficeContext,
  deps: ConfirmationsDeps,
  opened: Opened,
  refused: { readonly typed?: TypedContact; readonly faults?: readonly ProviderFault[]; readonly late?: boolean } = {},
): Promise<Response> {
  const { town, service, translator } = opened
  const { db } = deps.database
  const contact = await readContact(db, service.id)
  const request = await newestRequest(db, service.id)
  const published = await readPublishedService(db, town.id, service.id)
  const [read] = published ? await withStandardTexts(db, [published]) : []
  const day = (at: Temporal.Instant) => longDate(translator, dayAt(town, at))
  const props: ProviderPageProps = {
    of: c.get('frame'),
    town,
    townName: townName(town, translator),
    id: service.id,
    name: textIn(service.facts.name, [translator.language, ...town.languages]) ?? '',
    done: doneNotices.find((one) => one === c.req.query('saved')),
    revision: contact?.revision ?? 0,
    way: contact?.postal ? 'letter' : 'mail',
    email: contact?.email ?? '',
    postal: contact?.postal ?? '',
    confidential: await isConfidential(db, town.id, service.id),
    deputy: contact?.deputy ?? '',
    language: contact?.language ?? firstOffered(deps, town),
    languages: deps.i18n.offered.map(({ code, tag, autonym }) => ({ code, tag, autonym })),
    asked: request && askedLines(translator, await askedFacts(db, request), day),
    before: await beforeLines(db, translator, request, day),
    letterWaits: await letterWaits(db, request),
    refusals: refusalsOf(contact, day),
    sent: await sentView(deps, opened),
    draftRevision: service.revision,
    published: published && { seen: factsSeen(published), words: deps.wordsOf(translator, town, read ?? published) },
    today: day(deps.clock.now()),
    ...refused.typed,
    faults: refused.faults ?? [],
    late: refused.late === true,
  }
  c.header('cache-control', 'no-store')
  const status = props.late ? 409 : props.faults.length > 0 ? 422 : 200
  return c.html(renderDocument(<ProviderPage {...props} />), status)
}

const askedFacts = async (db: Db, request: Request) => ({
  request,
  steps: await stepsOf(db, request.id),
  letters: await lettersOf(db, request.id),
})

/** Of an open round, the one before it where nobody answered either. */
async function beforeLines(
  db: Db,
  translator: Translator,
  request: Request | undefined,
  day: (at: Temporal.Instant) => string,
): Promise<readonly string[] | undefined> {
  const before = request && !request.outcome ? await unansweredBefore(db, request) : undefined
  return before && askedLines(translator, await askedFacts(db, before), day)
}

const letterWaits = async (db: Db, request: Request | undefined) =>
  request !== undefined && !request.outcome && (await lettersOf(db, request.id)).some(({ postedAt }) => !postedAt)

async function sentView(deps: ConfirmationsDeps, { town, service, translator }: Opened): Promise<SentView | undefined> {
  const sent = await waitingChange(deps.database.db, service.id)
  if (!sent) return undefined
  const { change } = sent
  return {
    id: sent.id,
    on: longDate(translator, dayAt(town, sent.sentAt)),
    parts: partsOf(change).map((part) => ({
      part,
      now: draftWords(translator, part, service.facts),
      wanted: changeWords(translator, part, change),
      byHand: !isWrittenByItself(part, change),
    })),
  }
}

async function show(c: OfficeContext, deps: ConfirmationsDeps): Promise<Response> {
  return page(c, deps, await open(c, deps))
}

function typedContact(fields: FormFields): TypedContact {
  const text = (name: string) => fieldText(fields, name)
  const way = text('way') === 'letter' ? 'letter' : 'mail'
  return { way, email: text('email'), postal: text('postal'), deputy: text('deputy'), language: text('language') }
}

async function submitContact(c: OfficeContext, deps: ConfirmationsDeps): Promise<Response> {
  const opened = await open(c, deps)
  const { town, service } = opened
  const fields = await readForm(c.req.raw)
  const typed = typedContact(fields)
  const hidden = typed.way === 'letter' && (await isConfidential(deps.database.db, town.id, service.id))
  if (hidden) return confidentialPage(c, deps, opened, typed)
  const faults = contactFaults(typed, (code) => deps.i18n.translator(code) !== undefined)
  if (faults.length > 0) return page(c, deps, opened, { typed, faults })
  const { outcome } = await keepContact(deps, c.get('act'), town.id, service.id, {
    ...givenContact(typed),
    revision: Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0),
  })
  if (outcome === 'confidential') return confidentialPage(c, deps, opened, typed)
  if (outcome === 'conflict') return page(c, deps, opened, { typed, late: true })
  return c.redirect(`${urls.officeProvider(town, service.id)}?saved=contact`, 303)
}

/** Postal lines are not even shown again. */
function confidentialPage(c: OfficeContext, deps: ConfirmationsDeps, opened: Opened, typed: TypedContact) {
  const faults = [{ field: 'email', code: 'noPostal' }] as const
  return page(c, deps, opened, { typed: { ...typed, way: 'mail', postal: '' }, faults })
}

async function submitAsked(c: OfficeContext, deps: ConfirmationsDeps): Promise<Response> {
  const opened = await open(c, deps)
  const { town, service } = opened
  const seen = fieldText(await readForm(c.req.raw), 'seen')
  const act = { ...c.get('act'), person: c.get('actor') }
  const outcome = await confirmByTelephone(deps, act, town.id, service.id, seen)
  if (outcome !== 'confirmed') return page(c, deps, opened, { late: true })
  return c.redirect(`${urls.officeProvider(town, service.id)}?saved=asked`, 303)
}

async function submitDecision(c: OfficeContext, deps: ConfirmationsDeps): Promise<Response> {
  const opened = await open(c, deps)
  const { town, service } = opened
  const fields = await readForm(c.req.raw)
  const refuses = fieldText(fields, 'decision') === 'refuse'
  const ticked = new Set(fieldTexts(fields, 'parts'))
  const parts = changeParts.filter((part) => ticked.has(part))
  if (!refuses && parts.length === 0) return page(c, deps, opened, { faults: [{ field: 'parts', code: 'parts' }] })
  const change = fieldText(fields, 'change')
  if (!z.uuid().safeParse(change).success) throw notFound()
  const act = { ...c.get('act'), person: c.get('actor') }
  const outcome = await decideOnChange(deps, act, town.id, service.id, {
    change,
    parts: refuses ? [] : parts,
    revision: Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0),
  })
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.outcome === 'late') return page(c, deps, await open(c, deps), { late: true })
  if (outcome.outcome === 'refused') {
    return page(c, deps, opened, { faults: outcome.faults.map(({ code }) => ({ field: 'parts', fact: code })) })
  }
  const saved = outcome.taken.length > 0 ? 'taken' : 'refused'
  return c.redirect(`${urls.officeProvider(town, service.id)}?saved=${saved}`, 303)
}
