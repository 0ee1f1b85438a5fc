/** Files in a folder and in a bucket: the same for whoever keeps them. */
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../../tests/free-port.ts'
import { createFiles, type Files, FilesFault, hashOf } from './files.ts'
import { filesFaults, filesPlaceOf, placeName } from './files-place.ts'

const folder = mkdtempSync(join(tmpdir(), 'safe-towns-files-'))
let server: S3rver
let port = 0
beforeAll(async () => {
  port = await freePort()
  const directory = join(folder, 'bucket')
  server = new S3rver({ port, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'toolkit' }] })
  await server.run()
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const bucket = (key = 'S3RVER') => `s3://${key}:S3RVER@127.0.0.1:${port}/toolkit?region=any&tls=off`
const places: readonly (readonly [string, () => Files])[] = [
  ['a folder', () => createFiles(filesPlaceOf(undefined, join(folder, 'kept')))],
  ['a bucket', () => createFiles(filesPlaceOf(bucket(), ''))],
]
const content = new Uint8Array(150_000).map((_, index) => index % 251)
const name = hashOf(content)
const all = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer())

describe.each(places)('%s', (_, open) => {
  test('keeps a file once, gives the whole or a part of it, and takes it away', async () => {
    const files = open()
    await files.reach()
    await files.put(name, content)
    await files.put(name, content)
    expect(await files.read(name)).toEqual(content)
    for (const [from, to] of [
      [0, content.length - 1],
      [0, 0],
      [70_000, 140_000],
      [content.length - 1, content.length - 1],
    ] as const) {
      expect(await all(await files.stream(name, { from, to }))).toEqual(content.subarray(from, to + 1))
    }
    const left = await files.stream(name, { from: 0, to: content.length - 1 })
    await left.cancel()
    await files.drop(name)
    await files.drop(name)
    await expect(files.read(name)).rejects.toThrow(FilesFault)
    await expect(files.stream(name, { from: 0, to: 1 })).rejects.toThrow(FilesFault)
  })

  test('takes nothing for the name of a file but a hash', async () => {
    for (const path of ['../../etc/passwd', '', `${name}/..`]) {
      await expect(open().put(path, content)).rejects.toThrow('the name of no file')
    }
  })
})

test('a file that is not whole any more is a fault, and is mended by whoever sends it again', async () => {
  const files = createFiles({ kind: 'folder', folder: join(folder, 'mended') })
  await files.put(name, content)
  truncateSync(join(folder, 'mended', name.slice(0, 2), name), 100)
  await expect(files.read(name)).rejects.toThrow('not what its name says')
  await expect(files.stream(name, { from: 0, to: 200 }).then(all)).rejects.toThrow('shorter than it was')
  await files.put(name, content)
  expect(await files.read(name)).toEqual(content)
  expect(readdirSync(join(folder, 'mended', 'incoming'))).toEqual([])
})

test('what a service says never reaches whoever asked, nor the secret the log', async () => {
  const files = createFiles(filesPlaceOf(bucket('NOBODY'), ''))
  const fault = await files.put(name, content).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(FilesFault)
  expect(String(fault)).toBe('FilesFault: a file could not be kept')
  expect(placeName(filesPlaceOf(bucket(), ''))).toBe(`the bucket toolkit at 127.0.0.1:${port}`)
  const away = createFiles(filesPlaceOf('s3://k:s@127.0.0.1:1/toolkit?region=any&tls=off', ''))
  await expect(away.reach()).rejects.toThrow('could not be looked for')
})

test('a setting that is half there is refused with every fault, and without what is secret in it', () => {
  expect(filesFaults(undefined)).toEqual([])
  expect(filesFaults('file:///var/lib/safe-towns/files')).toEqual([])
  expect(filesFaults('s3://key:secret@s3.example.org/toolkit?region=eu')).toEqual([])
  const half = filesFaults('s3://Aladdin@s3.example.org/?colour=blue')
  expect(half.map((one) => one.slice(0, 27))).toEqual([
    'FILES_URL lacks the name of',
    'FILES_URL lacks the key or ',
    'FILES_URL lacks the region,',
    'FILES_URL takes no paramete',
  ])
  expect(half.join()).not.toContain('Aladdin')
  expect(filesFaults('s3://k:s@s3.example.org/toolkit?region=eu&tls=off')[0]).toContain('another machine')
  expect(filesFaults('https://s3.example.org')[0]).toContain('file: or s3:')
  expect(filesFaults('file://server/share')[0]).toContain('by its whole path')
})
