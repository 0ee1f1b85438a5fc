/**
 * One-time links and sessions: better-auth, behind the four things this application asks of it. Its HTTP handler is
 * mounted nowhere.
 */
import type { Config } from '../../config.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import { type OfficeSession, secondFactors } from '../../platform/session/actor.ts'

export const linkMinutes = 15
/** A session ends when it has not been used for so long. */
const sessionHours = 8
/** How often a session in use is prolonged: not with every request, each would write. */
const prolongAfterMinutes = 20

/** A person's id, and the `Set-Cookie` values that the answer must carry. */
export interface SignedIn {
  readonly person: string
  readonly cookies: readonly string[]
}

export interface ReadSession extends SignedIn, OfficeSession {}

export interface Authentication {
  /** A secret that signs in once, within `linkMinutes`, whoever has this address. */
  issueToken(email: string): Promise<string>
  /** Undefined for a secret that was used, has expired, or never was one. */
  redeemToken(token: string): Promise<SignedIn | undefined>
  readSession(headers: Headers): Promise<ReadSession | undefined>
  /** Ends the session, if there is one; the cookies take it off the browser. */
  endSession(headers: Headers): Promise<readonly string[]>
}

export interface AuthenticationDeps {
  readonly config: Pick<Config, 'baseUrl' | 'secret' | 'production'>
  readonly database: Pick<Database, 'db'>
  readonly log: Log
}

const cookiePrefix = 'safe-towns'
const sessionCookie = `${cookiePrefix}.session_token=`

/** Loads better-auth when it is first needed: it takes longer to load than the rest of the server. */
export function createAuthentication(deps: AuthenticationDeps): Authentication {
  let loading: ReturnType<typeof load> | undefined
  const loaded = () => {
    loading ??= load(deps)
    return loading
  }
  return {
    issueToken: async (email) => (await loaded()).issueToken(email),
    redeemToken: async (token) => {
      const { auth } = await loaded()
      const signedIn = await auth.api
        .magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true })
        .catch(refused)
      return signedIn && { person: signedIn.response.user.id, cookies: signedIn.headers.getSetCookie() }
    },
    readSession: async (headers) => {
      const cookie = onlyCookie(headers)
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
      const cookie = onlyCookie(headers)
      if (!cookie) return []
      const { auth } = await loaded()
      const { headers: answer } = await auth.api.signOut({ headers: cookie, returnHeaders: true })
      return answer.getSetCookie()
    },
  }
}

/** Nothing else of a request is handed on: neither browser nor network address shall be recorded. */
function onlyCookie(headers: Headers): Headers | undefined {
  const cookie = headers.get('cookie')
  return cookie?.includes(sessionCookie) ? new Headers({ cookie }) : undefined
}

/** better-auth answers a bad link with a redirect; anything else is a fault. */
function refused(error: unknown): undefined {
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 302) return undefined
  throw error
}

async function load(deps: AuthenticationDeps) {
  const [{ betterAuth }, { magicLink }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/magic-link'),
  ])
  const issued = new Map<string, string>()
  const auth = betterAuth({
    ...settings(deps),
    plugins: [
      magicLink({
        expiresIn: linkMinutes * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        generateToken: newSecret,
        // Mail is not better-auth's affair: the token goes back to whoever asked for it.
        sendMagicLink: ({ token, metadata: { request } = {} }) => {
          issued.set(String(request), token)
        },
      }),
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

/** How the person of a session has shown who they are. */
const proofFields = {
  secondFactor: { type: 'string', required: false, input: false, fieldName: 'second_factor' },
  authenticatedAt: { type: 'date', input: false, defaultValue: () => new Date(), fieldName: 'authenticated_at' },
} as const

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

function settings({ config, database, log }: AuthenticationDeps) {
  return {
    appName: 'Safe Towns',
    baseURL: config.baseUrl,
    secret: config.secret,
    database: { db: database.db.withSchema('accounts'), type: 'postgres' as const },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Its messages may hold addresses: the level is all that is kept.
    logger: { log: (level: string) => log.warn({ severity: level }, 'better-auth') },
    session: {
      modelName: 'session',
      fields: {
        userId: 'person',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...timestamps,
      },
      additionalFields: proofFields,
      expiresIn: sessionHours * 3_600,
      updateAge: prolongAfterMinutes * 60,
    },
    user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...timestamps } },
    account: { modelName: 'account', fields: accountFields },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...timestamps } },
    advanced: {
      cookiePrefix,
      useSecureCookies: config.production || config.baseUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: newId },
    },
  }
}

const accountFields = {
  userId: 'person',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  ...timestamps,
} as const
