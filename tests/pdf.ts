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
