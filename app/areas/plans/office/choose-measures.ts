/** What choosing measures has in common, be they of the catalogue or of other towns. */
import { createHash } from 'node:crypto'
import { notFound } from '../../../platform/http/faults.ts'
import type { MeasureFacts } from '../schema.ts'
import { addMeasures } from '../write-plan.ts'
import type { PlansOfficeDeps } from './office-deps.ts'
import type { OfficeContext, OpenPlan } from './office-request.ts'

/** The same measure taken twice into one plan has one id: a form sent twice adds once. */
export function idFor(plan: string, from: string): string {
  const hex = createHash('sha256').update(`${plan} ${from}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const nothingChosen = (c: OfficeContext) => ({ refused: c.get('translator').t('plans.error.nothingChosen') })

export async function addChosen(
  c: OfficeContext,
  deps: PlansOfficeDeps,
  { plan }: OpenPlan,
  measures: readonly { readonly id: string; readonly facts: MeasureFacts }[],
  href: string,
): Promise<Response> {
  if (!(await addMeasures(deps, c.get('act'), plan.id, measures))) throw notFound()
  return c.redirect(`${href}?done=added`, 303)
}

/** Of the address; undefined: all of them. */
export function articleAsked(c: OfficeContext, { lanzarote }: PlansOfficeDeps): number | undefined {
  const number = Number(c.req.query('article') ?? '')
  return lanzarote.articleNumbers.has(number) ? number : undefined
}

/** Articles that ask something of a town. */
export function articleFilter(c: OfficeContext, deps: PlansOfficeDeps, article: number | undefined, label: string) {
  const translator = c.get('translator')
  const { t } = translator
  return {
    ...{ name: 'article', label, value: article === undefined ? '' : `${article}` },
    items: [
      { value: '', text: t('plans.start.allArticles') },
      ...deps.lanzarote.articles
        .filter(({ ps }) => ps.length > 0)
        .map(({ number }) => ({
          value: `${number}`,
          text: t('plans.measure.article', { number, title: deps.articleTitle(translator, number) }),
        })),
    ],
  }
}
