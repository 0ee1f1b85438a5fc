/** All lines of a country; one line; confirming it, and taking a withdrawal back. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { LinkTroubleView } from '../../../ui/layout/link-troubles.tsx'
import { urls } from '../../../urls.ts'
import { readActs } from '../change-store.ts'
import { confirmLine, type LineOutcome, restoreLine, standOf } from '../keep-lines.ts'
import { dueLines, isReachable, mayRestore } from '../keeping-rules.ts'
import { linksOfLines } from '../link-rules.ts'
import type { KeptLine } from '../merge-rules.ts'
import { emergencyGroups, otherGroups } from '../schema.ts'
import { checkFields, checkFrom, noteFrom } from './check-form.ts'
import type { OfficeHelplinesDeps } from './deps.ts'
import { type FormFault, formReader } from './form.ts'
import { type CountryRequest, doneOf, lineOf, type OfficeContext, openCountry, page } from './office-request.ts'
import { LinePage } from './pages/line-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { countryPattern, linePattern } from './patterns.ts'
import { datePartOrder, factRows, presentAct, presentKept } from './present-lines.ts'

export function lineRoutes(deps: OfficeHelplinesDeps): Route<AppEnv>[] {
  const read = { method: 'GET', permission: 'helplines.read' } as const
  return [
    { ...read, path: countryPattern, audit: 'helplines.list', handle: (c) => showList(c, deps) },
    { ...read, path: linePattern, audit: 'helplines.show', handle: (c) => showLine(c, deps) },
    {
      method: 'POST',
      path: `${linePattern}/confirm`,
      permission: 'helplines.keep',
      audit: 'helplines.confirm',
      handle: (c) => submitConfirm(c, deps),
    },
    {
      method: 'POST',
      path: `${linePattern}/restore`,
      permission: 'helplines.withdraw',
      audit: 'helplines.restore',
      handle: (c) => submitRestore(c, deps),
    },
  ]
}

const groups = {
  emergency: Object.values(emergencyGroups).flat(),
  child: otherGroups.childHelplines,
  missing: otherGroups.missingChild,
  material: otherGroups.abuseMaterialHotlines,
  other: otherGroups.otherLines,
} as const

async function showList(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<Response> {
  const request = await openCountry(c, deps)
  const { of, keeper, name, translator, lines, today } = request
  const shown = (['emergency', 'child', 'missing', 'material', 'other'] as const).flatMap((group) => {
    const kinds: readonly string[] = groups[group]
    const own = lines.filter(({ facts }) => kinds.includes(facts.kind))
    if (own.length === 0) return []
    return [{ title: translator.t(`helplines.group.${group}`), lines: own.map((line) => presentKept(request, line)) }]
  })
  const due = dueLines(lines, today)
  const [first] = keeper.keeps ? due : []
  return page(
    c,
    <ListPage
      frame={{ of, country: keeper.country, name }}
      groups={shown}
      due={due.length}
      next={first && presentKept(request, first)}
      links={await brokenLinks(deps, request)}
      keeps={keeper.keeps}
      publicHref={urls.helplines(translator.language, keeper.country)}
      done={doneOf(c)}
    />,
  )
}

async function brokenLinks(deps: OfficeHelplinesDeps, request: CountryRequest): Promise<LinkTroubleView[]> {
  const { translator, lines, keeper } = request
  const troubles = await deps.linkTroubles(translator, linksOfLines(lines))
  return [...troubles].map(([url, trouble]) => ({
    url,
    trouble,
    places: lines
      .filter(({ facts, withdrawn }) => facts.url === url && !withdrawn)
      .map((line) => {
        const { kind, what } = presentKept(request, line)
        const text = what === url ? kind : `${translator.t('ui.colonAfter', { what: kind })} ${what}`
        return { href: urls.officeHelpline(keeper.country, line.key), text }
      }),
  }))
}

async function showLine(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<Response> {
  const request = await openCountry(c, deps)
  const fields = checkFields(request.today)
  return page(c, await linePage(c, deps, request, lineOf(c, request), { fields, faults: [] }))
}

interface Shown {
  readonly fields: FormFields
  readonly faults: readonly FormFault[]
  readonly changed?: boolean
}

async function linePage(
  c: OfficeContext,
  deps: OfficeHelplinesDeps,
  request: CountryRequest,
  line: KeptLine,
  { fields, faults, changed = false }: Shown,
) {
  const { of, keeper, name, translator } = request
  const { withdrawn, facts } = line
  const history = await readActs(deps.database.db, keeper.country, line.key)
  return (
    <LinePage
      frame={{ of, country: keeper.country, name }}
      line={presentKept(request, line)}
      facts={factRows(translator, deps, facts)}
      stand={standOf(deps, line)}
      history={history.map((act) => presentAct(request, deps, act))}
      view={{ translator, fields, faults }}
      partOrder={datePartOrder(translator)}
      may={{
        confirm: keeper.keeps && !withdrawn && isReachable(facts),
        correct: keeper.keeps && !withdrawn,
        withdraw: !withdrawn,
        restore: mayRestore(withdrawn, keeper.office, keeper.keeps),
      }}
      changed={changed}
      done={doneOf(c)}
    />
  )
}

async function submitConfirm(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<Response> {
  const request = await openCountry(c, deps)
  const line = lineOf(c, request)
  const fields = await readForm(c.req.raw)
  const form = formReader(fields)
  const check = checkFrom(form, request.today)
  const note = noteFrom(form)
  if (!check || form.faults.length > 0) {
    return page(c, await linePage(c, deps, request, line, { fields, faults: form.faults }), 422)
  }
  const at = { key: line.key, stand: fieldText(fields, 'stand') }
  const outcome = await confirmLine(deps, c.get('act'), request.keeper, at, { check, note })
  if (outcome.outcome === 'saved') return toList(c, request, 'confirmed')
  return answerOther(c, deps, request, outcome, fields)
}

async function submitRestore(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<Response> {
  const request = await openCountry(c, deps)
  const fields = await readForm(c.req.raw)
  const at = { key: lineOf(c, request).key, stand: fieldText(fields, 'stand') }
  const outcome = await restoreLine(deps, c.get('act'), request.keeper, at)
  if (outcome.outcome === 'saved') return toList(c, request, 'restored')
  return answerOther(c, deps, request, outcome, checkFields(request.today))
}

function toList(c: OfficeContext, { keeper }: CountryRequest, done: 'confirmed' | 'restored'): Response {
  return c.redirect(`${urls.officeHelplines(keeper.country)}?done=${done}`, 303)
}

/** The line's page as it stands now, with why nothing was saved. */
async function answerOther(
  c: OfficeContext,
  deps: OfficeHelplinesDeps,
  request: CountryRequest,
  outcome: Exclude<LineOutcome, { outcome: 'saved' }>,
  fields: FormFields,
): Promise<Response> {
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.outcome === 'conflict') {
    const shown = { fields, faults: [], changed: true }
    return page(c, await linePage(c, deps, request, outcome.current, shown), 409)
  }
  const faults = [{ field: 'how', code: outcome.fault }]
  return page(c, await linePage(c, deps, request, lineOf(c, request), { fields, faults }), 422)
}
