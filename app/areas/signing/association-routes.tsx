/** An association: confirming the offices of its members, and when councils are elected. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { electionsOf } from './afterwards/election-store.ts'
import { addElection, removeElection } from './afterwards/elections.ts'
import { applicantOf } from './applicants.ts'
import { type Application, readApplication } from './application-store.ts'
import { inviteAfterDays } from './deadline-rules.ts'
import { dayAt, type Place, type SigningOfficeDeps } from './deps.ts'
import { electionFrom, type FieldFault } from './form-rules.ts'
import { bases, doneOf, idIn, type Office, type OfficeContext, openOffice, page } from './office-request.ts'
import { ConfirmPage } from './pages/confirm-page.tsx'
import { ElectionsPage, type ElectionsPageProps } from './pages/elections-page.tsx'
import { faultText } from './pages/pact-frame.tsx'
import { proofsToConfirm } from './proof/proof-store.ts'
import { confirmMember } from './proof/prove.ts'
import { conflictOfVoucher, vouchersFor } from './proof/vouching.ts'

export function associationPactRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  const [, { path }] = bases
  const confirm = { path: `${path}/confirm`, permission: 'signing.confirm' } as const
  const elections = { path: `${path}/elections`, permission: 'signing.elections' } as const
  return [
    { method: 'GET', ...confirm, audit: 'signing.confirm-page', handle: (c) => showConfirm(c, deps) },
    { method: 'POST', fresh: true, ...confirm, audit: 'signing.confirm', handle: (c) => submitConfirm(c, deps) },
    { method: 'GET', ...elections, audit: 'signing.elections', handle: (c) => showElections(c, deps, {}) },
    { method: 'POST', ...elections, audit: 'signing.add-election', handle: (c) => submitElection(c, deps) },
    {
      ...({ method: 'POST', path: `${elections.path}/remove`, permission: elections.permission } as const),
      ...{ audit: 'signing.remove-election', handle: (c: OfficeContext) => submitRemove(c, deps) },
    },
  ]
}

/** @throws RequestFault not-found. */
async function openUnion(c: OfficeContext, deps: SigningOfficeDeps): Promise<{ office: Office; union: Place }> {
  const office = await openOffice(c, deps)
  if (!office.association) throw notFound()
  return { office, union: office.association }
}

async function showConfirm(c: OfficeContext, deps: SigningOfficeDeps, fault?: string): Promise<Response> {
  const { office, union } = await openUnion(c, deps)
  const { db } = deps.database
  const translator = c.get('translator')
  const asked = await Promise.all(
    (await proofsToConfirm(db, [union.id])).map(async (proof) => {
      const application = await readApplication(db, proof.application)
      if (!application) throw notFound()
      const { office: signing } = application.answers
      const conflict = await conflictOfVoucher(db, c.get('actor'), application)
      return {
        id: proof.id,
        name: (await applicantOf(db, deps, application)).name(translator),
        office: signing?.office ?? '',
        askedOn: longDate(translator, dayAt(proof.askedAt)),
        withheld: conflict && { conflict, others: await namesOf(deps, union, application) },
      }
    }),
  )
  const faults = fault === undefined ? [] : [{ field: 'main', text: fault }]
  const props = { frame: office.frame, name: office.name, union, asked, faults, done: doneOf(c) }
  return page(c, <ConfirmPage {...props} />, faults.length > 0 ? 422 : 200)
}

/** Of those who can answer, whoever may not. */
async function namesOf(deps: SigningOfficeDeps, { id }: Place, application: Application): Promise<string[]> {
  const people = await vouchersFor(deps.database.db, deps, id, application)
  const names = await deps.personNames(people)
  return people.flatMap((one) => names.get(one) ?? [])
}

async function submitConfirm(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { union } = await openUnion(c, deps)
  const fields = await readForm(c.req.raw)
  const proof = fieldText(fields, 'proof')
  const says = fieldText(fields, 'says') === 'no' ? 'no' : 'yes'
  if (!/^[0-9a-f-]{36}$/.test(proof)) throw notFound()
  const outcome = await confirmMember(deps, c.get('act'), union.id, { proof, says })
  if (outcome === 'gone') throw notFound()
  if (typeof outcome === 'object')
    return showConfirm(c, deps, c.get('translator').t(`signing.conflict.${outcome.conflict}`))
  return c.redirect(`${urls.pactConfirmations(union)}?done=${says === 'yes' ? 'confirmed' : 'answered'}`, 303)
}

interface Shown {
  readonly id?: string
  readonly fields?: FormFields
  readonly faults?: readonly FieldFault[]
}

const labels = {
  name: 'signing.elections.name',
  on: 'signing.elections.on',
  scope: 'signing.elections.scope',
  kinds: 'signing.elections.kinds',
} as const

async function showElections(c: OfficeContext, deps: SigningOfficeDeps, shown: Shown): Promise<Response> {
  const { office, union } = await openUnion(c, deps)
  const translator = c.get('translator')
  const { id = newId(), fields = new Map(), faults = [] } = shown
  const props: ElectionsPageProps = {
    ...{ frame: office.frame, name: office.name, union, id, fields, days: inviteAfterDays, done: doneOf(c) },
    elections: (await electionsOf(deps.database.db, union.id)).map((one) => ({
      ...{ id: one.id, name: one.name, scope: one.scope, kinds: one.kinds, on: longDate(translator, one.heldOn) },
      invited: one.invitedAt === null ? undefined : longDate(translator, dayAt(one.invitedAt)),
    })),
    faults: faults.map((fault) => {
      const label = Object.entries(labels).find(([field]) => field === fault.field)?.[1]
      return { field: fault.field, text: faultText(translator, fault, label ? translator.t(label) : '') }
    }),
  }
  return page(c, <ElectionsPage {...props} />, faults.length > 0 ? 422 : 200)
}

async function submitElection(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { office, union } = await openUnion(c, deps)
  const fields = await readForm(c.req.raw)
  const id = idIn(fields)
  const read = electionFrom(fields, { parse: deps.parseDate, today: office.today })
  if ('faults' in read) return showElections(c, deps, { id, fields, faults: read.faults })
  const election = { id, association: union.id, country: union.country, ...read.given }
  await addElection(deps, c.get('act'), election)
  return c.redirect(`${urls.pactElections(union)}?done=added`, 303)
}

async function submitRemove(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { union } = await openUnion(c, deps)
  const id = fieldText(await readForm(c.req.raw), 'election')
  // A second click finds it gone.
  if (/^[0-9a-f-]{36}$/.test(id)) await removeElection(deps, c.get('act'), union.id, id)
  return c.redirect(`${urls.pactElections(union)}?done=removed`, 303)
}
