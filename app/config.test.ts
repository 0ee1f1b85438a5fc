import { expect, test } from 'vitest'
import { ConfigFault, readConfig } from './config.ts'

const production = {
  NODE_ENV: 'production',
  SECRET: 's'.repeat(32),
  BASE_URL: 'https://help.example.org',
  SMTP_URL: 'smtps://mail.example.org',
  MAIL_FROM: 'Help <help@example.org>',
}

function faultsOf(source: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(source)
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
  return []
}

test('works without any setting, on this machine alone', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ production: false, port: 3000, host: '127.0.0.1', baseUrl: 'http://localhost:3000' })
  expect(config.secret.length).toBeGreaterThanOrEqual(32)
  expect(readConfig({}).secret).not.toBe(config.secret)
})

test('files are kept below the data folder, elsewhere where it is said, and nothing that is half there starts', () => {
  expect(readConfig({ DATA_DIR: '/srv/x' }).files).toEqual({ kind: 'folder', folder: '/srv/x/files' })
  expect(readConfig({ FILES_URL: 's3://k%2F1:s@s3.example.org/toolkit?region=eu' }).files).toMatchObject({
    ...{ kind: 'bucket', bucket: 'toolkit', keyId: 'k/1', endpoint: 'https://s3.example.org' },
  })
  const half = faultsOf({ ...production, FILES_URL: 's3://hush@s3.example.org/toolkit' })
  expect([half.length, half.join().includes('hush')]).toEqual([2, false])
})

test('public pages take as much memory as is said, within bounds', () => {
  expect(readConfig({}).pageCacheBytes).toBe(128_000_000)
  expect(readConfig({ PAGE_CACHE_MB: '32' }).pageCacheBytes).toBe(32_000_000)
  for (const wrong of ['0', '7', '1.5', '99999', 'much']) {
    expect(faultsOf({ PAGE_CACHE_MB: wrong })[0]).toContain('PAGE_CACHE_MB')
  }
})

test('production listens to everybody, warns about the embedded database and asks whom to tell of a hole', () => {
  const config = readConfig(production)
  expect(config).toMatchObject({ production: true, host: '0.0.0.0', baseUrl: 'https://help.example.org' })
  expect(config.warnings).toHaveLength(4)
  const told = { SECURITY_CONTACT: 'mailto:security@help.example.org' }
  expect(readConfig({ ...production, ...told }).warnings).toHaveLength(3)
  const named = { ...told, OPERATOR_NAME: 'Office of the Pact' }
  expect(readConfig({ ...production, ...named })).toMatchObject({ operatorName: 'Office of the Pact' })
  const scanned = { ...named, CLAMAV_URL: 'tcp://127.0.0.1:3310' }
  expect(readConfig({ ...production, ...scanned }).warnings).toHaveLength(1)
  expect(readConfig({ ...production, ...scanned, DATABASE_URL: 'postgres://u:p@localhost/x' }).warnings).toEqual([])
  expect(faultsOf({ SECURITY_CONTACT: 'security@help.example.org' })[0]).toContain('SECURITY_CONTACT')
})

test.each(['SECRET', 'BASE_URL', 'SMTP_URL', 'MAIL_FROM'])('production refuses to start without %s', (name) => {
  expect(faultsOf({ ...production, [name]: undefined }).join('\n')).toContain(name)
})

test('tells all faults at once', () => {
  const faults = faultsOf({ NODE_ENV: 'production', DATABASE_READER_URL: 'postgres://u@localhost/x' })
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'SECRET',
    'BASE_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'DATABASE_READER_URL',
  ])
})

test('mail to another machine is never sent in plain by a production server, nor is a login', () => {
  const off = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'x@example.org', SMTP_TLS: 'off' }
  expect(faultsOf({ ...production, ...off })).toEqual([expect.stringContaining('SMTP_TLS must not be off')])
  expect(faultsOf({ ...off, SMTP_URL: 'smtp://u:p@mail.example.org' }).join()).toContain('SMTP_TLS must not be off')
  expect(faultsOf(off)).toEqual([])
  expect(faultsOf({ ...production, ...off, SMTP_URL: 'smtp://127.0.0.1:25' })).toEqual([])
  expect(faultsOf({ ...production, ...off, SMTP_TLS: 'on' })).toEqual([])
})

test('no parameter of the mail address can switch a check off', () => {
  const weak = 'smtps://mail.example.org?tls.rejectUnauthorized=false'
  expect(faultsOf({ ...production, SMTP_URL: weak })).toEqual([expect.stringContaining('SMTP_URL must not have param')])
})

test('reads the certificates that vouch for the mail server', () => {
  const ca = new URL('../tests/certificates/ca.pem', import.meta.url).pathname
  expect(readConfig({ SMTP_CA: ca }).smtpCa).toContain('BEGIN CERTIFICATE')
  expect(readConfig({}).smtpCa).toBeUndefined()
})

test.each([
  ['SMTP_TLS', 'maybe'],
  ['SMTP_CA', 'no-such-file.pem'],
  ['SMTP_CA', 'package.json'],
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['SECRET', 'short'],
  ['BASE_URL', 'help.example.org'],
  ['BASE_URL', 'https://example.org/sub'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['SMTP_URL', 'https://example.org'],
  ['WORKER', 'maybe'],
  ['LOG_LEVEL', 'loud'],
])('refuses %s=%s', (name, value) => {
  expect(faultsOf({ [name]: value }).join('\n')).toMatch(name === 'SMTP_URL' ? /SMTP_URL/ : new RegExp(name))
})

const oidc = {
  OIDC_ISSUER: 'https://id.example.org',
  OIDC_CLIENT_ID: 'safe-towns',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_NAME: 'Example ID',
}

test('an identity provider is given whole or not at all', () => {
  expect(readConfig({}).oidc).toBeUndefined()
  expect(readConfig({ ...oidc, OIDC_SECOND_FACTOR_AMR: 'mfa, hwk,' }).oidc).toEqual({
    issuer: 'https://id.example.org',
    clientId: 'safe-towns',
    clientSecret: 'secret',
    name: 'Example ID',
    secondFactorAmr: ['mfa', 'hwk'],
    secondFactorAcr: [],
  })
  for (const name of Object.keys(oidc)) {
    expect(faultsOf({ ...oidc, [name]: undefined }).map((fault) => fault.split(' ')[0])).toEqual([name])
  }
  expect(faultsOf({ OIDC_SECOND_FACTOR_ACR: 'high' })).toHaveLength(4)
})

test('an identity provider is asked over https, except on this machine', () => {
  expect(faultsOf({ ...oidc, OIDC_ISSUER: 'http://id.example.org' })).toEqual(['OIDC_ISSUER must begin with https://'])
  expect(faultsOf({ ...oidc, OIDC_ISSUER: 'http://localhost:4000' })).toEqual([])
  expect(faultsOf({ ...production, ...oidc, OIDC_ISSUER: 'http://localhost:4000' })).toHaveLength(1)
})

test('production allows no host beside the open internet; requests to it can be switched off', () => {
  const allow = { NETWORK_ALLOW: 'localhost:4000, 127.0.0.1' }
  expect(faultsOf({ ...production, ...allow })).toEqual([expect.stringContaining('NETWORK_ALLOW must not be set')])
  expect(readConfig(allow)).toMatchObject({ network: true, networkAllow: ['localhost:4000', '127.0.0.1'] })
  expect(readConfig({ ...production, NETWORK: 'off' }).network).toBe(false)
})

test('a register is authorised by a decision with its day, or not at all', () => {
  expect(readConfig({}).registerAuthorisation).toBeUndefined()
  const decision = 'Decision of the Bureau of the Congress of 2027-03-24'
  expect(readConfig({ REGISTER_AUTHORISATION: decision }).registerAuthorisation).toBe(decision)
  for (const wrong of ['yes', 'true', 'Authorised by the Congress'])
    expect(faultsOf({ REGISTER_AUTHORISATION: wrong }).join()).toContain('REGISTER_AUTHORISATION')
})
