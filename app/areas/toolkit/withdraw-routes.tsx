/** The secretariat takes something out of the toolkit, and brings it back. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { longDate } from '../../ui/dates.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { urls } from '../../urls.ts'
import type { ToolkitOfficeDeps } from './deps.ts'
import { readAnyResource, readText, readWithdrawals } from './library-store.ts'
import { type OfficeContext, openToolkit, page } from './office-request.ts'
import { WithdrawPage } from './pages/withdraw-page.tsx'
import { bringBackPiece, withdrawPiece } from './withdraw-resource.ts'
import { inAll, withdrawable, withdrawalReasons } from './withdraw-rules.ts'

export function withdrawRoutes(deps: ToolkitOfficeDeps): Route<AppEnv>[] {
  const permission = 'toolkit.review'
  const path = `${urls.officeToolkit(undefined)}/resources/:resource{[a-z0-9]+(?:-[a-z0-9]+)*}`
  return [
    { method: 'GET', permission, path, audit: 'toolkit.show-withdrawn', handle: (c) => show(c, deps) },
    { method: 'POST', permission, path, audit: 'toolkit.withdraw', handle: (c) => withdraw(c, deps) },
    {
      ...{ method: 'POST', permission, path: `${path}/bring-back`, audit: 'toolkit.bring-back' },
      handle: (c) => bringBack(c, deps),
    },
  ]
}

async function named(c: OfficeContext, { database }: ToolkitOfficeDeps) {
  const resource = await readAnyResource(database.db, c.req.param('resource') ?? '')
  if (!resource) throw notFound()
  return { resource, withdrawn: await readWithdrawals(database.db, resource.id) }
}

interface Typed {
  readonly what: string
  readonly reason: string
  readonly refused: boolean
}

async function show(c: OfficeContext, deps: ToolkitOfficeDeps, typed?: Typed): Promise<Response> {
  const { resource, withdrawn } = await named(c, deps)
  const { frame } = await openToolkit(c, deps)
  const translator = c.get('translator')
  const { facts, id, languages } = resource
  const text = await readText(deps.database.db, id, facts.language)
  if (!text) throw notFound()
  const nameOf = (language: string) =>
    language === '' || language === inAll
      ? translator.t('toolkit.withdraw.all')
      : translator.t('toolkit.withdraw.one', { language: languageName(translator.tag, deps.languages, language) })
  const isOut = withdrawn.some(({ language }) => language === '')
  const props = {
    ...{ frame, id, title: text.title, words: writtenIn(deps.languages, facts.language) },
    choices: [inAll, ...languages.filter((one) => one !== facts.language)]
      .filter((one) => one !== inAll || !isOut)
      .map((value) => ({ value, text: nameOf(value) })),
    withdrawn: withdrawn.map(({ language, reason, at }) => ({
      ...{ language: language === '' ? inAll : language, what: nameOf(language), reason },
      date: longDate(translator, at.toZonedDateTimeISO('UTC').toPlainDate()),
    })),
    typed: typed ?? { what: inAll, reason: '', refused: false },
  }
  return page(c, <WithdrawPage {...props} />, typed?.refused ? 422 : 200)
}

async function withdraw(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const { resource, withdrawn } = await named(c, deps)
  const fields = await readForm(c.req.raw)
  const what = fieldText(fields, 'what')
  const isOut = withdrawn.some(({ language }) => (language || inAll) === what)
  const language = withdrawable(what, { language: resource.facts.language, languages: resource.languages })
  if (language === undefined && !isOut) throw notFound()
  const reason = withdrawalReasons.find((one) => one === fieldText(fields, 'reason'))
  if (!reason) return show(c, deps, { what, reason: '', refused: true })
  if (language !== undefined) await withdrawPiece(deps, c.get('act'), { resource: resource.id, language, reason })
  return c.redirect(`${urls.officeToolkit(undefined)}?done=withdrawn`, 303)
}

async function bringBack(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const { resource } = await named(c, deps)
  const what = fieldText(await readForm(c.req.raw), 'what')
  if (what !== inAll && !deps.languages.codes.has(what)) throw notFound()
  await bringBackPiece(deps, c.get('act'), { resource: resource.id, language: what === inAll ? '' : what })
  return c.redirect(`${urls.officeToolkit(undefined)}?done=back`, 303)
}
