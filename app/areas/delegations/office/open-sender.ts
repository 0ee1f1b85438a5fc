/** What handlers start with that show a delegation: whose it is, of which meeting. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf, type OfficeFor } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { officeSections } from '../../../ui/layout/office-sections.ts'
import { patterns } from '../../../urls.ts'
import { type Meeting, meetingOfYear, meetingPattern, openMeeting } from '../../meetings/index.ts'
import type { DelegationsOfficeDeps } from '../deps.ts'
import { readGuest } from '../guest-store.ts'
import type { Sender } from '../schema.ts'
import { readSender, type SenderFacts } from '../senders.ts'

export type OfficeContext = Context<AppEnv>

const yearPattern = '/:year{20[0-9]{2}}'

/** Where each kind of office has its delegation, and who may come there. */
export const delegationBases = [
  { path: `${meetingPattern}/delegation`, permission: 'delegations.register' },
  {
    path: `/office/associations${patterns.cc}${patterns.association}/meetings${yearPattern}/delegation`,
    permission: 'delegations.register',
  },
  {
    path: `/office/meetings${yearPattern}/guests/:guest{[0-9a-f-]{36}}/delegation`,
    permission: 'delegations.register-own',
  },
] as const

export interface OpenDelegation {
  readonly of: OfficeFor
  readonly meeting: Meeting
  readonly from: SenderFacts
  /** As the reader's language has it. */
  readonly name: string
  readonly workplace: OfficeFrameProps['workplace']
  /** Others may take out whom they have registered, and send nobody. */
  readonly invited: boolean
}

/** @throws RequestFault not-found where there is no such meeting, or nobody of that name may come. */
export async function openSender(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<OpenDelegation> {
  const { db } = deps.database
  const [subject, of] = [c.get('subject'), c.get('frame')]
  if (subject.kind === 'authority') {
    const { meeting, workplace, townName } = await openMeeting(c, deps)
    const { id } = authorityOf(c)
    const from = await found(deps, { kind: 'authority', id })
    return { of, meeting, from, name: townName, workplace, invited: await deps.hasSigned(db, id) }
  }
  const meeting = await meetingOfYear(db, Number(c.req.param('year')))
  if (!meeting) throw notFound()
  if (subject.kind === 'association') {
    const [union] = await deps.readAssociations(db, [subject.id])
    const from = await found(deps, { kind: 'association', id: subject.id })
    const name = from.name(of.translator)
    return { of, meeting, from, name, workplace: { name, items: officeSections(of, union, 'meetings') }, invited: true }
  }
  const guest = await readGuest(db, c.req.param('guest') ?? '')
  if (guest?.meeting !== meeting.id || guest.contact !== c.get('actor').id) throw notFound()
  const from = await found(deps, { kind: 'guest', id: guest.id })
  return { of, meeting, from, name: guest.name, workplace: undefined, invited: true }
}

async function found(deps: DelegationsOfficeDeps, sender: Sender): Promise<SenderFacts> {
  const from = await readSender(deps, deps.database.db, sender)
  if (!from) throw notFound()
  return from
}
