/** Taking a number off every page. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import { standOf, withdrawLine } from '../keep-lines.ts'
import { withdrawReasons } from '../keeping-rules.ts'
import { type KeptLine, mergeHelplines } from '../merge-rules.ts'
import { helpNumbersFor, topNumbers } from '../rules.ts'
import { noteFrom } from './check-form.ts'
import type { OfficeHelplinesDeps } from './deps.ts'
import { type FormFault, formReader } from './form.ts'
import { type CountryRequest, lineOf, type OfficeContext, openCountry, page } from './office-request.ts'
import { WithdrawPage } from './pages/withdraw-page.tsx'
import { linePattern } from './patterns.ts'
import { presentKept } from './present-lines.ts'

export function withdrawRoutes(deps: OfficeHelplinesDeps): Route<AppEnv>[] {
  const withdraw = { path: `${linePattern}/withdraw`, permission: 'helplines.withdraw' } as const
  return [
    { method: 'GET', ...withdraw, audit: 'helplines.withdraw-page', handle: (c) => showWithdraw(c, deps) },
    { method: 'POST', ...withdraw, audit: 'helplines.withdraw', handle: (c) => submitWithdraw(c, deps) },
  ]
}

interface Shown {
  readonly line: KeptLine
  readonly fields: FormFields
  readonly faults?: readonly FormFault[]
  readonly changed?: boolean
}

function withdrawPage(
  deps: OfficeHelplinesDeps,
  request: CountryRequest,
  { line, fields, faults = [], changed }: Shown,
) {
  const { of, keeper, name, translator, today, shipped } = request
  const others = deps.helplines.changesOf(keeper.country).filter((change) => change.line !== line.key)
  const { key, revision, facts } = line
  const without = [...others, { line: key, revision: revision + 1, facts, withdrawn: { on: today, by: keeper.office } }]
  const help = helpNumbersFor(mergeHelplines(shipped, without), today)
  return (
    <WithdrawPage
      frame={{ of, country: keeper.country, name }}
      line={presentKept(request, line)}
      stand={standOf(deps, line)}
      view={{ translator, fields, faults }}
      remaining={topNumbers(help).map(
        ({ kind, number, url, name: operator }) =>
          `${translator.t(`help.line.${kind}`)}: ${apart(number ?? url ?? operator ?? '')}`,
      )}
      noChildLine={help.child.length === 0}
      changed={changed ?? false}
    />
  )
}

async function showWithdraw(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<Response> {
  const request = await openCountry(c, deps)
  const line = lineOf(c, request)
  if (line.withdrawn) return c.redirect(urls.officeHelpline(request.keeper.country, line.key), 303)
  return page(c, withdrawPage(deps, request, { line, fields: new Map() }))
}

async function submitWithdraw(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<Response> {
  const request = await openCountry(c, deps)
  const line = lineOf(c, request)
  const fields = await readForm(c.req.raw)
  const form = formReader(fields)
  const reason = form.choice('reason', withdrawReasons)
  if (reason === null) form.refuse('reason', 'reason')
  const note = noteFrom(form)
  if (reason === null || form.faults.length > 0) {
    return page(c, withdrawPage(deps, request, { line, fields, faults: form.faults }), 422)
  }
  const at = { key: line.key, stand: fieldText(fields, 'stand') }
  const outcome = await withdrawLine(deps, c.get('act'), request.keeper, at, { reason, note })
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.outcome === 'saved') {
    return c.redirect(`${urls.officeHelplines(request.keeper.country)}?done=withdrawn`, 303)
  }
  if (outcome.outcome === 'conflict') {
    return page(c, withdrawPage(deps, request, { line: outcome.current, fields, changed: true }), 409)
  }
  const faults = [{ field: 'reason', code: outcome.fault }]
  return page(c, withdrawPage(deps, request, { line, fields, faults }), 422)
}
