/**
 * Asks a ClamAV daemon of the operator whether a file holds something known to do harm: its command INSTREAM, over TCP. It
 * is given bytes and nothing else: no name of a file, nor whose it is.
 */
import { connect, type Socket } from 'node:net'

export type ScanVerdict = 'clean' | 'infected'

/** The daemon is away, too slow, or says something that is no answer. A file that was not looked at is not taken. */
export class ScanFault extends Error {
  override readonly name = 'ScanFault'
}

/** @throws {ScanFault} */
export type Scan = (bytes: Uint8Array) => Promise<ScanVerdict>

const usualLimit = 60_000
const chunk = 64 * 1024
const longestAnswer = 4_096

/** @param url `tcp://host:port`. @param limit for one file, in milliseconds. */
export function createScan(url: string, limit = usualLimit): Scan {
  const { hostname, port } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  return async (bytes) => {
    const socket = connect({ host, port: Number(port) })
    try {
      return verdictOf(await asked(socket, bytes, limit))
    } finally {
      socket.destroy()
    }
  }
}

function asked(socket: Socket, bytes: Uint8Array, limit: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const timer = setTimeout(() => reject(new ScanFault('the virus scanner took too long')), limit)
  let answer = ''
  socket.on('connect', () => send(socket, bytes))
  socket.on('data', (data: Buffer) => {
    answer += data.toString('latin1')
    if (answer.includes('\0')) resolve(answer.split('\0')[0] ?? '')
    else if (answer.length > longestAnswer) reject(new ScanFault('the virus scanner says too much'))
  })
  socket.on('close', () => reject(new ScanFault('the virus scanner hung up')))
  socket.on('error', (error: Error) => reject(new ScanFault(`the virus scanner is away: ${error.message}`)))
  return promise.finally(() => clearTimeout(timer))
}

/** Each part with its length before it; an empty one ends the file. */
function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let from = 0; from < bytes.length; from += chunk) {
    const part = bytes.subarray(from, from + chunk)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.length)
    socket.write(length)
    socket.write(part)
  }
  socket.write(Buffer.alloc(4))
}

function verdictOf(answer: string): ScanVerdict {
  if (/^stream: OK$/.test(answer)) return 'clean'
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
  throw new ScanFault('the virus scanner could not look at the file')
}
