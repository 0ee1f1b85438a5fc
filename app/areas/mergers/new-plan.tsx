/** A list is handed in through the browser: its files are brought, its columns are decided on the next page. */
import { z } from 'zod'
import { newId } from '../../platform/ids.ts'
import { longMoment } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { type BringFault, bringList, type SentFile } from './bring-list.ts'
import type { MergersOfficeDeps } from './deps.ts'
import { NewPlanPage } from './pages/new-plan-page.tsx'
import { doneOf, type OfficeContext, openRequest, page } from './plan-request.ts'
import { openPlan } from './plan-store.ts'
import { waitingUpload } from './upload-store.ts'

type Fault = { readonly field: 'list'; readonly code: 'missing' } | BringFault

interface Again {
  readonly id: string
  readonly fault: Fault
}

export async function showNewPlan(c: OfficeContext, deps: MergersOfficeDeps, again?: Again): Promise<Response> {
  const { frame, country } = openRequest(c)
  const translator = c.get('translator')
  const waiting = await waitingUpload(deps.database.db, country)
  const timeZone = deps.countries.byIso(country)?.timeZone ?? 'UTC'
  return page(
    c,
    <NewPlanPage
      frame={frame}
      id={again?.id ?? newId()}
      waiting={
        waiting && {
          name: waiting.list.name || translator.t('mergers.new.unnamed'),
          at: longMoment(translator, waiting.uploadedAt, timeZone),
          stands: !waiting.decided ? 'asked' : waiting.refused ? 'refused' : 'compared',
        }
      }
      fault={again && { field: again.fault.field, text: translator.t(`mergers.new.fault.${again.fault.code}`) }}
      done={again ? undefined : doneOf(c)}
    />,
    again ? 422 : 200,
  )
}

interface Sent {
  readonly id: string
  readonly list: SentFile | undefined
  readonly movements: SentFile | undefined
}

async function sentBy(c: OfficeContext): Promise<Sent> {
  const body = await c.req.raw.formData()
  const file = async (field: string): Promise<SentFile | undefined> => {
    const value = body.get(field)
    if (value === null) return undefined
    if (typeof value === 'string') {
      return value.trim() === '' ? undefined : { name: '', content: new TextEncoder().encode(value) }
    }
    if (value.size === 0) return undefined
    return { name: value.name.split(/[/\\]/).at(-1) ?? '', content: new Uint8Array(await value.arrayBuffer()) }
  }
  const id = z.uuid().safeParse(body.get('id'))
  return { id: id.success ? id.data : newId(), list: await file('list'), movements: await file('movements') }
}

export async function newPlan(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { country } = openRequest(c)
  const { id, list, movements } = await sentBy(c)
  // Two lists never argue: the open plan comes first.
  if (await openPlan(deps.database.db, country)) return c.redirect(urls.officePlan(country), 303)
  if (!list) return showNewPlan(c, deps, { id, fault: { field: 'list', code: 'missing' } })
  const given = { id, country, list, ...(movements ? { movements } : {}) }
  const fault = await bringList(deps, c.get('act'), given)
  if (fault) return showNewPlan(c, deps, { id, fault })
  return c.redirect(urls.officePlanAct(country, 'columns'), 303)
}
