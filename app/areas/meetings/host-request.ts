/** What handlers of a meeting's pages in the office of a town start with. */
import type { Context } from 'hono'
import type { Db } from '../../platform/db/tables.ts'
import { type AppEnv, authorityOf, type OfficeFor } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { holds, keepsCountry } from '../../platform/session/held-roles.ts'
import type { OfficeFrameProps } from '../../ui/layout/office-frame.tsx'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns } from '../../urls.ts'
import type { Meeting } from './meeting-rules.ts'
import { meetingOfYear } from './meeting-store.ts'

/** A town as these pages need it. */
export interface MeetingTown {
  readonly id: string
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

interface Deps<Town extends MeetingTown> {
  readonly database: { readonly db: Db }
  readonly instanceName: string
  readTowns(db: Db, ids: readonly string[]): Promise<readonly Town[]>
}

export interface OpenMeeting<Town extends MeetingTown> {
  readonly town: Town
  readonly meeting: Meeting
  readonly of: OfficeFor
  /** As the town calls itself in the reader's language. */
  readonly townName: string
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

/** Below the office of a town. */
export const meetingPattern = `/office${patterns.cc}${patterns.slug}/meetings/:year{20[0-9]{2}}`

/** Of any town. @throws RequestFault not-found where there is no such meeting. */
export async function openMeeting<Town extends MeetingTown>(
  c: Context<AppEnv>,
  { database: { db }, readTowns, instanceName }: Deps<Town>,
): Promise<OpenMeeting<Town>> {
  const [town] = await readTowns(db, [authorityOf(c).id])
  const meeting = await meetingOfYear(db, Number(c.req.param('year')))
  if (!town || !meeting) throw notFound()
  const of = c.get('frame')
  const townName = town.names[of.translator.language] ?? town.name
  const [actor, subject] = [c.get('actor'), authorityOf(c)]
  const works = holds(actor, subject, ['officer', 'approver']) || keepsCountry(actor, subject)
  // The secretariat is not shown the way to what is the town's alone.
  const workplace = works
    ? { name: townName, items: townSections(of, town, 'meetings') }
    : { name: instanceName, items: officeSections(of, undefined, 'meetings') }
  return { town, meeting, of, townName, workplace }
}

/** Of the town that receives the others. @throws RequestFault not-found where it is another. */
export async function openHost<Town extends MeetingTown>(
  c: Context<AppEnv>,
  deps: Deps<Town>,
): Promise<OpenMeeting<Town>> {
  const opened = await openMeeting(c, deps)
  if (opened.meeting.host !== opened.town.id) throw notFound()
  return opened
}
