/** A drawing (SVG) as a picture (PNG), drawn here, with the fonts of documents. */
import { fonts } from './fonts.ts'

/**
 * Beside the thread that answers. `@resvg/resvg-js` is loaded when first asked for, so that the first page need not wait.
 *
 * @throws Error where the drawing is none.
 */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [...fonts], defaultFontFamily: 'Noto Sans' },
    logLevel: 'off',
  })
  return new Uint8Array(image.asPng())
}
