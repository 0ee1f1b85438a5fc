/** A file that somebody sent: looked at by its content, cleaned, and only then something to keep. */
import { fileTypeFromBuffer } from 'file-type'
import type { Log } from '../log.ts'
import { pagesOfPdf } from '../pdf/sent-pdf.ts'
import { type Scan, ScanFault } from '../virus-scan/clamav.ts'
import { cleanFile } from './clean/clean-file.ts'
import { isPacked, OfficeFault, unpacked } from './clean/unpack.ts'
import { type FileFaultCode, type FileType, fileTypes, type KeptFile } from './file-types.ts'
import { hashOf } from './files.ts'

export interface LookDeps {
  /** Undefined: this instance has nothing that looks for viruses. */
  readonly scan: Scan | undefined
  readonly log: Pick<Log, 'error'>
}

export interface Looking {
  readonly types: readonly FileType[]
  readonly mostBytes: number
  /** A drawing (SVG) is taken as the picture (PNG) that it makes. */
  readonly drawn?: boolean
  /** The longest side of a picture, in dots. */
  readonly side?: number
  /** Stands in a PDF, whose readers show it in place of a name. */
  readonly title: string
}

export type LookedAt =
  | { readonly file: KeptFile & { readonly content: Uint8Array } }
  | { readonly fault: FileFaultCode }

/** Nothing that the sender said of it counts: not its name, not its type. */
export async function lookAtFile(
  { scan, log }: LookDeps,
  content: Uint8Array,
  { types, mostBytes, title, drawn = false, side }: Looking,
): Promise<LookedAt> {
  if (content.length === 0) return { fault: 'empty' }
  if (content.length > mostBytes) return { fault: 'large' }
  const unsafe = await scanned(scan, log, content)
  if (unsafe) return { fault: unsafe }
  // Before anybody unpacks a part of it to see what it is.
  const packed = faultOfPacked(content)
  if (packed) return { fault: packed }
  const mime = (await fileTypeFromBuffer(content).catch(() => undefined))?.mime
  const isDrawing = drawn && isDrawn(content) && types.includes('png')
  const type = isDrawing ? 'png' : types.find((one) => fileTypes[one].mime === mime)
  // Word, Excel and PowerPoint put a file with a password into a container of the nineties.
  if (mime === 'application/x-cfb') return { fault: 'encrypted' }
  if (!type) return { fault: 'type' }
  const cleaned = await cleanFile({ content, type: isDrawing ? 'svg' : type, title, side })
  if ('fault' in cleaned) return cleaned
  if (type === 'pdf' && !(await isWhole(content, cleaned.content))) return { fault: 'damaged' }
  return { file: { content: cleaned.content, sha256: hashOf(cleaned.content), type, bytes: cleaned.content.length } }
}

/** A reader program opens both, and sees as many pages: what was mended by leaving out is not taken. */
async function isWhole(content: Uint8Array, cleaned: Uint8Array): Promise<boolean> {
  const [before, after] = await Promise.all([pagesOfPdf(content), pagesOfPdf(cleaned)])
  return before !== undefined && before === after
}

/** How every drawing begins; whether it is one is seen when it is drawn. */
const isDrawn = (content: Uint8Array): boolean =>
  /^\ufeff?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)[\s>-]/.test(new TextDecoder().decode(content.subarray(0, 300)))

function faultOfPacked(content: Uint8Array): FileFaultCode | undefined {
  if (!isPacked(content)) return undefined
  try {
    unpacked(content, false)
    return undefined
  } catch (error) {
    return error instanceof OfficeFault ? error.code : 'damaged'
  }
}

async function scanned(scan: Scan | undefined, log: LookDeps['log'], content: Uint8Array) {
  if (!scan) return undefined
  try {
    return (await scan(content)) === 'clean' ? undefined : 'infected'
  } catch (error) {
    if (!(error instanceof ScanFault)) throw error
    log.error({ fault: error.message }, 'a file was not taken: it could not be scanned')
    return 'unscanned'
  }
}
