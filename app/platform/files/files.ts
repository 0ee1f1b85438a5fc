/**
 * Files by what they hold: the name of each is the SHA-256 of its content, so that the same file is there once, no name that
 * somebody sent reaches a folder, and whoever reads one can tell that it is whole.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { FilesPlace } from './files-place.ts'

/** The place where files are is away, full, or has lost one. What was asked can be asked again. */
export class FilesFault extends Error {
  override readonly name = 'FilesFault'
}

/** First and last byte, both of the file. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

export interface Files {
  /** Twice is once. @throws {FilesFault} */
  put(sha256: string, content: Uint8Array): Promise<void>
  /** The whole file; one that is not what its name says is a fault. @throws {FilesFault} */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>
  /** Rejects before the first byte where there is none. @throws {FilesFault} */
  stream(sha256: string, range: ByteRange): Promise<ReadableStream<Uint8Array>>
  /** One that is not there is gone already. @throws {FilesFault} */
  drop(sha256: string): Promise<void>
  /** Whether the place answers. @throws {FilesFault} */
  reach(): Promise<void>
}

export const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

const keyOf = (sha256: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new FilesFault('this is the name of no file')
  return `${sha256.slice(0, 2)}/${sha256}`
}

const lacking =
  'FILES_URL names a bucket, and the packages for it are not installed: npm install @aws-sdk/client-s3 @aws-sdk/s3-request-presigner'

async function openBucket(place: Extract<FilesPlace, { kind: 'bucket' }>): Promise<Disk> {
  const { S3Driver } = await import('flydrive/drivers/s3').catch((error: unknown) => {
    throw new FilesFault(lacking, { cause: error })
  })
  const { endpoint, region, bucket, keyId, secret } = place
  return new Disk(
    new S3Driver({
      ...{ endpoint, region, bucket, visibility: 'private', supportsACL: false },
      credentials: { accessKeyId: keyId, secretAccessKey: secret },
      // Services other than Amazon's know buckets by path alone.
      forcePathStyle: !new URL(endpoint).hostname.endsWith('.amazonaws.com'),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 2,
    }),
  )
}

const openFolder = (folder: string): Disk => new Disk(new FSDriver({ location: folder, visibility: 'private' }))

/** Nothing is opened before it is needed. */
export function createFiles(place: FilesPlace): Files {
  let opened: Promise<Disk> | undefined
  const disk = () => {
    opened ??= place.kind === 'bucket' ? openBucket(place) : Promise.resolve(openFolder(place.folder))
    return opened
  }
  const asked = guarded('could not be looked for', async (sha256) => (await disk()).exists(keyOf(sha256)))
  return {
    put: guarded('could not be kept', async (sha256, content: Uint8Array) => {
      const key = keyOf(sha256)
      const known = await (await disk()).getMetaData(key).catch(() => undefined)
      if (known?.contentLength === content.length) return
      // In a folder the end of the process leaves half a file behind: it has its name once it is whole.
      const written = place.kind === 'folder' ? `incoming/${randomUUID()}` : key
      await (await disk()).put(written, content)
      if (written !== key) await (await disk()).move(written, key)
    }),
    read: guarded('could not be read', async (sha256) => {
      const content = new Uint8Array(await (await disk()).getBytes(keyOf(sha256)))
      if (hashOf(content) !== sha256) throw new FilesFault('a file is not what its name says')
      return content
    }),
    stream: guarded('could not be read', async (sha256, range: ByteRange) => {
      return streamOf(await (await disk()).getStream(keyOf(sha256)), range)
    }),
    drop: guarded('could not be taken away', async (sha256) => {
      await (await disk()).delete(keyOf(sha256))
    }),
    reach: async () => {
      await asked('0'.repeat(64))
    },
  }
}

/** A service's own words may hold addresses and keys: they are the cause, never the message. */
function guarded<More extends unknown[], Value>(
  what: string,
  act: (sha256: string, ...more: More) => Promise<Value>,
): (sha256: string, ...more: More) => Promise<Value> {
  return async (sha256, ...more) => {
    try {
      return await act(sha256, ...more)
    } catch (error) {
      if (error instanceof FilesFault) throw error
      throw new FilesFault(`a file ${what}`, { cause: error })
    }
  }
}

async function* pieces(source: Readable, { from, to }: ByteRange): AsyncGenerator<Uint8Array, void> {
  let at = 0
  for await (const chunk of source) {
    const bytes = chunk as Uint8Array
    const part = bytes.subarray(Math.max(from - at, 0), Math.max(to + 1 - at, 0))
    at += bytes.length
    if (part.length > 0) yield part
    if (at > to) return
  }
  throw new FilesFault('a file is shorter than it was')
}

/** The first part is read before there is a stream: a file that is not there is known while there is an answer to give. */
async function streamOf(source: Readable, range: ByteRange): Promise<ReadableStream<Uint8Array>> {
  const parts = pieces(source, range)
  const first = await parts.next()
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (!first.done) controller.enqueue(first.value)
    },
    pull: async (controller) => {
      const next = await parts.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    // Whoever asked has gone: the rest is not read.
    cancel: async () => {
      await parts.return()
    },
  })
}
