/** Speaks as a ClamAV daemon does. */
import { createServer } from 'node:net'

export interface Daemon {
  readonly url: string
  close(): Promise<void>
}

/** @param answer what it says of a file; undefined: it hangs up. */
export async function startDaemon(answer: (file: Buffer) => string | undefined): Promise<Daemon> {
  const listening = createServer((socket) => {
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
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => listening.close(() => resolve())),
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
