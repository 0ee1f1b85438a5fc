/** A reader says that something about a service is wrong: a page of fixed reasons, and what happens with it. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { patterns, urls } from '../../urls.ts'
import type { Country } from '../authorities/index.ts'
import { takeReport } from '../watching/index.ts'
import type { HelpPagesDeps } from './deps.ts'
import { keptHref, keptInstead } from './moved-service.ts'
import { readReported, renderReportForm, renderReportSent } from './render-report.ts'
import { resolveTown } from './render-town.ts'

type Ctx = Context<AppEnv>

/** What the address names. */
export interface ReportPlace {
  readonly translator: Translator
  readonly country: Country
  readonly slug: string
  readonly id: string
}

/** @param placeOf reads the address. @throws {RequestFault} where it names nothing. */
export function reportRoutes(deps: HelpPagesDeps, placeOf: (c: Ctx) => ReportPlace): Route<AppEnv>[] {
  const path = `${patterns.lang}${patterns.cc}${patterns.slug}/services${patterns.id}/wrong`
  /** The same page of the service that stays, or of the town that a merger left. */
  const movedTo = async ({ translator: { language }, country, slug, id }: ReportPlace, page = urls.serviceWrong) => {
    const town = await resolveTown(deps, country, slug)
    if (town.movedTo) return page(language, town.movedTo, id)
    const kept = await keptInstead(deps, town, id)
    return kept && keptHref(language, kept, page)
  }
  const show = async (c: Ctx, status: 200 | 422) => {
    const moved = await movedTo(placeOf(c))
    if (moved !== undefined) return c.redirect(moved, 301)
    // Made anew for each reader: its form is counted once.
    c.header('cache-control', 'no-store')
    return c.html(await renderReportForm(deps, placeOf(c)), status)
  }
  return [
    { method: 'GET', path, permission: 'public', audit: 'watching.show-form', handle: (c) => show(c, 200) },
    {
      method: 'POST',
      path,
      permission: 'public',
      audit: 'watching.report',
      handle: async (c) => {
        const place = placeOf(c)
        // Its reasons may be others: whoever says that something is wrong looks at the form of the one that stays.
        const moved = await movedTo(place)
        if (moved !== undefined) return c.redirect(moved, 303)
        const { authority, reasons } = await readReported(deps, place)
        const fields = await readForm(c.req.raw)
        const reason = reasons.find((each) => each === fieldText(fields, 'reason'))
        const form = z.uuid().safeParse(fieldText(fields, 'form'))
        if (!reason || !form.success) return show(c, 422)
        const report = { id: form.data, service: place.id, reason, sentAt: deps.clock.now() }
        await deps.database.take((intake) => takeReport(intake, report))
        return c.redirect(urls.serviceWrongSent(place.translator.language, authority, place.id), 303)
      },
    },
    {
      method: 'GET',
      path: `${path}/sent`,
      permission: 'public',
      audit: 'watching.show-sent',
      handle: async (c) => {
        const moved = await movedTo(placeOf(c), urls.serviceWrongSent)
        if (moved !== undefined) return c.redirect(moved, 301)
        c.header('cache-control', 'no-store')
        return c.html(await renderReportSent(deps, placeOf(c)))
      },
    },
  ]
}
