/** What a person may change about themselves: name and language. */
import { z } from 'zod'
import { recordAudit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import { AccountPage, type AccountPageProps } from './pages/account-page.tsx'
import { updatePerson } from './store.ts'
import { workplacesOf } from './workplaces.ts'

export interface AccountPageDeps {
  readonly database: Pick<Database, 'db'>
  readonly i18n: Pick<I18n, 'offered'>
}

type Context = Parameters<Route<AppEnv>['handle']>[0]

export function accountPageRoutes(deps: AccountPageDeps): Route<AppEnv>[] {
  const page = { path: urls.account(), permission: 'accounts.own' }
  return [
    { method: 'GET', ...page, audit: 'accounts.show', handle: (c) => show(c, deps, {}) },
    { method: 'POST', ...page, audit: 'accounts.change', handle: (c) => change(c, deps) },
  ]
}

async function show(c: Context, deps: AccountPageDeps, given: Partial<AccountPageProps>, status: 200 | 422 = 200) {
  const { i18n, database } = deps
  const { email, name, language } = c.get('actor')
  const props = {
    of: c.get('frame'),
    email,
    name,
    language,
    languages: i18n.offered,
    done: c.req.query('done') === '1',
    workplaces: await workplacesOf(database.db, c.get('actor'), c.get('translator')),
  }
  return c.html(renderDocument(<AccountPage {...props} {...given} />), status)
}

function detailsFrom(fields: FormFields, codes: readonly string[]) {
  return z
    .strictObject({ name: z.string().min(1).max(200), language: z.enum(codes) })
    .safeParse({ name: fieldText(fields, 'name'), language: fieldText(fields, 'language') })
}

async function change(c: Context, deps: AccountPageDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const details = detailsFrom(
    fields,
    deps.i18n.offered.map(({ code }) => code),
  )
  if (!details.success) {
    const typed = { name: fieldText(fields, 'name'), language: fieldText(fields, 'language') }
    return show(c, deps, { ...typed, refused: true }, 422)
  }
  const { id } = c.get('actor')
  await deps.database.db.transaction().execute(async (tx) => {
    if (!(await updatePerson(tx, id, details.data))) return
    await recordAudit(tx, c.get('act'), { authority: null, subject: id })
  })
  return c.redirect(`${urls.account()}?done=1`, 303)
}
