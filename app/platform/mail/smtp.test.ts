/** Mail over an encrypted connection, to a real server. */
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { type Mail, type Mailer, MailRefused } from './mail.ts'
import { createSmtpMailer, type SmtpSettings } from './smtp.ts'
import { isThisMachine, smtpSecurity } from './smtp-url.ts'
import { certificate, header, startSmtpServer } from './test-smtp-server.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

const mail: Mail = { to: 'anna@town.example', subject: 'Hello', text: 'Hello', messageId: '<1@towns.example>' }
const ca = certificate('ca.pem')
const loopback = { key: certificate('loopback.key'), cert: certificate('loopback.pem') }
const elsewhere = { key: certificate('elsewhere.key'), cert: certificate('elsewhere.pem') }

/** Whether each mail came over an encrypted connection. */
async function serverThatNotes(options: SMTPServerOptions) {
  const encrypted: boolean[] = []
  const server = await startSmtpServer({
    ...options,
    onMailFrom: (_address, session, done) => {
      encrypted.push(session.secure)
      done()
    },
  })
  cleanups.push(() => server.close())
  return { ...server, encrypted }
}

function mailerTo(url: string, more: Partial<SmtpSettings> = {}): Mailer {
  return createSmtpMailer({ url, tls: undefined, ca, from: 'Safe Towns <no-reply@towns.example>', ...more })
}

/** Not sent, but for a fault that somebody can mend: the mail waits. */
async function expectToWait(mailer: Mailer, code: RegExp): Promise<void> {
  const error = await mailer.send(mail).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Error)
  expect(error).not.toBeInstanceOf(MailRefused)
  expect(String(error instanceof Error && 'code' in error ? error.code : '')).toMatch(code)
}

describe('how a connection is secured', () => {
  test.each([
    ['smtps://mail.example.org', undefined, 'tls'],
    ['smtps://localhost', 'off', 'tls'],
    ['smtp://mail.example.org', undefined, 'starttls'],
    ['smtp://mail.example.org', 'off', 'plain'],
    ['smtp://127.0.0.1:2525', undefined, 'plain'],
    ['smtp://[::1]:2525', undefined, 'plain'],
    ['smtp://localhost', 'on', 'starttls'],
    ['smtp://localhost.example.org', undefined, 'starttls'],
    ['smtp://127.example.org', undefined, 'starttls'],
  ] as const)('%s with SMTP_TLS %s: %s', (url, said, security) => {
    expect(smtpSecurity(url, said)).toBe(security)
  })

  test('only names and addresses of this machine are this machine', () => {
    expect(['smtp://127.0.0.53', 'smtp://localhost'].every(isThisMachine)).toBe(true)
    expect(['smtp://10.0.0.1', 'smtp://127.0.0.1.example.org'].some(isThisMachine)).toBe(false)
  })
})

describe('STARTTLS', () => {
  const options = { ...loopback, disabledCommands: ['AUTH'] }

  test('is used before anything is said of a mail', async () => {
    const server = await serverThatNotes(options)
    await mailerTo(`smtp://127.0.0.1:${server.port}`, { tls: 'on' }).send(mail)
    expect(server.encrypted).toEqual([true])
    expect(server.received).toHaveLength(1)
  })

  test('is insisted on: a server that does not offer it gets no mail', async () => {
    const server = await serverThatNotes({})
    await expectToWait(mailerTo(`smtp://127.0.0.1:${server.port}`, { tls: 'on' }), /ETLS|ESOCKET/)
    expect(server.encrypted).toEqual([])
  })

  test('needs a certificate that somebody known vouches for', async () => {
    const server = await serverThatNotes(options)
    await expectToWait(mailerTo(`smtp://127.0.0.1:${server.port}`, { tls: 'on', ca: undefined }), /ETLS|ESOCKET/)
    expect(server.encrypted).toEqual([])
  })

  test('cannot be weakened by parameters of the address', async () => {
    const server = await serverThatNotes(options)
    const address = `smtp://127.0.0.1:${server.port}?tls.rejectUnauthorized=false&ignoreTLS=true`
    await expectToWait(mailerTo(address, { tls: 'on', ca: undefined }), /ETLS|ESOCKET/)
    expect(server.encrypted).toEqual([])
  })
})

describe('TLS from the first byte', () => {
  test('is what smtps:// means', async () => {
    const server = await serverThatNotes({ ...loopback, secure: true })
    await mailerTo(`smtps://127.0.0.1:${server.port}`).send(mail)
    expect(server.encrypted).toEqual([true])
  })

  test('refuses the certificate of another server', async () => {
    const server = await serverThatNotes({ ...elsewhere, secure: true })
    await expectToWait(mailerTo(`smtps://127.0.0.1:${server.port}`), /ETLS|ESOCKET|ALTNAME/)
    expect(server.encrypted).toEqual([])
  })

  test('refuses a certificate that nobody known vouches for', async () => {
    const server = await serverThatNotes({ ...loopback, secure: true })
    await expectToWait(
      mailerTo(`smtps://127.0.0.1:${server.port}`, { ca: undefined }),
      /ETLS|ESOCKET|SELF_SIGNED|VERIFY/,
    )
    expect(server.encrypted).toEqual([])
  })
})

describe('a server that wants a login', () => {
  const options: SMTPServerOptions = {
    ...loopback,
    disabledCommands: [],
    onAuth: ({ username, password }, session, done) => {
      const known = session.secure && username === 'office@towns.example' && password === 'p@ss/word'
      if (known) done(null, { user: username })
      else done(Object.assign(new Error('no'), { responseCode: 535 }))
    },
  }

  test('gets it over the encrypted connection', async () => {
    const server = await serverThatNotes(options)
    const login = `${encodeURIComponent('office@towns.example')}:${encodeURIComponent('p@ss/word')}`
    await mailerTo(`smtp://${login}@127.0.0.1:${server.port}`, { tls: 'on' }).send(mail)
    expect(server.received).toHaveLength(1)
  })

  test('and refuses a wrong one: the mail waits for better settings', async () => {
    const server = await serverThatNotes(options)
    await expectToWait(mailerTo(`smtp://office:wrong@127.0.0.1:${server.port}`, { tls: 'on' }), /EAUTH/)
    expect(server.received).toEqual([])
  })
})

test('a mail that can be stopped says where, for one POST', async () => {
  const server = await serverThatNotes({})
  const unsubscribe = `https://towns.example/mail/stop?token=${'x'.repeat(90)}`
  const mailer = mailerTo(`smtp://127.0.0.1:${server.port}`)
  await mailer.send({ ...mail, unsubscribe })
  await mailer.send(mail)
  const [with_ = '', without = ''] = server.received
  expect(header(with_, 'List-Unsubscribe')).toBe(`<${unsubscribe}>`)
  expect(header(with_, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  expect(header(with_, 'Auto-Submitted')).toBe('auto-generated')
  expect(header(without, 'List-Unsubscribe')).toBeUndefined()
})

describe('a connection that stays open for the next mail', () => {
  const to = (name: string): Mail => ({ ...mail, to: `${name}@town.example`, messageId: `<${name}@towns.example>` })

  /** Refuses one mailbox, and hangs up in the middle of the first mail to another. */
  async function moodyServer() {
    const connections = new Set<string>()
    let hangsUp = true
    const server = await startSmtpServer({
      onRcptTo: ({ address }, { id }, done) => {
        connections.add(id)
        if (address.startsWith('gone@')) done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
        else done()
      },
      onData: (stream, session, done) => {
        const [receiver] = session.envelope.rcptTo
        const leaves = hangsUp && receiver?.address.startsWith('cut@')
        if (leaves) hangsUp = false
        stream.on('data', () => {
          if (leaves) server.hangUp(session)
        })
        stream.on('end', () => {
          if (!leaves) got.push(receiver?.address ?? '')
          done()
        })
      },
    })
    const got: string[] = []
    cleanups.push(() => server.close())
    return { mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, { keepsOpen: true }), connections, got }
  }

  test('carries all of them, also after one that is refused', async () => {
    const { mailer, connections, got } = await moodyServer()
    await mailer.send(to('anna'))
    await expect(mailer.send(to('gone'))).rejects.toBeInstanceOf(MailRefused)
    await mailer.send(to('berta'))
    expect(got).toEqual(['anna@town.example', 'berta@town.example'])
    expect(connections.size).toBe(1)
  })

  test('a mail in whose middle the server hangs up is left to whoever sends it; the next has a new connection', async () => {
    const { mailer, connections, got } = await moodyServer()
    await mailer.send(to('anna'))
    const error = await mailer.send(to('cut')).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(MailRefused)
    await mailer.send(to('berta'))
    expect(got).toEqual(['anna@town.example', 'berta@town.example'])
    expect(connections.size).toBe(2)
    await mailer.send(to('cut'))
    expect(got).toHaveLength(3)
  })
})
