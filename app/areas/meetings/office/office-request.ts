/** What every handler about meetings in the office starts with: which meeting, whose office, what was just done. */
import type { Context } from 'hono'
import { z } from 'zod'
import { type AppEnv, authorityOf } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../../platform/http/form.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { newId } from '../../../platform/ids.ts'
import type { JSX } from '../../../ui/jsx-runtime.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { officeSections } from '../../../ui/layout/office-sections.ts'
import { townSections } from '../../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../../urls.ts'
import { type MeetingsOfficeDeps, nameOf, type PlanTown } from '../deps.ts'
import type { Fault } from '../meeting-form.ts'
import type { Meeting } from '../meeting-rules.ts'
import { meetingOfYear } from '../meeting-store.ts'
import type { DeskField, DeskFrame } from '../pages/desk-page.tsx'

export type OfficeContext = Context<AppEnv>

const yearPattern = '/:year{2[0-9]{3}}'
export const instanceBase = '/office/meetings'
export const instanceOne = `${instanceBase}${yearPattern}`
export const townBase = `/office${patterns.cc}${patterns.slug}/meetings`
export const townOne = `${townBase}${yearPattern}`

export interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly Fault[]
  /** In words, where it is no fault of a field. */
  readonly refused?: string | undefined
  readonly changed?: boolean
}

/** @throws RequestFault not-found for a year of which nothing is kept. */
export async function meetingAsked(c: OfficeContext, { database }: MeetingsOfficeDeps): Promise<Meeting> {
  const found = await meetingOfYear(database.db, Number(c.req.param('year')))
  if (!found) throw notFound()
  return found
}

export function instanceFrame(
  c: OfficeContext,
  { instanceName }: MeetingsOfficeDeps,
  back?: { readonly href: string; readonly text: string },
): DeskFrame {
  const of = c.get('frame')
  return { of, workplace: { name: instanceName, items: officeSections(of, undefined, 'meetings') }, back }
}

/** @throws RequestFault not-found when the town is gone. */
export async function openTown(
  c: OfficeContext,
  deps: MeetingsOfficeDeps,
): Promise<{ town: PlanTown; frame: DeskFrame }> {
  const [town] = await deps.readTowns(deps.database.db, [authorityOf(c).id])
  if (!town) throw notFound()
  const of = c.get('frame')
  const { t } = of.translator
  const workplace = { name: nameOf(town, of.translator), items: townSections(of, town, 'meetings') }
  return { town, frame: { of, workplace, back: { href: urls.townMeetings(town), text: t('meeting.title') } } }
}

export function page(c: OfficeContext, node: JSX.Element, { faults = [], refused, changed }: Shown = {}): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), changed ? 409 : faults.length > 0 || refused !== undefined ? 422 : 200)
}

export const idIn = (fields: FormFields, name = 'id'): string => {
  const given = z.uuid().safeParse(fieldText(fields, name))
  return given.success ? given.data : newId()
}

export const revisionIn = (fields: FormFields): number =>
  Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)

/** What a form was made from: of one that was refused what it said, unless it shows what has changed meanwhile. */
export const seenOf = ({ fields, changed }: Shown, current: number): string =>
  `${fields && changed !== true ? revisionIn(fields) : current}`

/** What was just done, told once. */
const doneNotices = [
  ...(['kept', 'entered', 'refused', 'asked', 'handed-in', 'withdrawn', 'given'] as const),
  ...(['offered', 'reopened', 'chosen', 'declared', 'said-no'] as const),
] as const

export function doneOf(c: OfficeContext, { t }: Translator): string | undefined {
  const done = doneNotices.find((one) => one === c.req.query('done'))
  return done && t(`meeting.done.${done}`)
}

export const told = ({ t }: Translator, faults: readonly Fault[] = []) =>
  faults.map(({ field, code }) => ({ field, text: t(`meeting.error.${code}`) }))

/** Makes a field with what was typed, or with what is kept. */
export const fieldMaker =
  (fields: FormFields | undefined, kept: Readonly<Record<string, string>>) =>
  (
    name: string,
    label: string,
    kind: DeskField['kind'],
    more: Pick<DeskField, 'hint' | 'options'> = {},
  ): DeskField => ({
    ...{ name, label, kind, ...more },
    value: fields ? (fields.get(name)?.[0] ?? '') : (kept[name] ?? ''),
  })
