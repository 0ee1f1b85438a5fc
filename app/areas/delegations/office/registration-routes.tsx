/** Host and secretariat keep when people are registered, and invite organisations that are no signatories. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import { meetingPattern, openHost } from '../../meetings/index.ts'
import { delegatesOf, readRegistration } from '../delegate-store.ts'
import type { DelegationsOfficeDeps } from '../deps.ts'
import { guestsOf } from '../guest-store.ts'
import { inviteGuest, uninviteGuest } from '../invite.ts'
import { RegistrationPage } from '../pages/registration-page.tsx'
import { guestFrom, type PersonFault, registrationFields, registrationFrom } from '../person-form.ts'
import { keepRegistration } from '../register-people.ts'
import { page, revisionIn } from './delegation-routes.tsx'
import type { OfficeContext } from './open-sender.ts'

export function registrationRoutes(deps: DelegationsOfficeDeps): Route<AppEnv>[] {
  const path = `${meetingPattern}/registration`
  const keep = { permission: 'delegations.keep' } as const
  return [
    { ...keep, method: 'GET', path, audit: 'delegations.registration', handle: (c) => show(c, deps, {}) },
    { ...keep, method: 'POST', path, audit: 'delegations.keep-registration', handle: (c) => submit(c, deps) },
    {
      ...{ ...keep, method: 'POST', path: `${path}/guests`, audit: 'delegations.invite' },
      handle: (c) => submitGuest(c, deps),
    },
    {
      ...{ ...keep, method: 'POST', path: `${path}/guests/remove`, audit: 'delegations.uninvite' },
      handle: (c) => submitRemove(c, deps),
    },
  ]
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly PersonFault[]
  readonly changed?: boolean
  /** What was typed about an organisation. */
  readonly guest?: { readonly id: string; readonly fields: FormFields; readonly faults: readonly PersonFault[] }
}

const doneNotices = ['saved', 'invited', 'uninvited'] as const

async function show(c: OfficeContext, deps: DelegationsOfficeDeps, shown: Shown): Promise<Response> {
  const opened = await openHost(c, deps)
  const { db } = deps.database
  const current = await readRegistration(db, opened.meeting.id)
  const all = await delegatesOf(db, opened.meeting.id)
  const { fields = registrationFields(current), faults = [], changed = false } = shown
  const { guest = { id: newId(), fields: new Map(), faults: [] } } = shown
  const revision = shown.fields && !changed ? revisionIn(shown.fields) : current.revision
  const props = {
    ...{ opened, fields, faults, changed, revision, guest },
    done: doneNotices.find((one) => one === c.req.query('done')),
    guests: (await guestsOf(db, opened.meeting.id)).map(({ id, name, kind }) => ({
      ...{ id, name, kind },
      people: all.filter(({ sender }) => sender.id === id).length,
    })),
    delegations: new Set(all.map(({ sender }) => sender.id)).size,
    coming: all.filter(({ hasPlace }) => hasPlace).length,
    waiting: all.filter(({ hasPlace }) => !hasPlace).length,
  }
  return page(c, <RegistrationPage {...props} />, changed ? 409 : faults.length + guest.faults.length > 0 ? 422 : 200)
}

async function submit(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const { town, meeting, of } = await openHost(c, deps)
  const fields = await readForm(c.req.raw)
  const read = registrationFrom(fields, of.translator.tag)
  if ('faults' in read) return show(c, deps, { fields, faults: read.faults })
  const saved = await keepRegistration(deps, c.get('act'), meeting, { ...read, seen: revisionIn(fields) })
  if (saved === 'conflict') return show(c, deps, { fields, changed: true })
  return c.redirect(`${urls.hostRegistration(town, meeting.year)}?done=saved`, 303)
}

async function submitGuest(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const { town, meeting, of } = await openHost(c, deps)
  const fields = await readForm(c.req.raw)
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  const id = given.success ? given.data : newId()
  const read = guestFrom(fields, of.translator.tag)
  if ('faults' in read) return show(c, deps, { guest: { id, fields, faults: read.faults } })
  const { language } = of.translator
  await inviteGuest(deps, c.get('act'), meeting, { id, language, ...read.guest })
  return c.redirect(`${urls.hostRegistration(town, meeting.year)}?done=invited`, 303)
}

async function submitRemove(c: OfficeContext, deps: DelegationsOfficeDeps): Promise<Response> {
  const { town, meeting } = await openHost(c, deps)
  const id = z.uuid().safeParse(fieldText(await readForm(c.req.raw), 'guest'))
  if (id.success) await uninviteGuest(deps, c.get('act'), meeting, id.data)
  return c.redirect(`${urls.hostRegistration(town, meeting.year)}?done=uninvited`, 303)
}
