/**
 * One-time links, passkeys and sessions: better-auth, behind the few things this application asks of it. Its HTTP handler
 * is mounted nowhere.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { newId, newSecret } from '../../platform/ids.ts'
import { type OfficeSession, secondFactors } from '../../platform/session/actor.ts'
import {
  type SettingsDeps as AuthenticationDeps,
  authenticationSettings,
  cookiePrefix,
  passkeySchema,
} from './authentication-settings.ts'

export const linkMinutes = 15

/** A person's id, and the `Set-Cookie` values that the answer must carry. */
export interface SignedIn {
  readonly person: string
  readonly cookies: readonly string[]
}

export interface ReadSession extends SignedIn, OfficeSession {}

/** A session that was just made; it stands on nothing yet but its first factor. */
export interface OpenedSession extends SignedIn {
  /** Id. */
  readonly session: string
}

/** What a browser is asked, as JSON, and the cookies that tie its answer to it. */
export interface Challenge {
  readonly options: string
  readonly cookies: readonly string[]
}

export interface Authentication {
  /** A secret that signs in once, within `linkMinutes`, whoever has this address. */
  issueToken(email: string): Promise<string>
  /** Undefined for a secret that was used, has expired, or never was one. */
  redeemToken(token: string): Promise<SignedIn | undefined>
  /** Whose address a secret proves, without using it up; undefined as with `redeemToken`. */
  addressOf(token: string): Promise<string | undefined>
  readSession(headers: Headers): Promise<ReadSession | undefined>
  /** Ends the session, if there is one; the cookies take it off the browser. */
  endSession(headers: Headers): Promise<readonly string[]>
  /** Opens a session for somebody whom an identity provider has named. @param person id. */
  openSession(person: string): Promise<OpenedSession>
  /** Needs a session. */
  askForNewPasskey(headers: Headers): Promise<Challenge>
  /** @returns false when the answer is not one to what was asked, or the device has not made sure who uses it. */
  addPasskey(headers: Headers, answer: string, name: string): Promise<boolean>
  askForPasskey(headers: Headers): Promise<Challenge>
  /** Undefined as with `addPasskey`, and for a passkey that nobody has here. */
  answerPasskey(headers: Headers, answer: string): Promise<(OpenedSession & { credential: string }) | undefined>
}

/** What is kept of a secret. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
const issuedSchema = z.object({ email: z.string() })

const sessionCookie = `${cookiePrefix}.session_token=`

/** Loads better-auth when it is first needed: it takes longer to load than the rest of the server. */
export function createAuthentication(deps: AuthenticationDeps): Authentication {
  let loading: ReturnType<typeof load> | undefined
  const loaded = () => {
    loading ??= load(deps)
    return loading
  }
  return { ...links(loaded), ...sessions(loaded), ...passkeys(loaded) }
}

type Loaded = () => ReturnType<typeof load>

function links(loaded: Loaded): Pick<Authentication, 'issueToken' | 'redeemToken' | 'addressOf'> {
  return {
    issueToken: async (email) => (await loaded()).issueToken(email),
    addressOf: async (token) => {
      const { auth } = await loaded()
      const { internalAdapter } = await auth.$context
      const issued = await internalAdapter.findVerificationValue(hashOf(token))
      if (!issued || issued.expiresAt.getTime() <= Date.now()) return undefined
      return parsed(issuedSchema, issued.value)?.email
    },
    redeemToken: async (token) => {
      const { auth } = await loaded()
      const signedIn = await auth.api
        .magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true })
        .catch(redirected)
      return signedIn && { person: signedIn.response.user.id, cookies: signedIn.headers.getSetCookie() }
    },
  }
}

function sessions(loaded: Loaded): Pick<Authentication, 'readSession' | 'endSession' | 'openSession'> {
  return {
    readSession: async (headers) => {
      const cookie = sessionOf(headers)
      if (!cookie) return undefined
      const { auth } = await loaded()
      const { response, headers: answer } = await auth.api.getSession({ headers: cookie, returnHeaders: true })
      if (!response) return undefined
      const { id, secondFactor, authenticatedAt } = response.session
      return {
        id,
        person: response.user.id,
        cookies: answer.getSetCookie(),
        secondFactor: secondFactors.find((factor) => factor === secondFactor) ?? null,
        authenticatedAt: Temporal.Instant.fromEpochMilliseconds(new Date(authenticatedAt).getTime()),
      }
    },
    endSession: async (headers) => {
      const cookie = sessionOf(headers)
      if (!cookie) return []
      const { auth } = await loaded()
      const { headers: answer } = await auth.api.signOut({ headers: cookie, returnHeaders: true })
      return answer.getSetCookie()
    },
    openSession: async (person) => {
      const { auth } = await loaded()
      const { response, headers } = await auth.api.openSession({ body: { person }, returnHeaders: true })
      return { person, session: response.session, cookies: headers.getSetCookie() }
    },
  }
}

type OfPasskeys = 'askForNewPasskey' | 'addPasskey' | 'askForPasskey' | 'answerPasskey'

function passkeys(loaded: Loaded): Pick<Authentication, OfPasskeys> {
  return {
    askForNewPasskey: async (headers) => {
      const { auth } = await loaded()
      const asked = await auth.api.generatePasskeyRegistrationOptions({
        headers: onlyCookie(headers),
        returnHeaders: true,
      })
      return { options: JSON.stringify(asked.response), cookies: asked.headers.getSetCookie() }
    },
    addPasskey: async (headers, answer, name) => {
      const response = parsed(newCredentialSchema, answer)
      if (!response) return false
      const { auth } = await loaded()
      const added = auth.api.verifyPasskeyRegistration({ headers: onlyCookie(headers), body: { response, name } })
      return (await added.catch(refused)) !== undefined
    },
    askForPasskey: async (headers) => {
      const { auth } = await loaded()
      const asked = await auth.api.generatePasskeyAuthenticationOptions({
        headers: onlyCookie(headers),
        returnHeaders: true,
      })
      // The plugin asks for "preferred": a device that need not make sure who uses it would not count in the end.
      const options = { ...asked.response, userVerification: 'required' }
      return { options: JSON.stringify(options), cookies: asked.headers.getSetCookie() }
    },
    answerPasskey: async (headers, answer) => {
      const response = parsed(credentialSchema, answer)
      if (!response) return undefined
      const { auth } = await loaded()
      const signedIn = await auth.api
        .verifyPasskeyAuthentication({ headers: onlyCookie(headers), body: { response }, returnHeaders: true })
        .catch(refused)
      if (!signedIn) return undefined
      const { session, user } = signedIn.response
      return { person: user.id, session: session.id, cookies: signedIn.headers.getSetCookie(), credential: response.id }
    },
  }
}

/** Nothing else of a request is handed on: neither browser nor network address shall be recorded. */
function onlyCookie(headers: Headers): Headers {
  const cookie = headers.get('cookie')
  return cookie === null ? new Headers() : new Headers({ cookie })
}

/** Undefined where there is no session to read. */
function sessionOf(headers: Headers): Headers | undefined {
  return headers.get('cookie')?.includes(sessionCookie) ? onlyCookie(headers) : undefined
}

/** The outline of what a browser sends; what is in it, the plugin checks. */
const credentialSchema = z.looseObject({
  id: z.string().min(1).max(2_000),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
  clientExtensionResults: z.looseObject({}),
})
const newCredentialSchema = credentialSchema.extend({
  response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string() }),
})

function parsed<T>(schema: z.ZodType<T>, answer: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(answer)).data
  } catch {
    return undefined
  }
}

const statusOf = (error: unknown) => (error instanceof Error && 'statusCode' in error ? error.statusCode : undefined)

/** better-auth answers a bad link with a redirect; anything else is a fault. */
function redirected(error: unknown): undefined {
  if (statusOf(error) === 302) return undefined
  throw error
}

/** The plugin for passkeys has an answer of its own for everything that can be wrong with one. */
function refused(error: unknown): undefined {
  if (statusOf(error) !== undefined) return undefined
  throw error
}

async function load(deps: AuthenticationDeps) {
  const [{ betterAuth }, { magicLink }, { passkey }, { APIError }, { openSessionPlugin }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/magic-link'),
    import('@better-auth/passkey'),
    import('better-auth/api'),
    import('./open-session-plugin.ts'),
  ])
  /** A device that has not made sure who uses it is something somebody has, and nothing more. */
  const mustBeVerified = (verified: boolean | undefined) => {
    if (!verified) throw new APIError('UNAUTHORIZED')
  }
  const issued = new Map<string, string>()
  const auth = betterAuth({
    ...authenticationSettings(deps),
    plugins: [
      magicLink({
        expiresIn: linkMinutes * 60,
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashOf(token) },
        generateToken: newSecret,
        // Mail is not better-auth's affair: the token goes back to whoever asked for it.
        sendMagicLink: ({ token, metadata: { request } = {} }) => {
          issued.set(String(request), token)
        },
      }),
      passkey({
        rpID: new URL(deps.config.baseUrl).hostname,
        rpName: deps.config.instanceName,
        origin: deps.config.baseUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        registration: {
          afterVerification: async ({ verification }) => {
            mustBeVerified(verification.registrationInfo?.userVerified)
          },
        },
        authentication: {
          afterVerification: async ({ verification }) => mustBeVerified(verification.authenticationInfo.userVerified),
        },
        schema: passkeySchema,
      }),
      openSessionPlugin(),
    ],
  })
  async function issueToken(email: string): Promise<string> {
    const request = newId()
    await auth.api.signInMagicLink({ body: { email, metadata: { request } }, headers: new Headers() })
    const token = issued.get(request)
    issued.delete(request)
    if (token === undefined) throw new Error('no token was issued')
    return token
  }
  return { auth, issueToken }
}
