/**
 * An OpenID provider on this machine that signs in whomever a test names, without asking anything. In front of it stands
 * a door of ours, which can be closed, and which can replace the id token by a forged one.
 */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import { urls } from '../../urls.ts'

export interface TestProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claims about whoever signs in next. */
  person: { sub: string; email?: string; email_verified?: boolean }
  /** What the id token says of how they were made sure of. */
  how: { amr?: string[]; acr?: string }
  /** What is wrong with the next id tokens. */
  forge: 'signature' | 'audience' | 'issuer' | 'expiry' | 'nonce' | undefined
  /** A person at the provider's page, who agrees. @returns where the browser is sent. */
  agree(authorize: URL): Promise<URL>
  pause(): Promise<void>
  resume(): Promise<void>
  close(): Promise<void>
}

const clientId = 'safe-towns'
const clientSecret = 'the secret of a client, for a test alone'

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey

export async function startProvider(port: number): Promise<TestProvider> {
  const issuer = `http://localhost:${port}`
  const key = newKey()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`http://localhost:3000${urls.oidcCallback()}`],
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['for a test alone'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    acrValues: ['urn:example:high', 'urn:example:low'],
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...state.person, sub }) }),
    features: { devInteractions: { enabled: false } },
  })
  const answer = provider.callback()
  let server: Server | undefined
  const open = () =>
    new Promise<void>((resolve) => {
      server = createServer((request, response) => {
        if (request.url === '/token') return void forgeToken(answer, request, response, state, key)
        return void answer(request, response)
      })
      // A connection is kept through the seconds for which a busy machine looks at nothing.
      server.keepAliveTimeout = 600_000
      server.listen(port, 'localhost', () => resolve())
    })
  const shut = () =>
    new Promise<void>((resolve) => {
      server?.close(() => resolve())
      server?.closeAllConnections()
    })
  const state: TestProvider = {
    issuer,
    clientId,
    clientSecret,
    person: { sub: 'nobody' },
    how: {},
    forge: undefined,
    agree: (authorize) => agree(provider, state, authorize),
    pause: shut,
    resume: open,
    close: shut,
  }
  await open()
  return state
}

/** What the provider's own pages do, without pages. */
async function agree(provider: Provider, { person }: TestProvider, authorize: URL): Promise<URL> {
  const params = Object.fromEntries(authorize.searchParams)
  const client = await provider.Client.find(params['client_id'] ?? '')
  if (!client) throw new Error('the provider does not know the client')
  const grant = new provider.Grant({ accountId: person.sub, clientId })
  grant.addOIDCScope('openid email')
  const code = new provider.AuthorizationCode({
    accountId: person.sub,
    client,
    grantId: await grant.save(),
    gty: 'authorization_code',
    scope: 'openid email',
    redirectUri: params['redirect_uri'],
    nonce: params['nonce'],
    codeChallenge: params['code_challenge'],
    codeChallengeMethod: params['code_challenge_method'],
    authTime: Math.floor(Date.now() / 1_000),
  })
  const back = new URL(params['redirect_uri'] ?? '')
  back.searchParams.set('code', await code.save())
  back.searchParams.set('state', params['state'] ?? '')
  back.searchParams.set('iss', provider.issuer)
  return back
}

/** Passes the request on, and signs the id token again: with what the test wants in it. */
async function forgeToken(
  answer: ReturnType<Provider['callback']>,
  request: IncomingMessage,
  response: ServerResponse,
  { how, forge }: TestProvider,
  key: KeyObject,
): Promise<void> {
  const end = response.end.bind(response)
  response.removeHeader('content-length')
  Object.assign(response, {
    end: (body: Buffer | string | undefined) => {
      const text = forged(String(body ?? ''), how, forge, key)
      if (!response.headersSent) response.setHeader('content-length', Buffer.byteLength(text))
      return end(text)
    },
  })
  await answer(request, response)
}

const wrong = {
  signature: {},
  audience: { aud: 'another-client' },
  issuer: { iss: 'https://another.example' },
  expiry: { exp: 1_000 },
  nonce: { nonce: 'another' },
} as const

function forged(body: string, how: object, forge: TestProvider['forge'], key: KeyObject): string {
  const answer = JSON.parse(body)
  if (typeof answer.id_token !== 'string') return body
  const [, claims = ''] = answer.id_token.split('.')
  const told = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const signed = [
    { alg: 'RS256', kid: 'one' },
    { ...told, ...how, ...(forge && wrong[forge]) },
  ]
    .map(encoded)
    .join('.')
  const signature = sign('sha256', Buffer.from(signed), forge === 'signature' ? newKey() : key).toString('base64url')
  return JSON.stringify({ ...answer, id_token: `${signed}.${signature}` })
}
