import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createScan } from './clamav.ts'

let server: Server | undefined
afterEach(() => server?.close())

/** Speaks as the daemon does. @returns its address. */
async function daemon(answer: (file: Buffer) => string | undefined): Promise<string> {
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
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `tcp://127.0.0.1:${address.port}`
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

test('the daemon gets every byte, and its word decides', async () => {
  const file = new Uint8Array(200_000).map((_, index) => index % 251)
  let seen = 0
  const scan = createScan(
    await daemon((heard) => {
      seen = heard.length
      return Buffer.from(file).equals(heard) ? 'stream: OK\0' : 'stream: Eicar-Test-Signature FOUND\0'
    }),
  )
  expect(await scan(file)).toBe('clean')
  expect(seen).toBe(file.length)
  expect(await scan(Uint8Array.from([1, 2, 3]))).toBe('infected')
})

test.each([
  ['hangs up', () => undefined],
  ['refuses the size', () => 'INSTREAM size limit exceeded. ERROR\0'],
  ['says too much', () => 'x'.repeat(5_000)],
])('a daemon that %s leaves the file unchecked, which is a fault and no "clean"', async (_, answer) => {
  const scan = createScan(await daemon(answer))
  await expect(scan(new Uint8Array(10))).rejects.toThrow('virus scanner')
})

test('one that does not answer, or is not there, is a fault too', async () => {
  const url = await daemon(() => '')
  await expect(createScan(url, 0)(new Uint8Array(10))).rejects.toThrow('too long')
  await new Promise<void>((resolve) => server?.close(() => resolve()))
  server = undefined
  await expect(createScan(url)(new Uint8Array(10))).rejects.toThrow('away')
})
