/** Correcting a line, and adding one. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { addLine, correctLine, type LineOutcome, standOf } from '../keep-lines.ts'
import { type Check, confirmedFacts } from '../keeping-rules.ts'
import { type KeptLine, keyOf, mergeHelplines } from '../merge-rules.ts'
import { fullNumberIn } from '../phone-numbers.ts'
import { helpNumbersFor, topNumbers } from '../rules.ts'
import type { LineKind, SourcedLine } from '../schema.ts'
import { checkFields, checkFrom, noteFrom } from './check-form.ts'
import type { OfficeHelplinesDeps } from './deps.ts'
import { type FormFault, formReader } from './form.ts'
import { kindFrom, lineFields, lineFrom, weekdays } from './line-form.ts'
import { type CountryRequest, lineOf, type OfficeContext, openCountry, page } from './office-request.ts'
import { LineFormPage } from './pages/line-form-page.tsx'
import { linePattern, newPattern } from './patterns.ts'
import { datePartOrder, presentKept, weekdayName } from './present-lines.ts'

export function formRoutes(deps: OfficeHelplinesDeps): Route<AppEnv>[] {
  const keep = { permission: 'helplines.keep' } as const
  const correct = { ...keep, path: `${linePattern}/correct` }
  const add = { ...keep, path: newPattern }
  return [
    { method: 'GET', ...add, audit: 'helplines.add-page', handle: (c) => showAdd(c, deps) },
    { method: 'POST', ...add, audit: 'helplines.add', fresh: true, handle: (c) => submitAdd(c, deps) },
    { method: 'GET', ...correct, audit: 'helplines.correct-page', handle: (c) => showCorrect(c, deps) },
    { method: 'POST', ...correct, audit: 'helplines.correct', fresh: true, handle: (c) => submitCorrect(c, deps) },
  ]
}

interface Shown {
  readonly line: KeptLine | undefined
  readonly fields: FormFields
  readonly faults?: readonly FormFault[]
  readonly changed?: boolean
  /** What would be saved: shown as it would stand at the top of a page. */
  readonly draft?: Given
}

async function formPage(deps: OfficeHelplinesDeps, request: CountryRequest, shown: Shown) {
  const { line, fields, faults = [], changed, draft } = shown
  const { of, keeper, name, translator } = request
  return (
    <LineFormPage
      frame={{ of, country: keeper.country, name }}
      line={line && presentKept(request, line)}
      stand={line ? standOf(deps, line) : ''}
      view={{ translator, fields, faults }}
      partOrder={datePartOrder(translator)}
      weekdays={weekdays.map((number) => ({ number, name: weekdayName(translator, number) }))}
      changed={changed ?? false}
      pages={await deps.countPages(keeper.country)}
      list={await deps.townsList(keeper.country)}
      top={draft && topWith(deps, request, line?.key, draft)}
    />
  )
}

/** What stands at the top of every page of the country with the draft in it. */
function topWith(
  deps: OfficeHelplinesDeps,
  { shipped, keeper, today, translator }: CountryRequest,
  key: string | undefined,
  { facts, check }: Given,
) {
  const changes = deps.helplines.changesOf(keeper.country)
  const line = key ?? keyOf(facts)
  const draft = { line, revision: 1, facts: confirmedFacts(facts, keeper.office, check), withdrawn: null }
  const merged = mergeHelplines(shipped, [...changes.filter((one) => one.line !== line), draft])
  return topNumbers(helpNumbersFor(merged, today)).map(({ kind, number, name, url }) => ({
    kind: translator.t(`help.line.${kind}`),
    what: number ?? url ?? '',
    name,
  }))
}

async function showAdd(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<Response> {
  const request = await openCountry(c, deps)
  return page(c, await formPage(deps, request, { line: undefined, fields: checkFields(request.today) }))
}

async function showCorrect(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<Response> {
  const request = await openCountry(c, deps)
  const line = lineOf(c, request)
  if (line.withdrawn) return c.redirect(urls.officeHelpline(request.keeper.country, line.key), 303)
  const fields = new Map([...lineFields(deps, line.facts), ...checkFields(request.today)])
  return page(c, await formPage(deps, request, { line, fields }))
}

interface Given {
  readonly facts: SourcedLine
  readonly check: Check
  readonly note: string
}

/** @param known the kind of the line; undefined for a new one, whose form says it. */
function givenFrom(
  deps: OfficeHelplinesDeps,
  { shipped, today, keeper }: CountryRequest,
  fields: FormFields,
  known: LineKind | undefined,
): Given | readonly FormFault[] {
  const form = formReader(fields)
  const kind = known ?? kindFrom(form)
  const country = deps.helplines.byIso(keeper.country) ?? shipped
  const checks = { country, isValid: fullNumberIn(keeper.country) }
  const facts = lineFrom(deps, form, kind ?? 'child-helpline', checks)
  const check = checkFrom(form, today)
  const note = noteFrom(form)
  return form.faults.length > 0 || !check ? form.faults : { facts, check, note }
}

const isGiven = (given: Given | readonly FormFault[]): given is Given => 'facts' in given

async function submitAdd(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<Response> {
  const request = await openCountry(c, deps)
  const fields = await readForm(c.req.raw)
  const given = givenFrom(deps, request, fields, undefined)
  if (!isGiven(given)) return page(c, await formPage(deps, request, { line: undefined, fields, faults: given }), 422)
  if (fieldText(fields, 'do') === 'preview') {
    return page(c, await formPage(deps, request, { line: undefined, fields, draft: given }))
  }
  const outcome = await addLine(deps, c.get('act'), request.keeper, given)
  return answer(c, deps, request, outcome, { line: undefined, fields })
}

async function submitCorrect(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<Response> {
  const request = await openCountry(c, deps)
  const line = lineOf(c, request)
  const fields = await readForm(c.req.raw)
  const given = givenFrom(deps, request, fields, line.facts.kind)
  if (!isGiven(given)) return page(c, await formPage(deps, request, { line, fields, faults: given }), 422)
  if (fieldText(fields, 'do') === 'preview')
    return page(c, await formPage(deps, request, { line, fields, draft: given }))
  const at = { key: line.key, stand: fieldText(fields, 'stand') }
  const outcome = await correctLine(deps, c.get('act'), request.keeper, at, given)
  return answer(c, deps, request, outcome, { line, fields })
}

async function answer(
  c: OfficeContext,
  deps: OfficeHelplinesDeps,
  request: CountryRequest,
  outcome: LineOutcome,
  shown: Shown,
): Promise<Response> {
  const { country } = request.keeper
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.outcome === 'conflict') {
    return page(c, await formPage(deps, request, { ...shown, line: outcome.current, changed: true }), 409)
  }
  if (outcome.outcome === 'refused') {
    return page(c, await formPage(deps, request, { ...shown, faults: [{ field: 'number', code: outcome.fault }] }), 422)
  }
  const done = shown.line ? 'corrected' : 'added'
  return c.redirect(`${urls.officeHelplines(country)}?done=${done}`, 303)
}
