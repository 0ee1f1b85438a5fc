/** For whoever misses a body in the directory. */
import type { AppEnv } from '../../platform/http/env.ts'
import { type FormFields, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import type { SigningOfficeDeps } from './deps.ts'
import { bodyRequestFrom } from './form-rules.ts'
import { askForBody } from './missing-body.ts'
import { idIn, type OfficeContext, openOffice, page } from './office-request.ts'
import { MissingPage } from './pages/missing-page.tsx'
import { faultText, type ToldFault } from './pages/pact-frame.tsx'
import { countryOptions } from './stand-routes.tsx'

export function missingRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  const [path, permission] = [urls.missingBody(), 'signing.apply-own']
  return [
    { method: 'GET', path, permission, audit: 'signing.missing-body', handle: (c) => show(c, deps, {}) },
    { method: 'POST', path, permission, audit: 'signing.ask-body', handle: (c) => submit(c, deps) },
  ]
}

interface Shown {
  readonly id?: string
  readonly fields?: FormFields
  readonly faults?: readonly ToldFault[]
}

async function show(c: OfficeContext, deps: SigningOfficeDeps, shown: Shown): Promise<Response> {
  const { frame } = await openOffice(c, deps)
  const { id = newId(), fields = new Map(), faults = [] } = shown
  const countries = countryOptions(c.get('translator').tag, deps)
  return page(c, <MissingPage {...{ frame, id, fields, faults, countries }} />, faults.length > 0 ? 422 : 200)
}

const labels = { country: 'signing.begin.country', name: 'signing.missing.name', web: 'signing.missing.web' } as const

async function submit(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const translator = c.get('translator')
  const id = idIn(fields)
  const read = bodyRequestFrom(fields, new Set(deps.countries))
  if ('faults' in read) {
    const faults = read.faults.map((fault) => {
      const label = Object.entries(labels).find(([field]) => field === fault.field)?.[1]
      return { field: fault.field, text: faultText(translator, fault, label ? translator.t(label) : '') }
    })
    return show(c, deps, { id, fields, faults })
  }
  if (!(await askForBody(deps, c.get('act'), { id, ...read.given }))) {
    return show(c, deps, { id, fields, faults: [{ field: 'name', text: translator.t('signing.missing.many') }] })
  }
  return c.redirect(`${urls.applyPact()}?done=asked-body`, 303)
}
