/** What an invited town opens, without an account: its own page, and the code of a printed letter. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import { readCode } from '../../confirmations/index.ts'
import type { InvitedTown, JoiningDeps } from '../deps.ts'
import { isEmail } from '../email-schema.ts'
import { secretOfCode, sha256Of } from '../invitation-codes.ts'
import { findInvitation, type Invitation } from '../invitation-store.ts'
import { begin, openInvited } from './begin.ts'
import { CodePage } from './pages/code-page.tsx'
import { InvitedPage, InvitedSentPage } from './pages/invited-page.tsx'

const secret = ':secret{[A-Za-z0-9_-]{43}}'

export function invitedRoutes(deps: JoiningDeps): Route<AppEnv>[] {
  const code = { path: urls.invitationCode(), permission: 'anyone' }
  const invited = { path: urls.invited(secret), permission: 'anyone' }
  return [
    { method: 'GET', ...code, audit: 'campaigns.code-page', handle: (c) => codePage(c) },
    { method: 'POST', ...code, audit: 'campaigns.enter-code', handle: (c) => submitCode(c, deps) },
    { method: 'GET', ...invited, audit: 'campaigns.invited', handle: (c) => show(c, deps) },
    { method: 'POST', ...invited, audit: 'campaigns.begin-town', handle: (c) => submit(c, deps) },
  ]
}

const codePage = (c: Context<AppEnv>, typed?: string) =>
  c.html(
    renderDocument(<CodePage of={c.get('frame')} typed={typed ?? ''} refused={typed !== undefined} />),
    typed === undefined ? 200 : 422,
  )

/** What was typed stands in no address: the page has one of its own. */
async function submitCode(c: Context<AppEnv>, deps: JoiningDeps): Promise<Response> {
  const typed = fieldText(await readForm(c.req.raw), 'code')
  const code = readCode(typed)
  const found = code === undefined ? undefined : secretOfCode(code)
  if (!found || !(await findInvitation(deps.database.db, sha256Of(found)))) return codePage(c, typed)
  return c.redirect(urls.invited(found), 303)
}

interface Opened {
  readonly invitation: Invitation
  readonly town: InvitedTown
  readonly association: string
  readonly of: ReturnType<typeof frameOf>
}

const frameOf = (c: Context<AppEnv>) => c.get('frame')

/** In the language of the letter where there is a catalogue, else in that of the browser. @throws RequestFault not-found */
async function open(c: Context<AppEnv>, deps: JoiningDeps): Promise<Opened> {
  const { db } = deps.database
  const invitation = await openInvited(deps, c.req.param('secret') ?? '')
  const town = invitation && (await deps.readTown(db, invitation.authority))
  const association = invitation && (await deps.associationOf(db, invitation.association))
  if (!invitation || !town || !association) throw notFound()
  const frame = frameOf(c)
  const of = { ...frame, translator: deps.i18n.translator(invitation.language) ?? frame.translator }
  return { invitation, town, association: association.names[of.translator.language] ?? association.name, of }
}

type Field = 'name' | 'email' | 'post'

async function invitedPage(
  c: Context<AppEnv>,
  deps: JoiningDeps,
  { town, association, of }: Opened,
  { typed, faults = [] }: { readonly typed?: Readonly<Record<Field, string>>; readonly faults?: readonly Field[] },
): Promise<Response> {
  const { language } = of.translator
  return c.html(
    renderDocument(
      <InvitedPage
        of={of}
        action={urls.invited(c.req.param('secret') ?? '')}
        association={association}
        town={town.names[language] ?? town.name}
        numbers={urls.helplines(language, town.country)}
        page={urls.town(language, town)}
        served={await deps.servedBy(town.id, language)}
        proposed={await deps.countProposed(town.id)}
        kinds={(await deps.firstKinds(town.id)).length}
        staffed={await deps.isStaffed(deps.database.db, town.id)}
        typed={typed ?? { name: '', email: '', post: '' }}
        faults={faults}
      />,
    ),
    faults.length > 0 ? 422 : 200,
  )
}

async function show(c: Context<AppEnv>, deps: JoiningDeps): Promise<Response> {
  const opened = await open(c, deps)
  if (c.req.query('sent') === undefined) return invitedPage(c, deps, opened, {})
  const { language } = opened.of.translator
  const town = opened.town.names[language] ?? opened.town.name
  return c.html(renderDocument(<InvitedSentPage of={opened.of} town={town} />))
}

const longest = 200

async function submit(c: Context<AppEnv>, deps: JoiningDeps): Promise<Response> {
  const opened = await open(c, deps)
  const fields = await readForm(c.req.raw)
  const typed = { name: fieldText(fields, 'name'), email: fieldText(fields, 'email'), post: fieldText(fields, 'post') }
  const said = (text: string) => text !== '' && text.length <= longest
  const right = { name: said(typed.name), email: isEmail(typed.email), post: said(typed.post) }
  const faults = (['name', 'email', 'post'] as const).filter((field) => !right[field])
  if (faults.length > 0) return invitedPage(c, deps, opened, { typed, faults })
  const { language } = opened.of.translator
  await begin(deps, opened.invitation, { ...typed, email: typed.email.toLowerCase(), language })
  return c.redirect(urls.invited(c.req.param('secret') ?? '', true), 303)
}
