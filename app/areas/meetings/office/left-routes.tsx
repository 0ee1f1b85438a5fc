/** What a host leaves: written by the host, or by the secretariat. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import { typedFields } from '../../plans/index.ts'
import type { MeetingsOfficeDeps, PlanTown } from '../deps.ts'
import { leave, takeOutLeft } from '../leave.ts'
import { leftKinds, readLeft } from '../left-store.ts'
import { reading } from '../meeting-form.ts'
import type { Meeting } from '../meeting-rules.ts'
import { type DeskFrame, DeskPage, type DeskPart } from '../pages/desk-page.tsx'
import { titleText } from '../present-meeting.ts'
import { backTo } from './call-routes.tsx'
import {
  doneOf,
  fieldMaker,
  idIn,
  instanceOne,
  meetingAsked,
  type OfficeContext,
  openTown,
  page,
  type Shown,
  told,
  townOne,
} from './office-request.ts'

interface Place {
  readonly meeting: Meeting
  readonly frame: DeskFrame
  /** Undefined: the secretariat. */
  readonly town: PlanTown | undefined
  readonly path: string
  readonly removePath: string
}
type Open = (c: OfficeContext, deps: MeetingsOfficeDeps) => Promise<Place>

export function leftRoutes(deps: MeetingsOfficeDeps): Route<AppEnv>[] {
  return [
    ...routesAt(deps, ofInstance, { base: instanceOne, permission: 'meetings.keep', name: '' }),
    ...routesAt(deps, ofTown, { base: townOne, permission: 'meetings.bid', name: 'town-' }),
  ]
}

function routesAt(
  deps: MeetingsOfficeDeps,
  open: Open,
  at: { readonly base: string; readonly permission: 'meetings.keep' | 'meetings.bid'; readonly name: '' | 'town-' },
): Route<AppEnv>[] {
  const [path, { permission, name }] = [`${at.base}/left`, at]
  return [
    {
      ...{ method: 'GET', permission, path, audit: `meetings.${name}show-left` },
      handle: async (c) => show(c, deps, await open(c, deps), {}),
    },
    {
      ...{ method: 'POST', permission, path, audit: `meetings.${name}leave` },
      handle: async (c) => submit(c, deps, await open(c, deps)),
    },
    {
      ...{ method: 'POST', permission, path: `${path}/remove`, audit: `meetings.${name}take-out` },
      handle: async (c) => remove(c, deps, await open(c, deps)),
    },
  ]
}

const ofInstance: Open = async (c, deps) => {
  const meeting = await meetingAsked(c, deps)
  const { year } = meeting
  const paths = { path: urls.officeLeft(year), removePath: urls.officeLeftRemove(year) }
  return { meeting, frame: backTo(c, deps, meeting), town: undefined, ...paths }
}

const ofTown: Open = async (c, deps) => {
  const { town, frame } = await openTown(c, deps)
  const meeting = await meetingAsked(c, deps)
  if (meeting.host !== town.id) throw notFound()
  const { year } = meeting
  return { meeting, frame, town, path: urls.townLeft(town, year), removePath: urls.townLeftRemove(town, year) }
}

async function show(c: OfficeContext, deps: MeetingsOfficeDeps, place: Place, shown: Shown): Promise<Response> {
  const translator = c.get('translator')
  const { t, language } = translator
  const { meeting, frame, town, path, removePath } = place
  const left = await readLeft(deps.database.db, meeting.id)
  const field = fieldMaker(shown.fields, { language, kind: 'programme' })
  const kinds = leftKinds.map((one) => ({ value: one, text: t(`meeting.left.kind.${one}`) }))
  const languages = deps.languages.list.map(({ code, autonym }) => ({ value: code, text: autonym }))
  const form = {
    ...{ action: path, submit: t('meeting.left.add'), title: t('meeting.left.new') },
    hidden: { id: shown.fields ? idIn(shown.fields) : newId() },
    fields: [
      field('kind', t('meeting.left.kind'), 'select', { options: kinds }),
      field('title', t('meeting.left.name'), 'line'),
      field('text', t('meeting.left.text'), 'text'),
      field('link', t('meeting.left.link'), 'line'),
      field('language', t('meeting.left.language'), 'select', { options: languages }),
    ],
  }
  const parts: DeskPart[] = [
    { paragraphs: [t('meeting.left.about')] },
    ...left.map((one) => ({
      ...{ title: one.title, paragraphs: [t(`meeting.left.kind.${one.kind}`), one.text].filter((text) => text !== '') },
      form:
        town && one.authority !== town.id
          ? undefined
          : { action: removePath, hidden: { id: one.id }, fields: [], submit: t('meeting.left.remove'), warning: true },
    })),
    { form },
  ]
  const props = { frame, title: t('meeting.page.left'), caption: titleText(translator, meeting), parts }
  return page(c, <DeskPage {...props} faults={told(translator, shown.faults)} done={doneOf(c, translator)} />, shown)
}

async function submit(c: OfficeContext, deps: MeetingsOfficeDeps, place: Place): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const typed = typedFields(fields, reading)
  const kind = typed.choice('kind', leftKinds)
  const [title, text, link] = [typed.line('title', 'needed'), typed.text('text'), typed.web('link')]
  const language = typed.line('language')
  if (!deps.languages.byCode(language)) typed.refuse('language', 'choose')
  if (typed.faults.length > 0 || !kind) return show(c, deps, place, { fields, faults: typed.faults })
  const authority = place.town?.id ?? null
  await leave(deps, c.get('act'), place.meeting, { id: idIn(fields), kind, title, text, link, language, authority })
  return c.redirect(`${place.path}?done=kept`, 303)
}

async function remove(c: OfficeContext, deps: MeetingsOfficeDeps, place: Place): Promise<Response> {
  const id = fieldText(await readForm(c.req.raw), 'id')
  if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound()
  await takeOutLeft(deps, c.get('act'), place.meeting, { id, authority: place.town?.id })
  return c.redirect(`${place.path}?done=kept`, 303)
}
