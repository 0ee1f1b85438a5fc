/** Reads a PDF back as a reader program does. */
import { getDocumentProxy } from 'unpdf'

export interface ReadPdf {
  readonly pages: number
  readonly title: string
  readonly language: string
  /** It says of itself that it is tagged. */
  readonly marked: boolean
  /** Of all pages, with a line for each. */
  readonly text: string
  /** Roles of the structure, in order. */
  readonly tags: readonly string[]
  readonly links: readonly string[]
  readonly everyFontEmbedded: boolean
  /** It says of itself that it fulfils PDF/UA: then each letter has a shape in one of its fonts, too. */
  readonly claimsUa: boolean
}

type Box = readonly [left: number, bottom: number, right: number, top: number]

/** From the act of a page: how far what follows is moved and scaled. Nothing of ours is turned. */
type At = readonly [sx: number, sy: number, x: number, y: number]

interface DrawnPath {
  readonly at: At
  /** As pdf.js hands it over: what a pen does, and the box around it. */
  readonly pen: ArrayLike<number>
  readonly box: readonly number[]
}

async function drawnPaths(bytes: Uint8Array): Promise<DrawnPath[]> {
  const { OPS } = await import('unpdf/pdfjs')
  const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1)
  const { fnArray, argsArray } = await page.getOperatorList()
  let at: At = [1, 1, 0, 0]
  const outer: At[] = []
  const moved = (matrix: readonly number[] | null): At => {
    const [[a = 1, , , d = 1, e = 0, f = 0], [sx, sy, x, y]] = [matrix ?? [], at]
    return [sx * a, sy * d, sx * e + x, sy * f + y]
  }
  return fnArray.flatMap((act, index): DrawnPath[] => {
    const args = argsArray[index]
    if (act === OPS.save || act === OPS.paintFormXObjectBegin) outer.push(at)
    if (act === OPS.restore || act === OPS.paintFormXObjectEnd) at = outer.pop() ?? at
    if (act === OPS.transform) at = moved(args)
    if (act === OPS.paintFormXObjectBegin) at = moved(args[0])
    if (act !== OPS.constructPath || !args[2]) return []
    return [{ at, pen: args[1]?.[0] ?? [], box: [...args[2]] }]
  })
}

function placed([sx, sy, x, y]: At, [left = 0, low = 0, right = 0, high = 0]: readonly number[]): Box {
  const [xs, ys] = [
    [sx * left + x, sx * right + x],
    [sy * low + y, sy * high + y],
  ]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** What is drawn on the first page as shapes, each by the box around it, in points: also what no reader can see as text. */
export async function shapesOf(bytes: Uint8Array): Promise<Box[]> {
  return (await drawnPaths(bytes)).map(({ at, box }) => placed(at, box))
}

/** Numbers behind each act of a pen: to a point, a line, a curve, back to where it began. */
const numbersOf = [2, 2, 6, 0]

/** The same piece by piece: of each shape the boxes around the parts for which the pen was lifted. */
export async function pathsOf(bytes: Uint8Array): Promise<Box[][]> {
  return (await drawnPaths(bytes)).map(({ at, pen }) => {
    const parts: [number[], number[]][] = []
    for (let index = 0; index < pen.length; ) {
      const act = pen[index] ?? 0
      if (act === 0) parts.push([[], []])
      const many = numbersOf[act] ?? 0
      for (let each = 1; each <= many; each += 1) parts.at(-1)?.[each % 2 === 1 ? 0 : 1].push(pen[index + each] ?? 0)
      index += 1 + many
    }
    return parts.map(([xs, ys]) => placed(at, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]))
  })
}

type Node = { readonly role?: string; readonly children?: readonly Node[] }
const rolesOf = ({ role, children = [] }: Node): string[] => [...(role ? [role] : []), ...children.flatMap(rolesOf)]

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { info } = await document.getMetadata()
  const facts = info as { readonly Title?: string; readonly Language?: string }
  const parts = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1)
      const { items } = await page.getTextContent()
      const links = (await page.getAnnotations()) as readonly { readonly url?: string }[]
      return {
        text: items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''),
        tags: rolesOf(((await page.getStructTree()) as Node | null) ?? {}),
        links: links.flatMap(({ url }) => url ?? []),
      }
    }),
  )
  const marked = Boolean(((await document.getMarkInfo()) as { readonly Marked?: boolean } | null)?.Marked)
  const raw = Buffer.from(bytes).toString('latin1')
  const fonts = raw.match(/\/Type\s*\/FontDescriptor/g)?.length ?? 0
  const files = raw.match(/\/FontFile[23]?\s/g)?.length ?? 0
  const { numPages: pages } = document
  await document.loadingTask.destroy()
  return {
    ...{ pages, title: facts.Title ?? '', language: facts.Language ?? '', marked },
    text: parts.map(({ text }) => text).join('\n'),
    tags: parts.flatMap(({ tags }) => tags),
    links: parts.flatMap(({ links }) => links),
    everyFontEmbedded: fonts > 0 && fonts === files,
    claimsUa: /<pdfuaid:part>1</.test(raw),
  }
}
