import { afterEach, expect, test } from 'vitest'
import { createScan } from './clamav.ts'
import { type Daemon, startDaemon } from './test-clamd.ts'

let server: Daemon | undefined
afterEach(() => server?.close())

async function daemon(answer: Parameters<typeof startDaemon>[0]): Promise<string> {
  server = await startDaemon(answer)
  return server.url
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
  await server?.close()
  server = undefined
  await expect(createScan(url)(new Uint8Array(10))).rejects.toThrow('away')
})
