/** Who comes registers its people: a signatory, an association, an organisation that was invited. Each sees its own, and nobody else's. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { longDate } from '../../../ui/dates.ts'
import type { JSX } from '../../../ui/jsx-runtime.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { officeSections } from '../../../ui/layout/office-sections.ts'
import { patterns, urls } from '../../../urls.ts'
import { readMeetings } from '../../meetings/index.ts'
import { delegationOf, readDelegate, readRegistration } from '../delegate-store.ts'
import { type DelegationsOfficeDeps, nameOf } from '../deps.ts'
import { DelegationPage, MeetingsPage } from '../pages/delegation-page.tsx'
import { PersonPage } from '../pages/person-page.tsx'
import { type PersonFault, personFields, personFrom } from '../person-form.ts'
import { addDelegate, changeDelegate, type RegisterOutcome, stateOf, takeOut } from '../register-people.ts'
import type { Registration } from '../schema.ts'
import { delegationBases, type OfficeContext, type OpenDelegation, openSender } from './open-sender.ts'

type Open = OpenDelegation

export const delegationRoutes = (deps: DelegationsOfficeDeps): Route<AppEnv>[] => [
  {
    ...{ method: 'GET', permission: 'delegations.register', audit: 'delegations.meetings' },
    path: `/office/associations${patterns.cc}${patterns.association}/meetings`,
    handle: (c) => showMeetings(c, deps),
  },
  ...delegationBases.flatMap((base) => routesAt(deps, base)),
]

function routesAt(
  deps: DelegationsOfficeDeps,
  { path: base, permission }: (typeof delegationBases)[number],
): Route<AppEnv>[] {
  const onePath = `${base}${patterns.id}`
  const get = { method: 'GET', permission } as const
  const post = { method: 'POST', permission } as const
  return [
    { ...get, path: base, audit: 'delegations.show', handle: (c) => showDelegation(c, deps) },
    { ...get, path: `${base}/new`, audit: 'delegations.add-page', handle: (c) => showNew(c, deps) },
    { ...post, path: base, audit: 'delegations.add', handle: (c) => submitNew(c, deps) },
    { ...get, path: onePath, audit: 'delegations.person', handle: (c) => showOne(c, deps) },
    { ...post, path: onePath, audit: 'delegations.save', handle: (c) => submitOne(c, deps) },
    { ...post, path: `${onePath}/take-out`, audit: 'delegations.take-out', handle: (c) => submitOut(c, deps) },
  ]
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const revisionIn = (fields: FormFields): number =>
  Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)

const doneNotices = ['saved', 'taken-out'] as const

/** To which an association can send people, and what it took part in. */
async function showMeetings(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const subject = c.get('subject')
  const { db } = deps.database
  const [union] = subject.kind === 'association' ? await deps.readAssociations(db, [subject.id]) : []
  if (!union) throw notFound()
  const of = c.get('frame')
  const { t } = of.translator
  const now = deps.clock.now()
  const meetings = []
  for (const meeting of (await readMeetings(db)).filter(({ kind }) => kind === 'signatories')) {
    const registration = await readRegistration(db, meeting.id)
    const isOver = stateOf(registration, meeting, now) === 'over'
    const links = await deps.partLinks(db, meeting, of.translator, union)
    if (isOver && links.length === 0) continue
    const text = t('delegation.title', { year: `${meeting.year}` })
    const register = { text, href: urls.delegation({ association: union }, meeting.year) }
    const said = stateText({ of, meeting }, registration, now)
    meetings.push({ said, links: isOver ? links : [register, ...links] })
  }
  const name = nameOf(union, of.translator)
  const workplace = { name, items: officeSections(of, union, 'meetings') }
  return page(c, <MeetingsPage of={of} workplace={workplace} meetings={meetings} />)
}

function stateText(
  { of, meeting }: Pick<Open, 'of' | 'meeting'>,
  registration: Registration,
  now: Temporal.Instant,
): string {
  const { translator } = of
  const state = stateOf(registration, meeting, now)
  const day = state === 'not-yet' ? registration.opens : registration.closes
  return translator.t(`delegation.state.${state}`, { date: day ? longDate(translator, day) : '' })
}

async function showDelegation(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const opened = await openSender(c, deps)
  const { from, meeting } = opened
  const { db } = deps.database
  const registration = await readRegistration(db, meeting.id)
  const people = await delegationOf(db, meeting.id, from.sender)
  const now = deps.clock.now()
  const props = {
    ...{ opened, state: stateOf(registration, meeting, now), stateText: stateText(opened, registration, now) },
    // Whoever has withdrawn can still take its people out.
    signed: people.length > 0 || opened.invited,
    ...{ quota: registration.quotas[from.category] ?? 0, conference: registration.conference },
    people: people.map((one) => ({ ...one, function: one.child ? '' : one.function })),
    done: doneNotices.find((each) => each === c.req.query('done')),
  }
  return page(c, <DelegationPage {...props} />)
}

interface Form {
  readonly id: string
  readonly revision: number | undefined
  readonly child: boolean
  readonly fields: FormFields
  readonly faults?: readonly PersonFault[]
  readonly changed?: boolean
  readonly refused?: string
}

async function formPage(c: OfficeContext, deps: DelegationsOfficeDeps, opened: Open, form: Form): Promise<Response> {
  const { faults = [], changed = false, refused, ...rest } = form
  const { db } = deps.database
  const { meeting, from } = opened
  const people = await delegationOf(db, meeting.id, from.sender)
  const adults = people.flatMap(({ child, id, name }) => (child ? [] : [{ value: id, text: name }]))
  const state = stateOf(await readRegistration(db, meeting.id), meeting, deps.clock.now())
  const mayChange = form.revision === undefined ? state === 'open' : state !== 'over'
  const props = { ...rest, opened, adults, faults, changed, refused, mayChange }
  return page(c, <PersonPage {...props} />, changed ? 409 : faults.length > 0 || refused !== undefined ? 422 : 200)
}

/** @throws RequestFault not-found where a town has not signed. */
async function openInvited(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Open> {
  const opened = await openSender(c, deps)
  if (!opened.invited) throw notFound()
  return opened
}

async function showNew(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const opened = await openInvited(c, deps)
  const child = c.req.query('who') === 'child'
  return formPage(c, deps, opened, { id: newId(), revision: undefined, child, fields: new Map() })
}

const readingOf = (deps: DelegationsOfficeDeps, { of }: Open) => ({
  tag: of.translator.tag,
  readLanguages: deps.readLanguages,
})

/** Why it was not done, at its field where it has one. */
function refusalOf({ of: { translator } }: Open, outcome: RegisterOutcome): Partial<Form> {
  if (outcome === 'conflict') return { changed: true }
  if (outcome === 'adult') return { faults: [{ field: 'adult', code: 'adult' }] }
  return {
    refused: translator.t(outcome === 'accompanies' ? 'delegation.refused.accompanies' : 'delegation.refused.closed'),
  }
}

const back = ({ from, meeting }: Open, done: (typeof doneNotices)[number]) =>
  `${urls.delegation(from.place, meeting.year)}?done=${done}`

async function submitNew(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const opened = await openInvited(c, deps)
  const fields = await readForm(c.req.raw)
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  const child = fieldText(fields, 'who') === 'child'
  const form = { id: given.success ? given.data : newId(), revision: undefined, child, fields }
  const read = personFrom(fields, child, readingOf(deps, opened))
  if ('faults' in read) return formPage(c, deps, opened, { ...form, faults: read.faults })
  const { from, meeting } = opened
  const done = await addDelegate(deps, c.get('act'), meeting, { id: form.id, sender: from.sender, ...read })
  if (done !== 'saved') return formPage(c, deps, opened, { ...form, ...refusalOf(opened, done) })
  return c.redirect(back(opened, 'saved'), 303)
}

async function openPerson(c: OfficeContext, deps: DelegationsOfficeDeps) {
  const opened = await openSender(c, deps)
  const one = await readDelegate(deps.database.db, c.req.param('id') ?? '')
  if (one?.meeting !== opened.meeting.id || one.sender.id !== opened.from.sender.id) throw notFound()
  return { opened, one }
}

async function showOne(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const { opened, one } = await openPerson(c, deps)
  const { id, revision, child } = one
  return formPage(c, deps, opened, { id, revision, child, fields: personFields(one, deps.languagesText) })
}

async function submitOne(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const { opened, one } = await openPerson(c, deps)
  const fields = await readForm(c.req.raw)
  const seen = revisionIn(fields)
  const { id, child, sender, revision } = one
  const form = { id, child, fields, revision: seen }
  const read = personFrom(fields, child, readingOf(deps, opened))
  if ('faults' in read) return formPage(c, deps, opened, { ...form, faults: read.faults })
  const done = await changeDelegate(deps, c.get('act'), opened.meeting, { id, sender, ...read, seen })
  if (done === 'gone') throw notFound()
  if (done !== 'saved') return formPage(c, deps, opened, { ...form, revision, ...refusalOf(opened, done) })
  return c.redirect(back(opened, 'saved'), 303)
}

async function submitOut(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const opened = await openSender(c, deps)
  const { from, meeting } = opened
  const id = c.req.param('id') ?? ''
  const done = await takeOut(deps, c.get('act'), meeting, { id, sender: from.sender })
  if (done === 'accompanies') {
    const { one } = await openPerson(c, deps)
    const { revision, child } = one
    const fields = personFields(one, deps.languagesText)
    return formPage(c, deps, opened, { id, revision, child, fields, ...refusalOf(opened, done) })
  }
  // The second click: they are out.
  return c.redirect(back(opened, 'taken-out'), 303)
}
