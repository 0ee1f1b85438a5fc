/** What every handler of practices in the office starts with: whose office it is, and which practice. */
import type { Context } from 'hono'
import { z } from 'zod'
import { type AppEnv, authorityOf, type OfficeFor } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import { newId } from '../../platform/ids.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import type { OfficeFrameProps } from '../../ui/layout/office-frame.tsx'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../urls.ts'
import { nameIn, type PracticesOfficeDeps, type Town } from './deps.ts'
import { type Practice, readPractice } from './practice-store.ts'
import type { Office } from './translation-rules.ts'

export type OfficeContext = Context<AppEnv>

export const townBase = `/office${patterns.cc}${patterns.slug}/practices`
export const unionBase = `/office/associations${patterns.cc}${patterns.association}/practices`
export const instanceBase = urls.instancePractices()

/** What every page has around it. */
export interface PracticesFrame {
  readonly of: OfficeFor
  /** Address of the practices of this office. */
  readonly practices: string
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

export interface Opened {
  readonly office: Office
  /** Undefined: an association, or the secretariat. */
  readonly town: Town | undefined
  readonly frame: PracticesFrame
}

/** The office of the address: of a town, of an association, of the instance. @throws RequestFault where it is gone. */
export async function openOffice(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Opened> {
  const [subject, of] = [c.get('subject'), c.get('frame')]
  if (subject.kind === 'authority') {
    const { town, frame } = await openTown(c, deps)
    return { office: { authority: town.id, association: null }, town, frame }
  }
  if (subject.kind !== 'association') {
    return { office: { authority: null, association: null }, town: undefined, frame: instanceFrame(c, deps) }
  }
  const [union] = await deps.readAssociations(deps.database.db, [subject.id])
  if (!union) throw notFound()
  const workplace = { name: nameIn(of.translator, union), items: officeSections(of, union, 'practices') }
  return {
    office: { authority: null, association: union.id },
    town: undefined,
    frame: { of, practices: urls.associationPractices(union), workplace },
  }
}

export async function openTown(
  c: OfficeContext,
  deps: PracticesOfficeDeps,
): Promise<{ readonly town: Town; readonly frame: PracticesFrame }> {
  const of = c.get('frame')
  const [town] = await deps.readTowns(deps.database.db, [authorityOf(c).id])
  if (!town) throw notFound()
  const workplace = { name: nameIn(of.translator, town), items: townSections(of, town, 'practices') }
  return { town, frame: { of, practices: urls.townPractices(town), workplace } }
}

export function instanceFrame(c: OfficeContext, deps: PracticesOfficeDeps): PracticesFrame {
  const of = c.get('frame')
  const workplace = { name: deps.instanceName, items: officeSections(of, undefined, 'practices') }
  return { of, practices: urls.instancePractices(), workplace }
}

const idOf = (c: OfficeContext): string => c.req.param('id') ?? ''

/** A town's own. @throws RequestFault not-found for those of others and for what has ended. */
export async function ownPractice(c: OfficeContext, deps: PracticesOfficeDeps, town: Town): Promise<Practice> {
  const practice = await readPractice(deps.database.db, idOf(c))
  if (practice?.authority !== town.id || practice.state === 'withdrawn') throw notFound()
  return practice
}

/** One that is public. @throws RequestFault not-found where it is not, or not any longer. */
export async function publicPractice(
  c: OfficeContext,
  deps: PracticesOfficeDeps,
): Promise<Practice & { readonly version: number }> {
  const practice = await readPractice(deps.database.db, idOf(c))
  if (!practice?.isPublic || practice.version === null) throw notFound()
  return { ...practice, version: practice.version }
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const statusOf = ({ faults, changed }: { faults: readonly unknown[]; changed: boolean }): 200 | 409 | 422 =>
  changed ? 409 : faults.length > 0 ? 422 : 200

export const idIn = (fields: FormFields): string => {
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  return given.success ? given.data : newId()
}

export const numberIn = (fields: FormFields, name: string): number =>
  Number(/^\d{1,9}$/.exec(fieldText(fields, name))?.[0] ?? 0)

export const doneNotices = [
  ...(['begun', 'saved', 'submitted', 'withdrawn', 'decided', 'translated', 'removed'] as const),
  ...(['used', 'ended', 'written', 'collected'] as const),
] as const
export type DoneNotice = (typeof doneNotices)[number]

export const doneOf = (c: OfficeContext): DoneNotice | undefined =>
  doneNotices.find((one) => one === c.req.query('done'))
