/** A real mail server on a free port of this machine, for tests. */
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface TestSmtpServer {
  readonly port: number
  /** The mails it took, as they came over the wire; lines of long headers are joined. */
  readonly received: readonly string[]
  /** Hangs up on a caller without a word. */
  hangUp(caller: { readonly remotePort: number }): void
  close(): Promise<void>
}

const certificates = new URL('../../../tests/certificates/', import.meta.url)

/** A file of tests/certificates. */
export function certificate(name: string): string {
  return readFileSync(new URL(name, certificates), 'utf8')
}

/**
 * Takes every mail of everybody, in plain, unless `options` say otherwise.
 *
 * @param port a free one when left out.
 */
export async function startSmtpServer(
  options: SMTPServerOptions = {},
  { port = 0 }: { port?: number } = {},
): Promise<TestSmtpServer> {
  const received: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    // Looking up who calls would ask the network.
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const wire = Buffer.concat(chunks)
          .toString('utf8')
          .replace(/\r\n[ \t]+/g, ' ')
        received.push(wire)
        done()
      })
    },
    ...options,
  })
  // A caller who does not trust the certificate hangs up: that is what is tested.
  server.on('error', () => undefined)
  const sockets = new Map<number | undefined, Socket>()
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  const listening = Promise.withResolvers<void>()
  server.listen(port, '127.0.0.1', () => listening.resolve())
  await listening.promise
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    received,
    hangUp: ({ remotePort }) => void sockets.get(remotePort)?.destroy(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Some callers would stay for their next mail.
        for (const socket of sockets.values()) socket.destroy()
      }),
  }
}

/** What is in one header of a mail. */
export function header(wire: string, name: string): string | undefined {
  return new RegExp(`^${name}: (.*)$`, 'im').exec(wire)?.[1]?.trim()
}
