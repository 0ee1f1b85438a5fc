/** Showing that an office speaks for the body that signs. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { show } from '../application-routes.tsx'
import type { SigningOfficeDeps } from '../deps.ts'
import { isEmail } from '../email-schema.ts'
import { applicationOfAddress, bases, type OfficeContext, openOffice } from '../office-request.ts'
import { hashOfTyped } from './codes.ts'
import { askAssociations, askByMail, askForLetter, giveCode } from './prove.ts'

export function proofRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  return bases.flatMap(({ path, permission }): Route<AppEnv>[] => {
    const proof = `${path}/:id{[0-9a-f-]{36}}/proof`
    const post = { method: 'POST', permission } as const
    return [
      { ...post, path: `${proof}/mail`, audit: 'signing.ask-mail', handle: (c) => submitMail(c, deps) },
      { ...post, path: `${proof}/letter`, audit: 'signing.ask-letter', handle: (c) => submitLetter(c, deps) },
      { ...post, path: `${proof}/code`, audit: 'signing.give-code', handle: (c) => submitCode(c, deps) },
      ...(path.includes(':slug')
        ? [
            {
              ...{ ...post, path: `${proof}/association`, audit: 'signing.ask-association' },
              handle: (c: OfficeContext) => submitAssociations(c, deps),
            },
          ]
        : []),
    ]
  })
}

async function submitMail(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await applicationOfAddress(c, deps, office)
  const translator = c.get('translator')
  const email = fieldText(await readForm(c.req.raw), 'email')
  const refuse = (code: 'email' | 'domain') =>
    show(c, deps, {
      faults: [{ field: 'email', text: translator.t(`signing.proof.error.${code}`) }],
      typed: { email, code: '' },
    })
  if (!isEmail(email)) return refuse('email')
  const outcome = await askByMail(deps, c.get('act'), id, { email: email.toLowerCase(), translator })
  if (outcome === 'gone') throw notFound()
  if (outcome === 'domain') return refuse('domain')
  return c.redirect(`${urls.application(office.base, id)}?done=mailed`, 303)
}

async function submitAssociations(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await applicationOfAddress(c, deps, office)
  if (!(await askAssociations(deps, c.get('act'), id))) throw notFound()
  return c.redirect(`${urls.application(office.base, id)}?done=asked`, 303)
}

async function submitLetter(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await applicationOfAddress(c, deps, office)
  if (!(await askForLetter(deps, c.get('act'), id))) throw notFound()
  return c.redirect(`${urls.application(office.base, id)}?done=letter`, 303)
}

async function submitCode(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await applicationOfAddress(c, deps, office)
  const code = fieldText(await readForm(c.req.raw), 'code')
  const sha256 = hashOfTyped(code)
  // What is no code at all uses up none.
  const outcome = sha256 === undefined ? 'unreadable' : await giveCode(deps, c.get('act'), id, sha256)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'right') return c.redirect(`${urls.application(office.base, id)}?done=proved`, 303)
  const text = c.get('translator').t(`signing.proof.error.${outcome}`)
  return show(c, deps, { faults: [{ field: 'code', text }], typed: { email: '', code } })
}
