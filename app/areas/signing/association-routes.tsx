/** An association confirms the offices of its members. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { applicantOf } from './applicants.ts'
import { type Application, readApplication } from './application-store.ts'
import { dayAt, type Place, type SigningOfficeDeps } from './deps.ts'
import { bases, doneOf, type Office, type OfficeContext, openOffice, page } from './office-request.ts'
import { ConfirmPage } from './pages/confirm-page.tsx'
import { proofsToConfirm } from './proof/proof-store.ts'
import { confirmMember } from './proof/prove.ts'
import { conflictOfVoucher, vouchersFor } from './proof/vouching.ts'

export function associationPactRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  const [, { path }] = bases
  const confirm = { path: `${path}/confirm`, permission: 'signing.confirm' } as const
  return [
    { method: 'GET', ...confirm, audit: 'signing.confirm-page', handle: (c) => showConfirm(c, deps) },
    { method: 'POST', fresh: true, ...confirm, audit: 'signing.confirm', handle: (c) => submitConfirm(c, deps) },
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
