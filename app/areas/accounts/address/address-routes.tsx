/** Another address for the account: asking for it, and the pages of the mailed links. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { longMoment } from '../../../ui/dates.ts'
import type { JSX } from '../../../ui/jsx-runtime.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import { createAddressLimit } from '../address-limit.ts'
import { isEmail } from '../people/forms.ts'
import { doingOf } from '../second-step-routes.tsx'
import {
  type AddressDeps,
  agree,
  askForAddress,
  cancelChange,
  mayCancel,
  seeChange,
  waitingAddress,
  withdrawAddress,
} from './change-address.ts'
import { AddressOverPage, AddressToldPage, AgreePage, CancelPage } from './pages/address-link-pages.tsx'
import { type AddressFault, ChangeAddressPage } from './pages/change-address-page.tsx'

type Handler = Route<AppEnv>['handle']
type Context = Parameters<Handler>[0]

const pathOf = (address: string) => new URL(address, 'http://localhost').pathname

export function addressRoutes(deps: AddressDeps): Route<AppEnv>[] {
  const own = { path: urls.changeAddress(), permission: 'accounts.own', fresh: true } as const
  const confirm = { path: pathOf(urls.confirmAddress('')), permission: 'anyone' }
  const cancel = { path: pathOf(urls.cancelAddress('')), permission: 'anyone' }
  const withdraw = { path: urls.withdrawAddress(), permission: 'accounts.own', audit: 'accounts.withdraw-address' }
  return [
    { method: 'GET', ...own, audit: 'accounts.address-page', handle: (c) => show(c, deps) },
    { method: 'POST', ...own, audit: 'accounts.ask-address', handle: ask(deps) },
    { method: 'POST', ...withdraw, handle: withdrawIt(deps) },
    { method: 'GET', ...confirm, audit: 'accounts.agree-page', handle: showAgree(deps) },
    { method: 'POST', ...confirm, audit: 'accounts.agree-address', handle: agreeIt(deps) },
    { method: 'GET', ...cancel, audit: 'accounts.cancel-page', handle: showCancel(deps) },
    { method: 'POST', ...cancel, audit: 'accounts.cancel-address', handle: cancelIt(deps) },
  ]
}

function send(c: Context, page: JSX.Element, status: 200 | 410 | 422 | 429 = 200) {
  return c.html(renderDocument(page), status)
}

async function show(c: Context, deps: AddressDeps, refused?: { readonly typed: string; readonly fault: AddressFault }) {
  const { id, email } = c.get('actor')
  const waiting = await waitingAddress(deps, id, c.get('act').at)
  const page = (
    <ChangeAddressPage
      of={c.get('frame')}
      email={email}
      waiting={waiting && { ...waiting, until: longMoment(c.get('translator'), waiting.expiresAt, 'UTC') }}
      done={c.req.query('done') === '1'}
      refused={refused}
    />
  )
  return send(c, page, refused ? 422 : 200)
}

/** Counted by who asks and by the mailbox it would fill; both say the same whoever has an account. */
function ask(deps: AddressDeps): Handler {
  const [mayAsk, mayFill] = [createAddressLimit(), createAddressLimit()]
  return async (c) => {
    const typed = fieldText(await readForm(c.req.raw), 'email')
    const { id, email } = c.get('actor')
    if (!isEmail(typed)) return show(c, deps, { typed, fault: 'invalid' })
    if (typed.toLowerCase() === email) return show(c, deps, { typed, fault: 'same' })
    if (!(await mayAsk(id)) || !(await mayFill(typed.toLowerCase()))) return show(c, deps, { typed, fault: 'often' })
    await askForAddress(deps, doingOf(c), typed)
    return c.redirect(`${urls.changeAddress()}?done=1`, 303)
  }
}

function withdrawIt(deps: AddressDeps): Handler {
  return async (c) => {
    await withdrawAddress(deps, { act: c.get('act'), actor: c.get('actor') })
    return c.redirect(urls.myData(), 303)
  }
}

function showAgree(deps: AddressDeps): Handler {
  return async (c) => {
    const of = c.get('frame')
    const token = c.req.query('token') ?? ''
    const seen = await seeChange(deps, token)
    if (!seen) return send(c, <AddressOverPage of={of} />, 410)
    if (seen.agreed) return send(c, <AddressToldPage of={of} told="waiting" />)
    return send(c, <AgreePage of={of} token={token} newEmail={seen.newEmail} />)
  }
}

function agreeIt(deps: AddressDeps): Handler {
  return async (c) => {
    const of = c.get('frame')
    const told = await agree(deps, fieldText(await readForm(c.req.raw), 'token'))
    return told === 'over'
      ? send(c, <AddressOverPage of={of} />, 410)
      : send(c, <AddressToldPage of={of} told={told} />)
  }
}

function showCancel(deps: AddressDeps): Handler {
  return async (c) => {
    const of = c.get('frame')
    const token = c.req.query('token') ?? ''
    if (!(await mayCancel(deps, token))) return send(c, <AddressOverPage of={of} />, 410)
    return send(c, <CancelPage of={of} token={token} />)
  }
}

function cancelIt(deps: AddressDeps): Handler {
  return async (c) => {
    const of = c.get('frame')
    const ended = await cancelChange(deps, fieldText(await readForm(c.req.raw), 'token'))
    return ended ? send(c, <AddressToldPage of={of} told="cancelled" />) : send(c, <AddressOverPage of={of} />, 410)
  }
}
