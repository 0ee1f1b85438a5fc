/**
 * The identity provider of an association or a state, by OpenID Connect: openid-client checks signature, issuer,
 * audience, expiry, state, nonce and the proof of the code (PKCE). What it found out is all that leaves this file.
 */
import type { Config, OidcConfig } from '../../config.ts'
import { absolute, urls } from '../../urls.ts'

/** Whom the provider has named. */
export interface NamedPerson {
  readonly issuer: string
  readonly subject: string
  /** In lower case; undefined unless the provider says that the address was checked. */
  readonly email: string | undefined
  /** The provider says how it made sure, and that counts here. */
  readonly secondFactor: boolean
  /** Where the person wanted to go. */
  readonly to: string | undefined
}

export interface IdentityProvider {
  /** The provider's page, and what the browser keeps until it comes back. @throws {ProviderAway} */
  begin(to: string | undefined): Promise<{ readonly location: string; readonly kept: string }>
  /** Undefined for an answer that is not one to what `kept` holds, or says no. @throws {ProviderAway} */
  finish(search: string, kept: string): Promise<NamedPerson | undefined>
}

export class ProviderAway extends Error {}

export const begunMinutes = 10
const timeoutSeconds = 8

interface Begun {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly to: string | undefined
  /** Milliseconds since 1970. */
  readonly until: number
}

type Client = typeof import('openid-client')
type Discovered = import('openid-client').Configuration

export function createIdentityProvider(
  config: Pick<Config, 'baseUrl' | 'secret'>,
  oidc: OidcConfig,
  milliseconds: () => number,
): IdentityProvider {
  const callback = absolute(config.baseUrl, urls.oidcCallback())
  let known: Promise<Discovered> | undefined
  /** What the provider says of itself is asked once; a provider that was away is asked again the next time. */
  const discovered = async (client: Client) => {
    known ??= discover(client, oidc)
    return known.catch((error) => {
      known = undefined
      throw new ProviderAway('no discovery', { cause: error })
    })
  }
  return {
    begin: async (to) => {
      const client = await import('openid-client')
      const provider = await discovered(client)
      const begun: Begun = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        to,
        until: milliseconds() + begunMinutes * 60_000,
      }
      const location = client.buildAuthorizationUrl(provider, {
        redirect_uri: callback,
        scope: 'openid email',
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
        ...(oidc.secondFactorAcr.length > 0 && { acr_values: oidc.secondFactorAcr.join(' ') }),
      })
      return { location: location.href, kept: await seal(config.secret, begun) }
    },
    finish: async (search, kept) => {
      const begun = await unseal(config.secret, kept)
      if (!begun || begun.until < milliseconds()) return undefined
      const client = await import('openid-client')
      const provider = await discovered(client)
      return ask(client, provider, oidc, new URL(`${callback}${search}`), begun)
    },
  }
}

async function discover(client: Client, { issuer, clientId, clientSecret }: OidcConfig): Promise<Discovered> {
  const url = new URL(issuer)
  // Settings allow this for a provider on the same machine alone.
  const execute = url.protocol === 'http:' ? [client.allowInsecureRequests] : []
  const provider = await client.discovery(url, clientId, clientSecret, undefined, { execute, timeout: timeoutSeconds })
  // Without it the signature of a token that came straight from the provider is not looked at.
  client.enableNonRepudiationChecks(provider)
  return provider
}

async function ask(
  client: Client,
  provider: Discovered,
  oidc: OidcConfig,
  answer: URL,
  begun: Begun,
): Promise<NamedPerson | undefined> {
  try {
    const tokens = await client.authorizationCodeGrant(provider, answer, {
      pkceCodeVerifier: begun.verifier,
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return undefined
    const told =
      claims['email'] === undefined ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub) : claims
    const { email, email_verified: verified } = told
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: typeof email === 'string' && verified === true ? email.toLowerCase() : undefined,
      secondFactor: provesSecondFactor(oidc, claims),
      to: begun.to,
    }
  } catch (error) {
    if (isAway(error)) throw new ProviderAway('no answer', { cause: error })
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

/** Only what the signed token says counts. */
function provesSecondFactor(oidc: OidcConfig, claims: { readonly [name: string]: unknown }): boolean {
  const { amr, acr } = claims
  const methods: readonly unknown[] = Array.isArray(amr) ? amr : []
  return (
    oidc.secondFactorAmr.some((value) => methods.includes(value)) || oidc.secondFactorAcr.some((value) => value === acr)
  )
}

/** The network, a deadline, or an answer that says the provider itself has failed. */
function isAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof TypeError && cause.message === 'fetch failed') return true
    if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return true
    if ('status' in cause && typeof cause.status === 'number' && cause.status >= 500) return true
  }
  return false
}

async function seal(key: string, begun: Begun): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto')
  return symmetricEncrypt({ key, data: JSON.stringify(begun) })
}

async function unseal(key: string, data: string): Promise<Begun | undefined> {
  const { symmetricDecrypt } = await import('better-auth/crypto')
  // What this server has not written does not decrypt.
  return symmetricDecrypt({ key, data }).then(
    (text) => JSON.parse(text),
    () => undefined,
  )
}
