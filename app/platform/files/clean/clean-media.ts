/** Sound and film packed anew: the same sound and the same pictures, without names, places, covers and chapters. */
import {
  BufferSource,
  BufferTarget,
  Conversion,
  Input,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'

const formats = {
  mp3: () => new Mp3OutputFormat(),
  mp4: () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  webm: () => new WebMOutputFormat(),
} as const

/** @throws where it is damaged, or holds something else than sound and film. */
export async function cleanMedia(content: Uint8Array, type: keyof typeof formats): Promise<Uint8Array> {
  const input = new Input({ source: new BufferSource(content), formats: [MP3, MP4, WEBM] })
  const target = new BufferTarget()
  const output = new Output({ format: formats[type](), target })
  const conversion = await Conversion.init({ input, output, tags: {}, showWarnings: false })
  if (!conversion.isValid || conversion.discardedTracks.length > 0) throw new Error('a track cannot be copied')
  await conversion.execute()
  if (!target.buffer) throw new Error('nothing was written')
  return new Uint8Array(target.buffer)
}
