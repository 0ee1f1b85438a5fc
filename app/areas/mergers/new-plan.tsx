/** A list is handed in through the browser. */
import { urls } from '../../urls.ts'
import { ImportFault, readCsvText } from '../authorities/index.ts'
import type { MergersOfficeDeps } from './deps.ts'
import { makePlan, type PlanOutcome, usualDay } from './make-plan.ts'
import { NewPlanPage, type NewPlanPageProps } from './pages/new-plan-page.tsx'
import { doneOf, type OfficeContext, openRequest, page } from './plan-request.ts'
import { readMovements } from './read-movements.ts'

type Fault = NonNullable<NewPlanPageProps['fault']>

interface Again {
  readonly validFrom: string
  readonly fault: Fault
  readonly lines?: readonly string[]
}

export function showNewPlan(c: OfficeContext, deps: MergersOfficeDeps, again?: Again): Response {
  const { frame } = openRequest(c)
  const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  return page(
    c,
    <NewPlanPage
      frame={frame}
      validFrom={again?.validFrom ?? usualDay(today).toString()}
      fault={again?.fault}
      lines={again?.lines ?? []}
      done={again ? undefined : doneOf(c)}
    />,
    again ? 422 : 200,
  )
}

interface Sent {
  readonly validFrom: string
  readonly list: string
  readonly movements: string
}

/** Files are read as text: nothing of them is kept but the rows of a plan. */
async function sentBy(c: OfficeContext): Promise<Sent> {
  const body = await c.req.raw.formData()
  const text = async (name: string): Promise<string> => {
    const value = body.get(name)
    return value === null ? '' : typeof value === 'string' ? value : value.text()
  }
  return {
    validFrom: (await text('validFrom')).trim(),
    list: (await text('list')).replace(/^\uFEFF/, ''),
    movements: (await text('movements')).replace(/^\uFEFF/, ''),
  }
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : undefined
  } catch {
    return undefined
  }
}

export async function newPlan(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { country } = openRequest(c)
  const { t } = c.get('translator')
  const { validFrom, list, movements } = await sentBy(c)
  const refuse = (field: Fault['field'], text: string, lines: readonly string[] = []) =>
    showNewPlan(c, deps, { validFrom, lines, fault: { field, text, href: `#${field}` } })
  const day = dayOf(validFrom)
  if (!day) return refuse('validFrom', t('mergers.new.fault.day'))
  if (list.trim() === '') return refuse('list', t('mergers.new.fault.missing'))
  let outcome: PlanOutcome
  let reading: 'list' | 'movements' = 'movements'
  try {
    const moved = movements.trim() === '' ? [] : await readMovements(readCsvText(movements), undefined, day)
    reading = 'list'
    const input = { rows: readCsvText(list), country, movements: moved, validFrom: day }
    outcome = await makePlan(deps, c.get('act'), input)
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error
    return refuse(reading, t('mergers.new.fault.file'))
  }
  if (outcome.outcome === 'planned' || outcome.outcome === 'same' || outcome.outcome === 'open') {
    return c.redirect(`${urls.officePlan(country)}${outcome.outcome === 'planned' ? '?done=planned' : ''}`, 303)
  }
  if (outcome.outcome === 'refused') {
    const lines = outcome.refusals
      .slice(0, 20)
      .map(({ line, column }) =>
        column === null
          ? t('mergers.new.line', { line: `${line}` })
          : t('mergers.new.lineColumn', { line: `${line}`, column }),
      )
    return refuse('list', t('mergers.new.fault.rows', { count: outcome.refusals.length }), lines)
  }
  if (outcome.outcome === 'unbelievable') {
    return refuse('list', t('mergers.new.fault.unbelievable', { gone: outcome.gone, known: outcome.known }))
  }
  return refuse('list', t(`mergers.new.fault.${outcome.outcome}`))
}
