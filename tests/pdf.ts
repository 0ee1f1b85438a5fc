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

/** What is drawn on the first page as shapes, each by the box around it, in points: also what no reader can see as text. */
export async function shapesOf(bytes: Uint8Array): Promise<Box[]> {
  const { OPS } = await import('unpdf/pdfjs')
  const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1)
  const { fnArray, argsArray } = await page.getOperatorList()
  let at = [1, 0, 0, 1, 0, 0]
  const outer: (typeof at)[] = []
  return fnArray.flatMap((act, index): Box[] => {
    const args = argsArray[index]
    if (act === OPS.save) outer.push(at)
    if (act === OPS.restore) at = outer.pop() ?? at
    if (act === OPS.transform) {
      const [[a = 1, , , d = 1, e = 0, f = 0], [sx = 1, , , sy = 1, x = 0, y = 0]] = [args, at]
      at = [sx * a, 0, 0, sy * d, sx * e + x, sy * f + y]
    }
    if (act !== OPS.constructPath || !args[2]) return []
    const [sx = 1, , , sy = 1, x = 0, y = 0] = at
    const [left, low, right, high] = args[2]
    const sorted = (one: number, other: number) => [Math.min(one, other), Math.max(one, other)] as const
    const [[l, r], [b, t]] = [sorted(sx * left + x, sx * right + x), sorted(sy * low + y, sy * high + y)]
    return [[l, b, r, t]]
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
