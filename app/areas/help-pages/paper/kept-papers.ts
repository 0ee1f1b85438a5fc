/** Papers that were asked for last, in memory: making one takes the processor as long as a hundred pages. */
import { createKeptFacts, type KeptFacts } from '../../../platform/page-cache/kept-facts.ts'
import { type Pdf, type PdfDocument, PdfFault } from '../../../platform/pdf/pdf.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface KeptPapers extends Pick<KeptFacts<Bytes>, 'invalidate' | 'clear'> {
  /**
   * From memory or made now; several who ask at once wait for one making.
   *
   * @throws PdfFault when too many different ones are asked for at once.
   */
  get(key: string, present: () => Promise<PresentedPaper>): Promise<Bytes>
}

export interface PresentedPaper {
  readonly document: PdfDocument
  /** Names of what it shows; a change of any of them throws it away. */
  readonly dependsOn: readonly string[]
}

/** Some 60 kilobytes each. */
const mostKept = 200
/** The thread that makes documents makes those of offices, too: the public never takes all places in its queue. */
const mostAtOnce = 8

export function createKeptPapers(
  pdf: Pick<Pdf, 'render'>,
  { kept: most = mostKept, atOnce = mostAtOnce }: { readonly kept?: number; readonly atOnce?: number } = {},
): KeptPapers {
  const kept = createKeptFacts<Bytes>(most)
  let making = 0
  const make = async (present: () => Promise<PresentedPaper>) => {
    if (making >= atOnce) throw new PdfFault('too many papers are asked for')
    making += 1
    try {
      const { document, dependsOn } = await present()
      return { value: await pdf.render(document), dependsOn }
    } finally {
      making -= 1
    }
  }
  return { get: (key, present) => kept.get(key, () => make(present)), invalidate: kept.invalidate, clear: kept.clear }
}
