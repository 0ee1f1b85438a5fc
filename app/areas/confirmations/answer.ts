/** What a provider does by a link: confirms, or says what is different. Opening a link does nothing. */
import { actOf, recordAudit } from '../../platform/audit/audit.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import {
  confirmPublished,
  factsSeen,
  lockTown,
  readPublishedService,
  type Service,
  textIn,
  withStandardTexts,
} from '../checklist/index.ts'
import { type LinkPurpose, type LinkState, linkState } from './asking-rules.ts'
import { insertChange } from './change-store.ts'
import { readCode } from './code-rules.ts'
import { type ConfirmationsDeps, speak, type Town } from './deps.ts'
import { confirmSecretOf } from './letter-codes.ts'
import { changeNotice } from './letters.ts'
import { type FoundRequest, findLinked, settleRequest } from './request-store.ts'
import type { ProviderChange } from './schema.ts'

/** How acts of a provider stand in the trail. */
const provider = 'provider'

export interface LinkView {
  readonly state: LinkState
  readonly request: FoundRequest
  readonly town: Town
  /** As the public sees it now; undefined where it is on no page. */
  readonly service: Service | undefined
  /** The same with the words of the standard text that it uses. */
  readonly read: Service | undefined
  /** The public sees something else than the mail or the letter showed. */
  readonly changedSince: boolean
}

/**
 * The secret of the link that a typed code stands for; undefined where no letter holds it, or a newer one has taken its
 * place. Nothing is done by it.
 */
export async function secretOfCode(
  { database }: Pick<ConfirmationsDeps, 'database'>,
  typed: string,
): Promise<string | undefined> {
  const code = readCode(typed)
  const secret = code === undefined ? undefined : confirmSecretOf(code)
  return secret !== undefined && (await findLinked(database.db, secret, 'confirm')) ? secret : undefined
}

/** What a secret can do now; undefined where it never was one for this purpose. */
export async function viewLink(
  deps: ConfirmationsDeps,
  secret: string,
  purpose: LinkPurpose,
): Promise<LinkView | undefined> {
  return look(deps, deps.database.db, secret, purpose)
}

async function look(
  deps: ConfirmationsDeps,
  db: Db,
  secret: string,
  purpose: LinkPurpose,
): Promise<LinkView | undefined> {
  const request = await findLinked(db, secret, purpose)
  if (!request) return undefined
  const service = await readPublishedService(db, request.authority, request.service)
  return {
    state: linkState(purpose, request, service !== undefined, deps.clock.now()),
    request,
    town: await deps.townOf(db, request.authority),
    service,
    read: service && (await withStandardTexts(db, [service]))[0],
    changedSince: service !== undefined && factsSeen(service) !== request.factsSeen,
  }
}

/** With the town locked, and everything read anew. */
async function withLink<T>(
  deps: ConfirmationsDeps,
  secret: string,
  purpose: LinkPurpose,
  work: (tx: Tx, view: LinkView) => Promise<T>,
): Promise<T | undefined> {
  const given = await findLinked(deps.database.db, secret, purpose)
  if (!given) return undefined
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, given.authority)
    const view = await look(deps, tx, secret, purpose)
    return view && work(tx, view)
  })
}

/**
 * @param seen of the facts that the page showed.
 * @returns what the link was before; `changed`: the public sees other facts now.
 */
export async function confirmByLink(
  deps: ConfirmationsDeps,
  secret: string,
  seen: string,
): Promise<(LinkView & { readonly changed: boolean }) | undefined> {
  return withLink(deps, secret, 'confirm', async (tx, view) => {
    const { state, request } = view
    if (state !== 'open') return { ...view, changed: false }
    const at = deps.clock.now()
    const outcome = await confirmPublished(tx, actOf(provider, 'confirmations.confirm', at), {
      authority: request.authority,
      service: request.service,
      seen,
      by: 'provider',
      way: request.printedAt ? 'letter' : 'mail',
    })
    if (outcome.outcome !== 'confirmed') return { ...view, changed: true }
    await settleRequest(tx, request.id, 'confirmed', at)
    return { ...view, changed: false }
  })
}

/** Keeps what is different for the office, and tells it. @returns what the link was before. */
export async function changeByLink(
  deps: ConfirmationsDeps,
  secret: string,
  change: ProviderChange,
): Promise<LinkView | undefined> {
  await deps.jobs.start()
  return withLink(deps, secret, 'change', async (tx, view) => {
    const { state, request, service, town } = view
    if (state !== 'open' || !service) return view
    const at = deps.clock.now()
    const id = await insertChange(tx, request, change, at)
    await settleRequest(tx, request.id, 'proposed', at)
    await recordAudit(tx, actOf(provider, 'confirmations.send-change', at), {
      authority: request.authority,
      subject: `service ${request.service}`,
      detail: { parts: Object.keys(change) },
    })
    await tellOfficers(deps, tx, { id, town, service })
    return view
  })
}

async function tellOfficers(
  deps: ConfirmationsDeps,
  tx: Tx,
  { id, town, service }: { id: string; town: Town; service: Service },
): Promise<void> {
  for (const person of await deps.officersOf(tx, town.id)) {
    await deps.notify(tx, {
      person,
      kind: 'confirmations',
      key: `provider-change ${id}`,
      compose: (translator) => {
        const name = textIn(service.name, [translator.language, ...town.languages]) ?? ''
        return changeNotice(translator, town, { id: service.id, name })
      },
    })
  }
}

/** In the language of the mail or letter, whatever the browser asks for. */
export function speakTo(deps: Pick<ConfirmationsDeps, 'i18n'>, { request }: LinkView) {
  return speak(deps, request.language)
}
