/** A daemon for tests that speaks as ClamAV does, and finds what the test says. */
import { createServer } from 'node:net'

export interface ScanDaemon {
  readonly url: string
  /** Nobody answers any more. */
  close(): Promise<void>
}

/** What is no virus: a daemon of a test finds it. */
export const marked = 'A-VIRUS-OF-A-TEST'

export const findsMarked = (file: Buffer): string =>
  file.includes(marked) ? 'stream: Test-Signature FOUND\0' : 'stream: OK\0'

/** @param answer undefined: hangs up. */
export async function scanDaemon(answer: (file: Buffer) => string | undefined): Promise<ScanDaemon> {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (data: Buffer) => {
      heard = Buffer.concat([heard, data])
      const file = fileIn(heard)
      if (!file) return
      const said = answer(file)
      if (said === undefined) socket.end()
      else socket.write(said)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}

/** Undefined while it is not whole. */
function fileIn(heard: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (heard.subarray(0, command.length).toString() !== command) return undefined
  const parts: Buffer[] = []
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
