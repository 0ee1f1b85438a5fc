/** The page on which each person chooses which mails they get. */
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import { ChoicePage, type ChoicePageProps } from './pages/choice-page.tsx'
import type { NotificationsRoutesDeps } from './routes-deps.ts'
import { type Choices, type ChoosableKind, choosableKinds, timingOf, timings } from './rules.ts'

type Context = Parameters<Route<AppEnv>['handle']>[0]

export function choiceRoutes(deps: NotificationsRoutesDeps): Route<AppEnv>[] {
  const page = { path: urls.accountMail(), permission: 'notifications.own' }
  return [
    { method: 'GET', ...page, audit: 'notifications.show', handle: (c) => show(c, deps) },
    { method: 'POST', ...page, audit: 'notifications.choose', handle: (c) => choose(c, deps) },
  ]
}

async function show(c: Context, { notifications }: NotificationsRoutesDeps): Promise<Response> {
  const choices = await notifications.choicesOf(c.get('actor').id)
  return answer(c, { choices, done: c.req.query('done') === '1' })
}

function answer(c: Context, given: Pick<ChoicePageProps, 'choices' | 'done' | 'faulty'>, status: 200 | 422 = 200) {
  const props = { of: c.get('frame'), email: c.get('actor').email, ...given }
  return c.html(renderDocument(<ChoicePage {...props} />), status)
}

async function choose(c: Context, { notifications }: NotificationsRoutesDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const typed = choosableKinds.map((kind) => {
    const value = fieldText(fields, kind)
    return { kind, timing: timings.find((each) => each === value) }
  })
  const faulty = typed.filter(({ timing }) => timing === undefined).map(({ kind }) => kind)
  const { id } = c.get('actor')
  if (faulty.length > 0) {
    const before = await notifications.choicesOf(id)
    return answer(c, { choices: choicesFrom(typed, before), done: false, faulty }, 422)
  }
  await notifications.saveChoices(c.get('act'), id, choicesFrom(typed, {}))
  return c.redirect(`${urls.accountMail()}?done=1`, 303)
}

type Typed = { readonly kind: ChoosableKind; readonly timing: (typeof timings)[number] | undefined }

/** What was chosen; as it was before where that cannot be read. */
function choicesFrom(typed: readonly Typed[], before: Choices): Choices {
  return Object.fromEntries(typed.map(({ kind, timing }) => [kind, timing ?? timingOf(kind, before)]))
}
