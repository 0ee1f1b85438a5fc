/** What every handler of the office starts with: which meeting, whose office. */
import type { Context } from 'hono'
import { z } from 'zod'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import { newId } from '../../platform/ids.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { writtenIn } from '../../ui/written-in.ts'
import type { PartyPlace, TaskOffice } from '../../urls/conclusion-urls.ts'
import { patterns, urls } from '../../urls.ts'
import { type Meeting, meetingOfYear } from '../meetings/index.ts'
import {
  type Conclusion,
  type ConclusionSet,
  type Owner,
  type Party,
  readConclusion,
  readSet,
} from './conclusion-store.ts'
import { type ConclusionsOfficeDeps, type Named, nameIn } from './deps.ts'
import type { Reading } from './forms.ts'
import type { ConclusionFrame } from './pages/conclusion-frame.tsx'

export type OfficeContext = Context<AppEnv>

export const yearPattern = '/:year{20[0-9]{2}}'

export async function meetingAsked(c: OfficeContext, { database }: ConclusionsOfficeDeps): Promise<Meeting> {
  const meeting = await meetingOfYear(database.db, Number(c.req.param('year')))
  if (!meeting) throw notFound()
  return meeting
}

export interface OpenSet {
  readonly meeting: Meeting
  /** Undefined: nobody has begun one. */
  readonly set: ConclusionSet | undefined
}

export async function openSet(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<OpenSet> {
  const meeting = await meetingAsked(c, deps)
  return { meeting, set: await readSet(deps.database.db, meeting.id) }
}

/** The conclusion of the address. @throws RequestFault not-found where it is none of this meeting. */
export async function openConclusion(
  c: OfficeContext,
  deps: ConclusionsOfficeDeps,
): Promise<{ readonly meeting: Meeting; readonly set: ConclusionSet; readonly conclusion: Conclusion }> {
  const { meeting, set } = await openSet(c, deps)
  const conclusion = await readConclusion(deps.database.db, c.req.param('id') ?? '')
  if (!set || conclusion?.meeting !== meeting.id) throw notFound()
  return { meeting, set, conclusion }
}

export function instanceFrame(
  c: OfficeContext,
  { instanceName, languages }: ConclusionsOfficeDeps,
  back?: ConclusionFrame['back'],
): ConclusionFrame {
  const of = c.get('frame')
  const workplace = { name: instanceName, items: officeSections(of, undefined, 'meetings') }
  return { of, workplace, back, written: (code) => writtenIn(languages, code) }
}

interface OpenTown {
  readonly town: Named
  readonly frame: ConclusionFrame
}

/** @throws RequestFault not-found when the town is gone. */
async function openTown(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<OpenTown> {
  const [town] = await deps.readTowns(deps.database.db, [authorityOf(c).id])
  if (!town) throw notFound()
  const of = c.get('frame')
  const workplace = { name: nameIn(of.translator, town), items: townSections(of, town, 'meetings') }
  return { town, frame: { of, workplace, back: undefined, written: (code) => writtenIn(deps.languages, code) } }
}

export interface OpenOffice {
  readonly owner: Owner
  readonly office: TaskOffice
  readonly frame: ConclusionFrame
}

/** The office of the address: of a town, of an association, of the instance. */
export async function openOffice(
  c: OfficeContext,
  deps: ConclusionsOfficeDeps,
  section: 'conclusions' | 'meetings' = 'conclusions',
): Promise<OpenOffice> {
  const [subject, of] = [c.get('subject'), c.get('frame')]
  if (subject.kind === 'authority') {
    const { town, frame } = await openTown(c, deps)
    const owner = { kind: 'authority', authority: town.id, association: null } as const
    return { owner, office: { kind: 'authority', one: town }, frame }
  }
  if (subject.kind !== 'association') {
    const owner = { kind: 'secretariat', authority: null, association: null } as const
    return { owner, office: { kind: 'secretariat' }, frame: instanceFrame(c, deps) }
  }
  const [union] = await deps.readAssociations(deps.database.db, [subject.id])
  if (!union) throw notFound()
  const workplace = { name: nameIn(of.translator, union), items: officeSections(of, union, section) }
  return {
    owner: { kind: 'association', authority: null, association: union.id },
    office: { kind: 'association', one: union },
    frame: { of, workplace, back: undefined, written: (code) => writtenIn(deps.languages, code) },
  }
}

export interface OpenParty {
  readonly party: Party
  readonly place: PartyPlace
  readonly frame: ConclusionFrame
}

/** A town or an association that may have taken part. */
export async function openParty(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<OpenParty> {
  const { owner: party, office, frame } = await openOffice(c, deps, 'meetings')
  if (office.kind === 'secretariat') throw notFound()
  return { party, place: office.kind === 'association' ? { association: office.one } : office.one, frame }
}

/** Below the office of a town, and of an association. */
export const partyBases = [
  `/office${patterns.cc}${patterns.slug}/meetings${yearPattern}`,
  `/office/associations${patterns.cc}${patterns.association}/meetings${yearPattern}`,
] as const

export const readingOf = (c: OfficeContext, { givesPlaceAway, namesContact }: ConclusionsOfficeDeps): Reading => ({
  ...{ tag: c.get('translator').tag, givesPlaceAway, namesContact },
})

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const idIn = (fields: FormFields, name = 'id'): string => {
  const given = z.uuid().safeParse(fieldText(fields, name))
  return given.success ? given.data : newId()
}

export const revisionIn = (fields: FormFields): number =>
  Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)

/** What was just done, told once. */
export const doneNotices = [
  ...(['added', 'saved', 'removed', 'moved', 'adopted', 'decided', 'proposed', 'taken-back', 'told'] as const),
  ...(['agreed', 'declined', 'looked', 'asked'] as const),
] as const
export type DoneNotice = (typeof doneNotices)[number]

export const doneOf = (c: OfficeContext): DoneNotice | undefined =>
  doneNotices.find((one) => one === c.req.query('done'))

export const todayOf = ({ clock }: ConclusionsOfficeDeps): string =>
  clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString()

export const backTo = (c: OfficeContext, meeting: Meeting): ConclusionFrame['back'] => ({
  href: urls.officeConclusions(meeting.year),
  text: c.get('translator').t('conclusion.back.list'),
})
