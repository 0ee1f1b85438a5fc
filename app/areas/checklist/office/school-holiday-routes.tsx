/** When school holidays are: entered once by an area, or by a town for itself. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { type FormFields, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { type DateRange, knownUntil } from '../hours/school-holidays.ts'
import { keepSchoolHolidays, schoolHolidayStamp } from '../keep-school-holidays.ts'
import { ownSchoolHolidays, schoolHolidaysOf } from '../school-holiday-store.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import type { FormFault } from './forms/form.ts'
import { schoolHolidayFields, schoolHolidaysFrom } from './forms/school-holidays-form.ts'
import { authorityName, type OfficeContext, type OfficeRequest, openOffice, page, saved } from './office-request.ts'
import { SchoolHolidaysPage } from './pages/school-holidays-page.tsx'
import { officePattern } from './patterns.ts'
import { longDate } from './wording.ts'

export function schoolHolidayRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const path = `${officePattern}/school-holidays`
  return [
    {
      ...{ method: 'GET', path, permission: 'checklist.read', audit: 'checklist.show-school-holidays' },
      handle: async (c) => show(c, deps, await openOffice(c, deps)),
    },
    {
      ...{ method: 'POST', path, permission: 'checklist.edit', audit: 'checklist.keep-school-holidays' },
      handle: (c) => submit(c, deps),
    },
  ]
}

/** A form that is shown again. */
interface Again {
  readonly fields: FormFields
  readonly faults: readonly FormFault[]
  /** Somebody else was faster: theirs stand beside it. */
  readonly late: boolean
}

async function show(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  again?: Again,
): Promise<Response> {
  const { db } = deps.database
  const own = await ownSchoolHolidays(db, office.authority.id)
  const areas = (await deps.readAreasOf(office.authority.id)).map(({ id }) => id)
  const held = own.length > 0 ? undefined : await schoolHolidaysOf(db, office.authority.id, areas)
  const words = (ranges: readonly DateRange[]) => ranges.map((range) => rangeWords(office, range))
  return page(
    c,
    <SchoolHolidaysPage
      frame={office.frame}
      stamp={schoolHolidayStamp(own)}
      view={{
        translator: office.translator,
        fields: again?.fields ?? schoolHolidayFields(own),
        faults: again?.faults ?? [],
      }}
      isArea={office.authority.isArea}
      inherited={held && { by: authorityName(held.by, office.translator), ranges: words(held.ranges) }}
      now={again?.late ? words(own) : undefined}
    />,
    again ? (again.late ? 409 : 422) : 200,
  )
}

function rangeWords({ translator }: OfficeRequest, { from, to }: DateRange): string {
  return translator.t('checklist.office.school.range', {
    from: longDate(translator, from),
    to: longDate(translator, to),
  })
}

async function submit(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const fields = await readForm(c.req.raw)
  const read = schoolHolidaysFrom(fields)
  if (!read.ok) return show(c, deps, office, { fields, faults: read.faults, late: false })
  const given = { ranges: read.value, seen: fields.get('revision')?.[0] ?? '' }
  const outcome = await keepSchoolHolidays(deps, c.get('act'), office.authority.id, given)
  if (outcome === 'late') return show(c, deps, office, { fields, faults: [], late: true })
  return saved(c, urls.officeSchoolHolidays(office.frame.town), 'schoolHolidays')
}

/** Beside the hours of a service: whose dates hold, and until when they are known. */
export async function schoolDatesWords(deps: OfficeChecklistDeps, office: OfficeRequest): Promise<string> {
  const { translator, today, authority } = office
  const areas = (await deps.readAreasOf(authority.id)).map(({ id }) => id)
  const held = await schoolHolidaysOf(deps.database.db, authority.id, areas)
  const until = held && knownUntil(held.ranges, today)
  if (!until) return translator.t('checklist.office.hours.schoolDatesUnknown')
  const name = authorityName(held.by, translator)
  return translator.t('checklist.office.hours.schoolDatesKnown', { name, date: longDate(translator, until) })
}
