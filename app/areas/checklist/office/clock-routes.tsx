/** How often a town looks at its services: shorter than the checklist, if it wishes. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { readClocks } from '../clock-store.ts'
import { keepClocks } from '../keep-clocks.ts'
import { type ChosenClocks, clockStamp, reviewClocks, shorterClocks } from '../review-clocks.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { type OfficeContext, openOffice, page, saved } from './office-request.ts'
import { ClockPage, clockField } from './pages/clock-page.tsx'
import { officePattern } from './patterns.ts'
import { kindName } from './wording.ts'

export function clockRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const path = `${officePattern}/clocks`
  return [
    { method: 'GET', path, permission: 'checklist.read', audit: 'checklist.show-clocks', handle: (c) => show(c, deps) },
    {
      ...{ method: 'POST', path, permission: 'checklist.edit', audit: 'checklist.keep-clocks' },
      handle: (c) => submit(c, deps),
    },
  ]
}

/** @param typed what somebody chose while a colleague was faster. */
async function show(c: OfficeContext, deps: OfficeChecklistDeps, typed?: ChosenClocks): Promise<Response> {
  const office = await openOffice(c, deps)
  const current = await readClocks(deps.database.db, office.authority.id)
  const names = (clock: number) =>
    deps.checklist.kinds
      .filter(({ reviewEveryMonths }) => reviewEveryMonths === clock)
      .map(({ id }) => kindName(office.translator, deps.checklist, id))
  return page(
    c,
    <ClockPage
      frame={office.frame}
      stamp={clockStamp(current)}
      clocks={reviewClocks.map((clock) => ({
        clock,
        chosen: (typed ?? current)[clock],
        now: typed && (current[clock] ?? clock),
        choices: shorterClocks[clock],
        kinds: names(clock),
      }))}
    />,
    typed ? 409 : 200,
  )
}

/** Anything that is not among the choices is the clock of the checklist. */
function clocksIn(fields: FormFields): ChosenClocks {
  return Object.fromEntries(
    reviewClocks.flatMap((clock) => {
      const months = shorterClocks[clock].find((one) => `${one}` === fieldText(fields, clockField(clock)))
      return months === undefined ? [] : [[clock, months]]
    }),
  )
}

async function submit(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const fields = await readForm(c.req.raw)
  const given = { chosen: clocksIn(fields), seen: fieldText(fields, 'revision') }
  const outcome = await keepClocks(deps, c.get('act'), office.authority.id, given)
  return outcome === 'late' ? show(c, deps, given.chosen) : saved(c, urls.officeClocks(office.frame.town), 'clocks')
}
