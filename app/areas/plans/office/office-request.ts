/** What every handler of the office starts with: whose office it is, and which plan. */
import type { Context } from 'hono'
import { z } from 'zod'
import { type AppEnv, authorityOf } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../../platform/http/form.ts'
import { newId } from '../../../platform/ids.ts'
import type { JSX } from '../../../ui/jsx-runtime.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { townSections } from '../../../ui/layout/town-sections.ts'
import { writtenIn } from '../../../ui/written-in.ts'
import { patterns } from '../../../urls.ts'
import type { PersonsAct, PlanTown } from '../deps.ts'
import type { PlanFrame } from '../pages/plan-frame.tsx'
import { type Partner, type Plan, partnersOf, readPlan } from '../plan-store.ts'
import type { PlansOfficeDeps } from './office-deps.ts'

export type OfficeContext = Context<AppEnv>

export const base = `/office${patterns.cc}${patterns.slug}/plans`
export const onePath = `${base}${patterns.id}`

export interface Office {
  readonly town: PlanTown
  readonly name: string
  readonly frame: PlanFrame
  /** `YYYY-MM-DD`, at the place. */
  readonly today: string
}

export const nameIn = (c: OfficeContext, { name, names }: PlanTown): string =>
  names[c.get('translator').language] ?? name

/** @throws RequestFault not-found when the town is gone. */
export async function openOffice(c: OfficeContext, deps: PlansOfficeDeps): Promise<Office> {
  const [town] = await deps.readTowns(deps.database.db, [authorityOf(c).id])
  if (!town) throw notFound()
  const [of, name] = [c.get('frame'), nameIn(c, town)]
  const workplace: OfficeFrameProps['workplace'] = { name, items: townSections(of, town, 'plans') }
  const today = deps.clock.now().toZonedDateTimeISO(town.timeZone).toPlainDate().toString()
  return { town, name, frame: { of, town, workplace }, today }
}

export interface OpenPlan extends Office {
  readonly plan: Plan
  readonly partners: readonly Partner[]
  /** `lead`: began it. `partner`: carries it. `asked`: has not answered yet. */
  readonly as: 'lead' | 'partner' | 'asked'
}

/** The plan of the address. @throws RequestFault not-found where it is none of this office. */
export async function openPlan(c: OfficeContext, deps: PlansOfficeDeps): Promise<OpenPlan> {
  const office = await openOffice(c, deps)
  const { db } = deps.database
  const plan = await readPlan(db, c.req.param('id') ?? '')
  if (!plan) throw notFound()
  const partners = await partnersOf(db, plan.id)
  const own = partners.find(({ authority }) => authority === office.town.id)
  const as = plan.authority === office.town.id ? 'lead' : own && (own.agreedAt ? 'partner' : 'asked')
  if (!as) throw notFound()
  return { ...office, plan, partners, as }
}

/** The same where it may be written in. @throws RequestFault not-found for whoever is asked, but has not agreed. */
export async function openToWrite(c: OfficeContext, deps: PlansOfficeDeps): Promise<OpenPlan> {
  const open = await openPlan(c, deps)
  if (open.as === 'asked') throw notFound()
  return open
}

/** The same for what the office that began it decides alone. @throws RequestFault not-found for others. */
export async function openOwn(c: OfficeContext, deps: PlansOfficeDeps): Promise<OpenPlan> {
  const open = await openPlan(c, deps)
  if (open.as !== 'lead') throw notFound()
  return open
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const idIn = (fields: FormFields): string => {
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  return given.success ? given.data : newId()
}

export const numberIn = (fields: FormFields, name: 'revision' | 'stamp'): number =>
  Number(/^\d{1,9}$/.exec(fieldText(fields, name))?.[0] ?? 0)

export const personsAct = (c: OfficeContext): PersonsAct => ({ ...c.get('act'), person: c.get('actor') })

/** What was just done, told once. */
const doneNotices = [
  ...(['begun', 'saved', 'added', 'removed', 'published', 'asked', 'sent-back', 'taken-back'] as const),
  ...(['invited', 'uninvited', 'agreed', 'declined', 'discarded', 'redacted'] as const),
] as const
export type DoneNotice = (typeof doneNotices)[number]

export const doneOf = (c: OfficeContext): DoneNotice | undefined =>
  doneNotices.find((one) => one === c.req.query('done'))

/** How markup names a language. @param code as it is stored. */
export function languageIn({ languages }: Pick<PlansOfficeDeps, 'languages'>, code: string) {
  const { lang, dir } = writtenIn(languages, code)
  return { tag: lang, dir }
}
