/**
 * The way in for whoever has no office here and may sign all the same: an elected representative, an organisation. They are
 * known once they have followed a mailed link, and hold no role: all they can reach is an application of their own.
 */
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import { newId } from '../../platform/ids.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import type { Accounts } from './accounts.ts'
import { linkMinutes } from './authentication.ts'
import { AskPage, IntroducePage, SentPage } from './pages/newcomer.tsx'
import { LinkOverPage } from './pages/sign-in.tsx'
import { isName, languageFrom } from './people/forms.ts'

export interface NewcomerDeps {
  readonly accounts: Pick<Accounts, 'requestLink' | 'newcomerOf' | 'welcome'>
  readonly i18n: Pick<I18n, 'offered'>
}

type Handler = Route<AppEnv>['handle']

const to = urls.applyPact()
const linkPath = new URL(urls.newcomerLink(''), 'http://localhost').pathname

export function newcomerRoutes(deps: NewcomerDeps): Route<AppEnv>[] {
  const ask = { path: urls.newcomer(), permission: 'anyone' }
  const link = { path: linkPath, permission: 'anyone' }
  return [
    { method: 'GET', ...ask, audit: 'accounts.newcomer-page', handle: showAsk() },
    { method: 'POST', ...ask, audit: 'accounts.ask-newcomer', handle: askForLink(deps) },
    { method: 'GET', ...link, audit: 'accounts.introduce-page', handle: showIntroduction(deps) },
    { method: 'POST', ...link, audit: 'accounts.introduce', handle: introduce(deps) },
  ]
}

function showAsk(): Handler {
  return (c) => {
    const of = c.get('frame')
    if (!c.req.query('sent')) return c.html(renderDocument(<AskPage of={of} form={newId()} />))
    return c.html(renderDocument(<SentPage of={of} minutes={linkMinutes} />))
  }
}

/** The answer is the same whoever is known here: those who are get a link that signs them in. */
function askForLink({ accounts }: NewcomerDeps): Handler {
  return async (c) => {
    const form = await readForm(c.req.raw)
    const typed = fieldText(form, 'email')
    const email = z.email().max(254).safeParse(typed.toLowerCase())
    if (!email.success) {
      return c.html(renderDocument(<AskPage of={c.get('frame')} form={newId()} refused={typed} />), 422)
    }
    await accounts.requestLink(email.data, to, fieldText(form, 'form'), c.get('translator').language)
    return c.redirect(`${urls.newcomer()}?sent=1`, 303)
  }
}

function showIntroduction({ accounts, i18n }: NewcomerDeps): Handler {
  return async (c) => {
    const of = c.get('frame')
    const token = c.req.query('token') ?? ''
    const email = await accounts.newcomerOf(token)
    if (email === undefined) return c.html(renderDocument(over(of)), 410)
    const { language } = of.translator
    const introduction = { name: '', language, languages: i18n.offered }
    return c.html(renderDocument(<IntroducePage {...{ of, token, email, introduction }} faults={[]} />))
  }
}

function introduce({ accounts, i18n }: NewcomerDeps): Handler {
  return async (c) => {
    const of = c.get('frame')
    const fields = await readForm(c.req.raw)
    const token = fieldText(fields, 'token')
    const email = await accounts.newcomerOf(token)
    if (email === undefined) return c.html(renderDocument(over(of)), 410)
    const typed = {
      name: fieldText(fields, 'name'),
      language: languageFrom(
        fields,
        i18n.offered.map(({ code }) => code),
      ),
    }
    if (!isName(typed.name)) {
      const introduction = { ...typed, languages: i18n.offered }
      const page = <IntroducePage {...{ of, token, email, introduction }} faults={[{ field: 'name', code: 'name' }]} />
      return c.html(renderDocument(page), 422)
    }
    const cookies = await accounts.welcome(token, typed, c.req.raw.headers)
    if (!cookies) return c.html(renderDocument(over(of)), 410)
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
    return c.redirect(to, 303)
  }
}

const over = (of: Parameters<typeof LinkOverPage>[0]['of']) => (
  <LinkOverPage of={of} to={undefined} again={urls.newcomer()} minutes={linkMinutes} />
)
