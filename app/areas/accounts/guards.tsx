/** Who passes: one guard per permission, made from the policies of all areas. */
import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '../../config.ts'
import { actOfPerson } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../platform/http/form.ts'
import { limitRequests } from '../../platform/http/limits.ts'
import type { Guards, Route } from '../../platform/http/route-table.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { serves } from '../../platform/session/held-roles.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import type { Accounts } from './accounts.ts'
import { KeptFormPage } from './pages/kept-form.tsx'
import { beforeSecondFactor, isFresh, type Permission, type Permissions } from './policy.ts'
import { returnPath } from './return-path.ts'

interface AddressParts {
  readonly cc: string | undefined
  readonly slug: string | undefined
  readonly association: string | undefined
}

export interface GuardsDeps {
  readonly accounts: Pick<Accounts, 'session'>
  readonly config: Pick<Config, 'instanceName' | 'trustProxy'>
  readonly i18n: Pick<I18n, 'translator' | 'negotiate'>
  readonly clock: Clock
  /** What the parts of an address name; undefined where that does not exist. */
  readonly findSubject: (parts: AddressParts) => Promise<Subject | undefined>
  /** Where the town of the address has moved: which town has taken the place of which is public. */
  readonly findMoved: (parts: AddressParts) => Promise<{ country: string; slug: string } | 'several' | undefined>
  /** Called once somebody who has shown all they must is let in, before the page is made. */
  readonly beforeShowing?: (c: Context<AppEnv>, route: Route<AppEnv>) => Promise<void>
  /** What of a form that came without a session may stand in the page that asks to sign in again. */
  readonly fieldsToKeep: (fields: FormFields) => FormFields
}

/** Forms sent without a session, per caller: a whole town hall may share one address. */
const formsOfAnyone = { points: 60, seconds: 900 }

/**
 * The guard of every permission that a route may name: those of the areas, and two that are no area's: `public` needs
 * nothing, `anyone` is for the pages of signing in.
 */
export function createGuards(deps: GuardsDeps, permissions: Permissions): Guards<AppEnv> {
  const limit = limitRequests(formsOfAnyone, deps.config.trustProxy)
  const guards: Record<string, Guards<AppEnv>[string]> = {
    public: () => (_c, next) => next(),
    anyone: (route) => forAnyone(deps, route.method === 'POST' ? limit : undefined),
  }
  for (const [name, allows] of Object.entries(permissions)) {
    if (guards[name]) throw new Error(`the permission "${name}" is defined twice`)
    guards[name] = (route) => forSignedIn(deps, route, allows)
  }
  return guards
}

function forAnyone(deps: GuardsDeps, limit: MiddlewareHandler | undefined): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    speak(deps, c, deps.i18n.negotiate(c.req.header('accept-language')))
    if (limit) await limit(c, next)
    else await next()
    keepNowhere(c)
  }
}

function forSignedIn(deps: GuardsDeps, route: Route<AppEnv>, allows: Permission): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const negotiated = deps.i18n.negotiate(c.req.header('accept-language'))
    speak(deps, c, negotiated)
    const session = await deps.accounts.session(c.req.raw.headers)
    if (!session) return answerUnproven(deps, c, 'signed-out')
    const { actor, cookies } = session
    speak(deps, c, deps.i18n.translator(actor.language) ?? negotiated, actor)
    // Before anything is looked up: a session with half a proof learns nothing of what exists.
    if (session.step && !beforeSecondFactor.has(route.permission)) return answerUnproven(deps, c, 'half-proven')
    const subject = await deps.findSubject(partsOf(c))
    const moved = subject || route.method !== 'GET' ? undefined : await deps.findMoved(partsOf(c))
    if (moved) return c.redirect(pathIn(c, moved), 302)
    // An unknown town, a town of others and a permission that is missing look the same.
    if (!subject || !allows(actor, subject)) throw notFound()
    if (route.fresh && !isFresh(session, deps.clock.now())) return answerUnproven(deps, c, 'long-ago')
    c.set('actor', actor)
    c.set('session', session)
    c.set('act', actOfPerson(actor, route.audit, deps.clock.now()))
    c.set('subject', subject)
    await prepare(deps, c, route, session)
    await next()
    for (const cookie of cookies) c.res.headers.append('set-cookie', cookie)
    keepNowhere(c)
    return undefined
  }
}

/** A session with half a proof is shown nothing of where the person works. */
async function prepare(
  { beforeShowing }: GuardsDeps,
  c: Context<AppEnv>,
  route: Route<AppEnv>,
  { step }: { readonly step?: unknown },
): Promise<void> {
  if (!step) await beforeShowing?.(c, route)
}

function speak({ config }: GuardsDeps, c: Context<AppEnv>, translator: Translator, actor?: Actor): void {
  c.set('translator', translator)
  c.set('frame', {
    ...{ translator, instance: config.instanceName },
    person: actor && { name: actor.name || actor.email },
    reviewsAlone: actor && serves(actor, ['reviewer']) && !serves(actor, ['secretariat']),
  })
}

/** The same page of another town; where somebody works, if several have taken its place. */
function pathIn(c: Context<AppEnv>, moved: { country: string; slug: string } | 'several'): string {
  if (moved === 'several') return urls.office()
  const { country, slug } = moved
  const { cc = '', slug: before = '' } = partsOf(c)
  return c.req.path.replace(`/${cc}/${before}`, `/${country.toLowerCase()}/${slug}`)
}

function partsOf(c: Context<AppEnv>) {
  return { cc: c.req.param('cc'), slug: c.req.param('slug'), association: c.req.param('association') }
}

/** Where a person shows what is missing, by what that is. */
const pageFor = { 'signed-out': urls.signIn, 'half-proven': urls.secondStep, 'long-ago': urls.showAgain } as const

/** A page is asked for again afterwards; a form is kept until it can be sent again: nothing typed is lost. */
async function answerUnproven(
  { fieldsToKeep }: GuardsDeps,
  c: Context<AppEnv>,
  missing: keyof typeof pageFor,
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method !== 'POST') return c.redirect(pageFor[missing](returnPath(`${pathname}${search}`)), 303)
  const page = (
    <KeptFormPage
      of={c.get('frame')}
      missing={missing}
      showAt={pageFor[missing]()}
      action={`${pathname}${search}`}
      fields={fieldsToKeep(await readForm(c.req.raw))}
    />
  )
  return c.html(renderDocument(page), 401, { 'cache-control': 'no-store' })
}

/** A page of the office must not come back from the memory of a browser that others use too. */
function keepNowhere(c: Context<AppEnv>): void {
  c.res.headers.set('cache-control', 'no-store')
}
