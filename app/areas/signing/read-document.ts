/** The decision as a file: looked at by its content before anything is kept. */
import { createHash } from 'node:crypto'
import type { SentFile } from '../../platform/http/form.ts'
import { newId } from '../../platform/ids.ts'
import { pagesOfPdf } from '../../platform/pdf/sent-pdf.ts'
import { ScanFault } from '../../platform/virus-scan/clamav.ts'
import type { SigningOfficeDeps } from './deps.ts'
import type { SentDocument } from './document-store.ts'
import type { FaultCode } from './form-rules.ts'

const mostBytes = 10_000_000
const longestName = 120

export type DocumentRead =
  | { readonly document: SentDocument & { readonly id: string } }
  | { readonly fault: Extract<FaultCode, `document${string}`> }

/** The name stays for the office to know its file again; it decides nothing. */
function nameIn(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}"\\/]/gu, '').trim()
  const stem = plain.replace(/\.pdf$/i, '').slice(0, longestName - '.pdf'.length)
  return `${stem === '' ? 'document' : stem}.pdf`
}

export async function readDocument(
  { scan, log }: SigningOfficeDeps,
  { name, content }: SentFile,
): Promise<DocumentRead> {
  if (content.length > mostBytes) return { fault: 'documentLarge' }
  if (scan) {
    try {
      if ((await scan(content)) !== 'clean') return { fault: 'documentInfected' }
    } catch (error) {
      if (!(error instanceof ScanFault)) throw error
      log.error({ fault: error.message }, 'a document was not taken: it could not be scanned')
      return { fault: 'documentUnscanned' }
    }
  }
  const pages = await pagesOfPdf(content)
  if (pages === undefined) return { fault: 'documentUnreadable' }
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { document: { id: newId(), name: nameIn(name), content, sha256, pages, scanned: scan !== undefined } }
}
