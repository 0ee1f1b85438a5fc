/** The page that a mail of a changed contact leads to: whoever got the mail can put the old contact back. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import { longMoment, textIn } from '../office/wording.ts'
import { contactWords } from './contact-notices.ts'
import { UndoPage } from './pages/undo-page.tsx'
import type { TellDeps } from './tell-changes.ts'
import { type UndoView, undoChange, viewUndo } from './undo-change.ts'

const path = urls.contactChange(':secret{[A-Za-z0-9_-]{43}}')

export function undoRoutes(deps: TellDeps): Route<AppEnv>[] {
  const page = { path, permission: 'anyone' }
  return [
    { method: 'GET', ...page, audit: 'checklist.show-contact-change', handle: (c) => show(c, deps) },
    { method: 'POST', ...page, audit: 'checklist.undo-contact', handle: (c) => undo(c, deps) },
  ]
}

const secretOf = (c: Context<AppEnv>): string => c.req.param('secret') ?? ''

async function show(c: Context<AppEnv>, deps: TellDeps): Promise<Response> {
  const view = await viewUndo(deps, secretOf(c))
  if (!view) throw notFound()
  return answer(c, deps, view, c.req.query('done') === '1')
}

async function undo(c: Context<AppEnv>, deps: TellDeps): Promise<Response> {
  const view = await undoChange(deps, secretOf(c))
  if (!view) throw notFound()
  if (view.state === 'open') return c.redirect(`${urls.contactChange(secretOf(c))}?done=1`, 303)
  return answer(c, deps, view, false)
}

async function answer(c: Context<AppEnv>, deps: TellDeps, view: UndoView, done: boolean): Promise<Response> {
  const { change, state } = view
  const translator = c.get('translator')
  const town = await deps.townOf(deps.database.db, change.authority)
  const page = (
    <UndoPage
      of={c.get('frame')}
      state={state}
      done={done && state === 'undone'}
      service={textIn(change.name, [translator.language, ...town.languages]) ?? ''}
      town={town.name}
      changedAt={longMoment(translator, change.changedAt, town.timeZone)}
      until={longMoment(translator, change.undoUntil, town.timeZone)}
      before={contactWords(translator, change.before)}
      after={contactWords(translator, change.after)}
    />
  )
  return c.html(renderDocument(page), state === 'over' || state === 'changed-since' ? 410 : 200)
}
