/** The host receives them: lists, needs, children, papers. */
import { stringify } from 'csv-stringify/sync'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound, RequestFault } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { type PdfDocument, PdfFault } from '../../../platform/pdf/pdf.ts'
import { patterns } from '../../../urls.ts'
import { workbookOf } from '../../checklist/index.ts'
import { meetingPattern, type OpenMeeting, openHost } from '../../meetings/index.ts'
import { delegatesOf } from '../delegate-store.ts'
import type { DelegationsOfficeDeps, Town } from '../deps.ts'
import { ChildrenPage, NeedsPage, ParticipantsPage } from '../pages/participants-page.tsx'
import { badgesDocument, invitationLetter } from '../papers.ts'
import {
  adultsOf,
  childrenOf,
  type Listed,
  listRows,
  needCounts,
  needsTalk,
  needsText,
  type Whose,
} from '../present-people.ts'
import type { Delegate, Sender } from '../schema.ts'
import { readSender } from '../senders.ts'
import { page } from './delegation-routes.tsx'
import type { OfficeContext } from './open-sender.ts'

const base = `${meetingPattern}/participants`

export function hostRoutes(deps: DelegationsOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'delegations.receive' } as const
  const file = (c: OfficeContext, format: 'csv' | 'xlsx') => sendList(c, deps, format)
  return [
    { ...get, path: base, audit: 'delegations.participants', handle: (c) => showParticipants(c, deps) },
    { ...get, path: `${base}.csv`, audit: 'delegations.list-csv', handle: (c) => file(c, 'csv') },
    { ...get, path: `${base}.xlsx`, audit: 'delegations.list-xlsx', handle: (c) => file(c, 'xlsx') },
    { ...get, path: `${base}/badges.pdf`, audit: 'delegations.badges', handle: (c) => sendBadges(c, deps) },
    { ...get, path: `${base}/needs`, audit: 'delegations.needs', handle: (c) => showNeeds(c, deps) },
    { ...get, path: `${base}/safeguarding`, audit: 'delegations.safeguarding', handle: (c) => showChildren(c, deps) },
    {
      ...get,
      path: `${base}${patterns.id}/letter.pdf`,
      audit: 'delegations.letter',
      handle: (c) => sendLetter(c, deps),
    },
  ]
}

interface Received {
  readonly opened: OpenMeeting<Town>
  readonly all: readonly Delegate[]
  readonly named: (sender: Sender) => Whose
}

/** @throws RequestFault not-found where the town is not the host. */
async function receive(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Received> {
  const opened = await openHost(c, deps)
  const { translator } = opened.of
  const { db } = deps.database
  const all = await delegatesOf(db, opened.meeting.id)
  const whose = new Map<string, Whose>()
  for (const sender of new Map(all.map((one) => [one.sender.id, one.sender])).values()) {
    const from = await readSender(deps, db, sender)
    const country = from?.country ? deps.countryName(from.country, translator.tag) : ''
    whose.set(sender.id, { town: from ? from.name(translator) : '', country })
  }
  const named = ({ id }: Sender): Whose => whose.get(id) ?? { town: '', country: '' }
  return { opened, all, named }
}

async function showParticipants(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const { opened, all, named } = await receive(c, deps)
  const children = all.filter(({ child }) => child).length
  const props = { opened, adults: adultsOf(all, named), counts: needCounts(opened.of.translator, all), children }
  return page(c, <ParticipantsPage {...props} />)
}

async function showNeeds(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const { opened, all, named } = await receive(c, deps)
  const rows = adultsOf(all, named).flatMap((one) => {
    const found = all.find(({ id }) => id === one.id)
    return found && needsTalk(found) ? [{ one, needs: needsText(opened.of.translator, found) }] : []
  })
  return page(c, <NeedsPage opened={opened} rows={rows} />)
}

async function showChildren(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const { opened, all, named } = await receive(c, deps)
  const children = childrenOf(all, named).map((one) => {
    const found = all.find(({ id }) => id === one.id)
    const adult = all.find(({ id }) => id === one.adult)?.name ?? ''
    return { one, adult, needs: found ? needsText(opened.of.translator, found) : '' }
  })
  return page(c, <ChildrenPage opened={opened} rows={children} />)
}

async function sendList(c: OfficeContext, deps: DelegationsOfficeDeps, format: 'csv' | 'xlsx'): Promise<Response> {
  const { opened, all, named } = await receive(c, deps)
  const { translator } = opened.of
  const rows = listRows(translator, adultsOf(all, named), deps.languagesText)
  const name = translator.t('delegation.participants')
  const body =
    format === 'xlsx'
      ? workbookOf(rows, { name, rightToLeft: translator.dir === 'rtl' })
      : // A cell that begins like a formula is text to whoever opens the file.
        stringify(rows, { escape_formulas: true, record_delimiter: 'windows', bom: true })
  const types = {
    csv: 'text/csv; charset=utf-8',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
  return c.body(body, 200, {
    ...{ 'content-type': types[format], 'cache-control': 'no-store' },
    'content-disposition': `attachment; filename="meeting-${opened.meeting.year}.${format}"`,
  })
}

async function sendPdf(c: OfficeContext, deps: DelegationsOfficeDeps, document: PdfDocument, name: string) {
  const bytes = await deps.pdf.render(document).catch((error: unknown) => {
    // Too many at once, or a machine too busy: it can be asked for again.
    throw error instanceof PdfFault ? new RequestFault('unavailable') : error
  })
  return c.body(bytes, 200, {
    ...{ 'content-type': 'application/pdf', 'cache-control': 'no-store' },
    'content-disposition': `attachment; filename="${name}.pdf"`,
  })
}

async function sendBadges(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const { opened, all, named } = await receive(c, deps)
  const { of, meeting } = opened
  return sendPdf(c, deps, badgesDocument(of.translator, meeting, adultsOf(all, named)), `badges-${meeting.year}`)
}

async function sendLetter(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const { opened, all, named } = await receive(c, deps)
  const { of, meeting, townName } = opened
  const person: Listed | undefined = adultsOf(all, named).find(({ id }) => id === c.req.param('id'))
  if (!person) throw notFound()
  const today = deps.clock.now().toZonedDateTimeISO(meeting.timeZone).toPlainDate()
  const letter = invitationLetter(of.translator, meeting, { person, host: townName, today })
  return sendPdf(c, deps, letter, `invitation-${meeting.year}`)
}
