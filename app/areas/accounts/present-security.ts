/** What a person signs in with and where they are signed in, in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Actor } from '../../platform/session/actor.ts'
import type { Authenticator, Passkey } from './factor-store.ts'
import type { SecurityPageProps } from './pages/security.tsx'
import { mayRemove } from './policy.ts'
import type { OpenSession } from './session-store.ts'

export interface SecurityFacts {
  readonly actor: Actor
  readonly authenticator: Authenticator | undefined
  readonly recoveryCodes: number
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly OpenSession[]
  /** Id of the session that asks. */
  readonly current: string
}

export function presentSecurity(
  translator: Translator,
  { actor, authenticator, recoveryCodes, passkeys, sessions, current }: SecurityFacts,
): Pick<SecurityPageProps, 'app' | 'passkeys' | 'sessions'> {
  const words = (at: Temporal.Instant) => moment(translator, at)
  const codes = authenticator?.confirmedAt !== undefined
  return {
    app: authenticator?.confirmedAt && {
      since: words(authenticator.confirmedAt),
      recoveryCodes,
      removable: mayRemove(actor, { codes: false, passkeys: passkeys.length > 0 }),
    },
    passkeys: passkeys.map(({ id, name, addedAt, lastUsedAt }) => ({
      id,
      name,
      added: words(addedAt),
      lastUsed: lastUsedAt && words(lastUsedAt),
      removable: mayRemove(actor, { codes, passkeys: passkeys.length > 1 }),
    })),
    sessions: sessions.map((session) => ({
      id: session.id,
      way: wayOf(translator, session),
      since: words(session.since),
      lastUsed: words(session.lastUsed),
      current: session.id === current,
    })),
  }
}

function wayOf({ t }: Translator, { method, secondFactor }: OpenSession): string {
  if (method !== 'link') return t(`accounts.way.${method}`)
  return secondFactor === null || secondFactor === 'oidc' ? t('accounts.way.link') : t(`accounts.way.${secondFactor}`)
}

/** `3 March 2026 at 14:05 UTC`: where the person is, nobody here knows. */
function moment({ tag }: Translator, at: Temporal.Instant): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' } as const
  const format = new Intl.DateTimeFormat(tag, { ...parts, timeZone: 'UTC', timeZoneName: 'short' })
  return format.format(new Date(at.epochMilliseconds))
}
