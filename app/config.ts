/** The only reader of `process.env`: a frozen, typed configuration, or the complete list of faults at once. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type FilesPlace, filesFaults, filesPlaceOf } from './platform/files/files-place.ts'
import { isThisMachine, type SmtpTls, smtpSecurity } from './platform/mail/smtp-url.ts'

const flag = z.enum(['on', 'off'])

/** Comma-separated. */
const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((one) => one.trim() || []))

/** What stands before the @ of an address may have 64 characters; the token has 48 of them. */
const isReplyPattern = (text: string): boolean => {
  const [before = '', after, ...more] = text.split('{token}')
  const filled = z.email().safeParse(`${before}${'a'.repeat(48)}${after ?? ''}`)
  return after !== undefined && more.length === 0 && filled.success && filled.data.indexOf('@') <= 64
}
const replyPatternFault =
  'must be an address with {token} before the @, at most 16 characters beside it: answers+{token}@towns.example'

const hasPort = (text: string): boolean => (URL.parse(text)?.port ?? '') !== ''

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().optional(),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_READER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_INTAKE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_TLS: flag.optional(),
  SMTP_CA: z.string().transform(readCertificate).optional(),
  MAIL_FROM: z.string().optional(),
  MAIL_REPLY_TO: z.string().refine(isReplyPattern, replyPatternFault).optional(),
  TRUST_PROXY: flag.default('off'),
  WORKER: flag.default('on'),
  PAGE_CACHE_MB: z.coerce.number().int().min(8).max(16_384).default(128),
  CAMPAIGN_PACE: z.coerce.number().int().min(1).max(6_000).default(120),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  INSTANCE_NAME: z.string().default('Safe Towns'),
  OPERATOR_NAME: z.string().trim().min(3).max(200).optional(),
  REGISTER_AUTHORISATION: z
    .string()
    .trim()
    .max(500)
    .regex(/.{10}/, 'names the decision by which the Congress has authorised the register')
    .regex(/\b\d{4}-\d\d-\d\d\b/, 'holds the day of the decision: 2027-03-24')
    .optional(),
  SECURITY_CONTACT: z.url({ protocol: /^(?:mailto|https)$/ }).optional(),
  CLAMAV_URL: z.url({ protocol: /^tcp$/ }).refine(hasPort, 'needs a port: tcp://127.0.0.1:3310').optional(),
  FILES_URL: z.string().optional(),
  NETWORK: flag.default('on'),
  NETWORK_ALLOW: list,
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).optional(),
  OIDC_SECOND_FACTOR_AMR: list,
  OIDC_SECOND_FACTOR_ACR: list,
})

/** An identity provider of an association or a state, by OpenID Connect. */
export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Stands on the button. */
  readonly name: string
  /** Values of the claims `amr` and `acr` that count as a second factor. */
  readonly secondFactorAmr: readonly string[]
  readonly secondFactorAcr: readonly string[]
}

/** What the rest of the code may know of its surroundings. One line per setting stands in docs/operations.md. */
export interface Config {
  readonly production: boolean
  readonly port: number
  readonly host: string
  /** Origin under which people reach this instance, without a trailing slash. */
  readonly baseUrl: string
  readonly dataDir: string
  /** Undefined: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly databaseReaderUrl: string | undefined
  readonly databaseIntakeUrl: string | undefined
  readonly secret: string
  /** Undefined: mail is written to `dataDir`/outbox (development only). */
  readonly smtpUrl: string | undefined
  /** Undefined: the way to the mail server is encrypted, unless it is on this machine. */
  readonly smtpTls: SmtpTls
  /** Certificates in PEM that vouch for the mail server, beside those that Node knows. */
  readonly smtpCa: string | undefined
  readonly mailFrom: string
  /** An address with `{token}` in it, whose mails are piped into `receive-mail`. Undefined: no mail comes back here. */
  readonly mailReplyTo: string | undefined
  readonly trustProxy: boolean
  readonly worker: boolean
  /** Of public pages that are kept ready to send. */
  readonly pageCacheBytes: number
  /** Mails of campaigns that are handed over in a minute. */
  readonly campaignPace: number
  /** Where a ClamAV daemon looks at files that are sent: `tcp://host:port`. Undefined: nobody looks. */
  readonly clamavUrl: string | undefined
  /** Where files are that people send: a folder in `dataDir` where nobody has said. */
  readonly files: FilesPlace
  /** False: nothing is asked of foreign hosts: no link is checked, no directory pulled. */
  readonly network: boolean
  /** Hosts that may be asked wherever they are: development and tests alone. */
  readonly networkAllow: readonly string[]
  readonly logLevel: string
  readonly instanceName: string
  /** Who runs the instance: in this name certificates are issued. The instance's own where nobody has said. */
  readonly operatorName: string
  /** The decision by which the Congress has authorised the register, with its day. Undefined: it is no official one. */
  readonly registerAuthorisation: string | undefined
  /** `mailto:` or `https:`: whom to tell of a hole. Undefined: nobody has said. */
  readonly securityContact: string | undefined
  /** Undefined: nobody signs in through an identity provider. */
  readonly oidc: OidcConfig | undefined
  /** Sentences for the log at start: allowed, but worth knowing. */
  readonly warnings: readonly string[]
}

export class ConfigFault extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(
      `The settings have ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    )
    this.faults = faults
  }
}

type Environment = z.infer<typeof environment>

function productionFaults(env: Environment): string[] {
  if (env.NODE_ENV !== 'production') return []
  const faults: string[] = []
  if (!env.SECRET) faults.push('SECRET is required in production: 32 or more random characters')
  if (!env.BASE_URL)
    faults.push('BASE_URL is required in production: the address people use, for example https://help.example.org')
  if (!env.SMTP_URL) faults.push('SMTP_URL is required in production: sign-in links and confirmations go by mail')
  if (!env.MAIL_FROM) faults.push('MAIL_FROM is required in production: the sender of every mail')
  if (env.NETWORK_ALLOW.length > 0)
    faults.push('NETWORK_ALLOW must not be set in production: links of officers could reach machines inside')
  return faults
}

/** @returns the text of the file that the setting names. */
function readCertificate(path: string, context: z.RefinementCtx): string {
  try {
    const pem = readFileSync(resolve(path), 'utf8')
    if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem
    context.addIssue({ code: 'custom', message: 'the file holds no certificate in PEM' })
  } catch {
    context.addIssue({ code: 'custom', message: 'the file cannot be read' })
  }
  return z.NEVER
}

function mailFaults({ SMTP_URL: url, SMTP_TLS: tls, MAIL_FROM: from, NODE_ENV }: Environment): string[] {
  if (!url) return []
  const faults: string[] = []
  if (!from) faults.push('MAIL_FROM is required together with SMTP_URL')
  if (new URL(url).search) faults.push('SMTP_URL must not have parameters: SMTP_TLS and SMTP_CA say how it is secured')
  const plain = smtpSecurity(url, tls) === 'plain' && !isThisMachine(url)
  if (plain && (NODE_ENV === 'production' || new URL(url).username)) {
    faults.push('SMTP_TLS must not be off for a mail server on another machine: sign-in links would be read on the way')
  }
  return faults
}

function crossFaults(env: Environment): string[] {
  const faults = productionFaults(env)
  for (const name of ['DATABASE_READER_URL', 'DATABASE_INTAKE_URL'] as const) {
    if (env[name] && !env.DATABASE_URL) {
      faults.push(`${name} needs DATABASE_URL: the embedded database has no second login`)
    }
  }
  faults.push(...oidcFaults(env), ...mailFaults(env), ...filesFaults(env.FILES_URL))
  if (env.BASE_URL && new URL(env.BASE_URL).pathname !== '/') faults.push('BASE_URL must not have a path')
  return [...new Set(faults)]
}

const oidcNeeds = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const

function oidcFaults(env: Environment): string[] {
  const values = [...env.OIDC_SECOND_FACTOR_AMR, ...env.OIDC_SECOND_FACTOR_ACR]
  if (!oidcNeeds.some((name) => env[name]) && values.length === 0) return []
  const faults = oidcNeeds.filter((name) => !env[name]).map((name) => `${name} is required for an identity provider`)
  const issuer = env.OIDC_ISSUER ? new URL(env.OIDC_ISSUER) : undefined
  const here = issuer && ['localhost', '127.0.0.1'].includes(issuer.hostname) && env.NODE_ENV !== 'production'
  if (issuer?.protocol === 'http:' && !here) faults.push('OIDC_ISSUER must begin with https://')
  return faults
}

function oidcOf(env: Environment): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env
  if (!issuer || !clientId || !clientSecret || !name) return undefined
  return {
    issuer,
    clientId,
    clientSecret,
    name,
    secondFactorAmr: env.OIDC_SECOND_FACTOR_AMR,
    secondFactorAcr: env.OIDC_SECOND_FACTOR_ACR,
  }
}

function warningsOf(env: Environment): string[] {
  if (env.NODE_ENV !== 'production') return []
  return [
    ...(env.DATABASE_URL
      ? []
      : ['The embedded database serves one process on one machine: set DATABASE_URL for more than a single town.']),
    ...(env.SECURITY_CONTACT
      ? []
      : ['Nobody is told whom to write to about a hole: set SECURITY_CONTACT to a mailto: or https: address.']),
    ...(env.OPERATOR_NAME
      ? []
      : ['Certificates name no operator: set OPERATOR_NAME to the office that runs this instance.']),
    ...(env.CLAMAV_URL ? [] : ['Files that offices send are not scanned for viruses: set CLAMAV_URL to do so.']),
  ]
}

/** What would keep these settings from starting in production. */
export function faultsInProduction(source: Record<string, string | undefined> = process.env): readonly string[] {
  try {
    readConfig({ ...source, NODE_ENV: 'production' })
    return []
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
}

/** @throws {ConfigFault} with every fault, not only the first. */
export function readConfig(source: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigFault(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  const env = parsed.data
  const faults = crossFaults(env)
  if (faults.length > 0) throw new ConfigFault(faults)
  const production = env.NODE_ENV === 'production'
  return Object.freeze({
    production,
    port: env.PORT,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    baseUrl: (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    databaseReaderUrl: env.DATABASE_READER_URL,
    databaseIntakeUrl: env.DATABASE_INTAKE_URL,
    // Without SECRET a development server forgets its sessions when it stops: nothing secret is written to disk.
    secret: env.SECRET ?? randomBytes(32).toString('hex'),
    smtpUrl: env.SMTP_URL,
    smtpTls: env.SMTP_TLS,
    smtpCa: env.SMTP_CA,
    mailFrom: env.MAIL_FROM ?? 'Safe Towns <no-reply@localhost>',
    mailReplyTo: env.MAIL_REPLY_TO,
    trustProxy: env.TRUST_PROXY === 'on',
    pageCacheBytes: env.PAGE_CACHE_MB * 1_000_000,
    campaignPace: env.CAMPAIGN_PACE,
    worker: env.WORKER === 'on',
    clamavUrl: env.CLAMAV_URL,
    files: filesPlaceOf(env.FILES_URL, resolve(env.DATA_DIR, 'files')),
    network: env.NETWORK === 'on',
    networkAllow: env.NETWORK_ALLOW,
    logLevel: env.LOG_LEVEL,
    instanceName: env.INSTANCE_NAME,
    operatorName: env.OPERATOR_NAME ?? env.INSTANCE_NAME,
    registerAuthorisation: env.REGISTER_AUTHORISATION,
    securityContact: env.SECURITY_CONTACT,
    oidc: oidcOf(env),
    warnings: warningsOf(env),
  })
}
