/** The secretariat asks reviewers to answer reports. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import type { ReportsOfficeDeps } from '../deps.ts'
import { idIn, type OfficeContext } from '../office-request.ts'
import type { ReviewConflict } from './reviewer-rules.ts'
import { assignReviewer, unassignReviewer } from './write-review.ts'

/** @param showRefused shows the cycle again, with why nobody was asked. */
export function assignRoutes(
  deps: ReportsOfficeDeps,
  showRefused: (
    c: OfficeContext,
    report: string,
    reviewer: string,
    conflict: ReviewConflict | 'nobody',
  ) => Promise<Response>,
): Route<AppEnv>[] {
  const one = `${urls.reportCycles()}/:number{[1-9][0-9]{0,3}}`
  const post = { method: 'POST', permission: 'progress.keep' } as const
  const back = (c: OfficeContext) => c.redirect(`${urls.reportCycle(Number(c.req.param('number')))}?done=kept`, 303)
  return [
    {
      ...post,
      path: `${one}/assign`,
      audit: 'progress.assign',
      handle: async (c) => {
        const fields = await readForm(c.req.raw)
        const [report, reviewer] = [fieldText(fields, 'report'), fieldText(fields, 'reviewer')]
        if (!isId(report) || !isId(reviewer)) return showRefused(c, report, reviewer, 'nobody')
        const outcome = await assignReviewer(deps, c.get('act'), { id: idIn(fields), report, reviewer })
        if (outcome.outcome === 'conflict') return showRefused(c, report, reviewer, outcome.conflict)
        return outcome.outcome === 'gone' ? showRefused(c, report, reviewer, 'nobody') : back(c)
      },
    },
    {
      ...post,
      path: `${one}/unassign`,
      audit: 'progress.unassign',
      handle: async (c) => {
        const fields = await readForm(c.req.raw)
        await unassignReviewer(deps, c.get('act'), idIn(fields))
        return back(c)
      },
    },
  ]
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
