/** better-auth on our tables: no password, no address of anybody's network, its own limits off (ours count otherwise). */
import type { Config } from '../../config.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'

/** A session ends when it has not been used for so long. */
const sessionHours = 8
/** How often a session in use is prolonged: not with every request, each would write. */
const prolongAfterMinutes = 20

export interface SettingsDeps {
  readonly config: Pick<Config, 'baseUrl' | 'secret' | 'production' | 'instanceName'>
  readonly database: Pick<Database, 'db'>
  readonly log: Log
}

export const cookiePrefix = 'safe-towns'

/** How the person of a session has shown who they are. */
const proofFields = {
  secondFactor: { type: 'string', required: false, input: false, fieldName: 'second_factor' },
  authenticatedAt: { type: 'date', input: false, defaultValue: () => new Date(), fieldName: 'authenticated_at' },
} as const

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

export function authenticationSettings({ config, database, log }: SettingsDeps) {
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
      // What is fresh enough for a dangerous act is decided by our guards.
      freshAge: 0,
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

/** The table of the plugin for passkeys. */
export const passkeySchema = {
  passkey: {
    modelName: 'passkey',
    fields: {
      userId: 'person',
      publicKey: 'public_key',
      credentialID: 'credential_id',
      deviceType: 'device_type',
      backedUp: 'backed_up',
      createdAt: 'created_at',
    },
  },
}
