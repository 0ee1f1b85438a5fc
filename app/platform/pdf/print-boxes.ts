/** Says in a PDF where a print shop cuts it: the sheet is laid out with room for bleed and marks around it. */

const point = 72 / 25.4
/** Around the trimmed page, as `assets/pdf/paper.typ` lays it out, in millimetres. */
const [slug, bleed] = [10, 3]

/** Loaded when somebody asks for it. */
export async function withPrintBoxes(content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.load(content, { updateMetadata: false })
  for (const page of document.getPages()) {
    const { width, height } = page.getMediaBox()
    const inset = (millimetres: number) => {
      const by = millimetres * point
      return [by, by, width - 2 * by, height - 2 * by] as const
    }
    page.setTrimBox(...inset(slug))
    page.setBleedBox(...inset(slug - bleed))
  }
  return new Uint8Array(await document.save({ updateFieldAppearances: false }))
}
