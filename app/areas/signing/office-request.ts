/** What every handler of the three offices starts with: whose office it is, and which application. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import { newId } from '../../platform/ids.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../urls.ts'
import { type Application, type Owner, readApplication } from './application-store.ts'
import { type Body, dayAt, nameOf, type Place, type SigningOfficeDeps } from './deps.ts'
import type { PersonsAct } from './desk/decide.ts'
import { isOwn } from './journey-rules.ts'
import type { PactFrame } from './pages/pact-frame.tsx'

export type OfficeContext = Context<AppEnv>

/** Of a town, of an association, and of whoever has no office here; with the permission that each asks for. */
export const bases = [
  { path: `/office${patterns.cc}${patterns.slug}/pact`, permission: 'signing.apply' },
  { path: `/office/associations${patterns.cc}${patterns.association}/pact`, permission: 'signing.apply' },
  { path: urls.applyPact(), permission: 'signing.apply-own' },
] as const

export interface Office {
  readonly base: string
  readonly owner: Owner
  readonly body: Body | undefined
  readonly association: Place | undefined
  /** Empty for whoever has no office. */
  readonly name: string
  readonly frame: PactFrame
  /** `YYYY-MM-DD`, at the place. */
  readonly today: string
}

/** @throws RequestFault not-found when the town or association is gone. */
export async function openOffice(c: OfficeContext, deps: SigningOfficeDeps): Promise<Office> {
  const [subject, of, translator] = [c.get('subject'), c.get('frame'), c.get('translator')]
  const { db } = deps.database
  const now = deps.clock.now()
  if (subject.kind === 'authority') {
    const [body] = await deps.readBodies(db, [subject.id])
    if (!body) throw notFound()
    const [base, name] = [urls.townPact(body), nameOf(body, translator)]
    const workplace = { name, items: townSections(of, body, 'pact') }
    const today = dayAt(now, body.timeZone).toString()
    return {
      base,
      name,
      owner: { authority: body.id },
      body,
      association: undefined,
      today,
      frame: { of, base, workplace },
    }
  }
  const today = dayAt(now).toString()
  if (subject.kind === 'association') {
    const [union] = await deps.readAssociations(db, [subject.id])
    if (!union) throw notFound()
    const [base, name] = [urls.associationPact(union), nameOf(union, translator)]
    const workplace = { name, items: officeSections(of, union, 'pact') }
    return {
      base,
      name,
      owner: { association: union.id },
      body: undefined,
      association: union,
      today,
      frame: { of, base, workplace },
    }
  }
  const base = urls.applyPact()
  const owner = { person: c.get('actor').id }
  return {
    base,
    name: '',
    owner,
    body: undefined,
    association: undefined,
    today,
    frame: { of, base, workplace: undefined },
  }
}

function isOf({ authority, association, begunBy, kind }: Application, owner: Owner): boolean {
  if ('authority' in owner) return authority === owner.authority
  if ('association' in owner) return association === owner.association
  return isOwn({ kind }) && begunBy === owner.person
}

/** The application of the address. @throws RequestFault not-found where it is none of this office. */
export async function applicationOfAddress(
  c: OfficeContext,
  deps: SigningOfficeDeps,
  { owner }: Pick<Office, 'owner'>,
): Promise<Application> {
  const application = await readApplication(deps.database.db, c.req.param('id') ?? '')
  if (!application || !isOf(application, owner)) throw notFound()
  return application
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const idIn = (fields: FormFields): string => {
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  return given.success ? given.data : newId()
}

export const revisionIn = (fields: FormFields): number =>
  Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)

export const personsAct = (c: OfficeContext): PersonsAct => ({ ...c.get('act'), person: c.get('actor') })

/** What was just done, told once. */
export const doneNotices = [
  ...(['submitted', 'ready', 'taken-back', 'discarded', 'invited', 'uninvited', 'declined'] as const),
  ...(['mailed', 'asked', 'letter', 'proved', 'sent', 'withdrawn', 'asked-body'] as const),
  ...(['confirmed', 'added', 'removed', 'agreed', 'signed', 'returned', 'domain', 'answered'] as const),
  ...(['corrected', 'erased', 'entered', 'withdrawal', 'dropped'] as const),
] as const
export type DoneNotice = (typeof doneNotices)[number]

export const doneOf = (c: OfficeContext): DoneNotice | undefined =>
  doneNotices.find((one) => one === c.req.query('done'))

/** A PDF to keep, never to be shown in a page of ours. */
export function attachment(c: OfficeContext, bytes: Uint8Array, name: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}
