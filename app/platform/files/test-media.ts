/** The smallest sound and film that say who made them: silence in a container, with notes. */
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'

/** MPEG 1, layer III, 128 kbit/s, 44.1 kHz, two channels: nothing is heard. */
const silence = () => {
  const frame = new Uint8Array(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  return frame
}
/** The head of a VP8 key frame of 16 by 16 dots. */
const dark = () => Uint8Array.from([0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x10, 0x00, 0x10, 0x00, 0x00, 0x00])

const tags = { artist: 'Ada Example', comment: '52.1,4.3' }

export async function tellingMedia(type: 'mp3' | 'mp4' | 'webm'): Promise<Uint8Array> {
  const target = new BufferTarget()
  const format =
    type === 'mp3' ? new Mp3OutputFormat() : type === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat()
  const output = new Output({ format, target })
  output.setMetadataTags(tags)
  if (type === 'webm') {
    const source = new EncodedVideoPacketSource('vp8')
    output.addVideoTrack(source)
    await output.start()
    const decoderConfig = { codec: 'vp8', codedWidth: 16, codedHeight: 16 }
    for (const at of [0, 1]) await source.add(new EncodedPacket(dark(), 'key', at, 1), { decoderConfig })
  } else {
    const source = new EncodedAudioPacketSource('mp3')
    output.addAudioTrack(source)
    await output.start()
    const decoderConfig = { codec: 'mp3', numberOfChannels: 2, sampleRate: 44_100 }
    for (let at = 0; at < 8; at += 1) {
      await source.add(new EncodedPacket(silence(), 'key', (at * 1152) / 44_100, 1152 / 44_100), { decoderConfig })
    }
  }
  await output.finalize()
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0))
}
