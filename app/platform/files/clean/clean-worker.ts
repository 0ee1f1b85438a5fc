/** Cleans one file that somebody sent, in a thread of its own: whatever is in it can take down nothing else. */
import { parentPort, workerData } from 'node:worker_threads'
import type { FileFaultCode, FileType } from '../file-types.ts'
import { cleanMedia } from './clean-media.ts'
import { cleanOffice } from './clean-office.ts'
import { cleanPdf, EncryptedFault } from './clean-pdf.ts'
import { cleanPicture } from './clean-picture.ts'
import { drawnPicture } from './draw-svg.ts'
import { OfficeFault } from './unpack.ts'

export interface ToClean {
  readonly content: Uint8Array
  /** A drawing becomes a picture. */
  readonly type: FileType | 'svg'
  readonly title: string
  readonly side: number | undefined
}
export type Cleaned = { readonly content: Uint8Array } | { readonly fault: FileFaultCode }

async function clean({ content, type, title, side }: ToClean): Promise<Uint8Array> {
  if (type === 'svg') return cleanPicture(drawnPicture(content, side), 'png', side)
  if (type === 'pdf') return cleanPdf(content, title)
  if (type === 'png' || type === 'jpg') return cleanPicture(content, type, side)
  if (type === 'mp3' || type === 'mp4' || type === 'webm') return cleanMedia(content, type)
  return cleanOffice(content)
}

function faultOf(error: unknown): FileFaultCode {
  if (error instanceof OfficeFault) return error.code
  return error instanceof EncryptedFault ? 'encrypted' : 'damaged'
}

// A container notes when it was packed: the same file twice would be two.
Date.now = () => 0

const answer: Cleaned = await clean(workerData as ToClean).then(
  (content) => ({ content }),
  (error: unknown) => ({ fault: faultOf(error) }),
)
parentPort?.postMessage(answer)
