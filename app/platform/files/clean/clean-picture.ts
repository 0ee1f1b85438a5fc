/** Pictures are drawn anew: what is left is what is seen. Author, place, device, preview and colour profile are gone. */
import sharp from 'sharp'

const mostPixels = 60_000_000

/** @throws where it is no picture, is damaged, or is larger than a poster needs. */
export async function cleanPicture(content: Uint8Array, type: 'png' | 'jpg', side?: number): Promise<Uint8Array> {
  const picture = sharp(content, { limitInputPixels: mostPixels, failOn: 'error' })
    // A telephone notes how it was held; that goes with the rest.
    .rotate()
  if (side) picture.resize(side, side, { fit: 'inside', withoutEnlargement: true })
  const drawn = type === 'png' ? picture.png({ compressionLevel: 9 }) : picture.jpeg({ quality: 90, mozjpeg: true })
  return new Uint8Array(await drawn.toBuffer())
}

/** For a JPEG inside another file, which may be there in colours for print: its notes are cut out, its dots stay. */
export function withoutJpegNotes(content: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [content.subarray(0, 2)]
  let at = 2
  while (at + 4 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0
    // The dots begin.
    if (marker === 0xda) break
    const length = ((content[at + 2] ?? 0) << 8) | (content[at + 3] ?? 0)
    if (length < 2) return content
    const isNote = marker === 0xe1 || marker === 0xed || marker === 0xfe
    if (!isNote) parts.push(content.subarray(at, at + 2 + length))
    at += 2 + length
  }
  parts.push(content.subarray(at))
  return new Uint8Array(Buffer.concat(parts))
}
