/** The map as a file of its own: what stands in it needs no style sheet. */
import type { PointsMap, Size } from '../../platform/map/points.ts'

const written = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** As `assets/styles/register.scss` draws it on a light page. */
const widths: Readonly<Record<Size, number>> = { one: 5, some: 7, many: 10 }

/** @param words in the reader's language. @returns SVG. */
export function mapDrawing(
  { width, height, land, lines, points }: PointsMap,
  words: { readonly title: string; readonly text: string; readonly lang: string },
): string {
  const dots = points.paths.map(({ size, path }) => `<path stroke-width="${widths[size]}" d="${path}"/>`).join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="${written(words.lang)}">
<title>${written(words.title)}</title><desc>${written(words.text)}</desc>
<rect width="${width}" height="${height}" fill="#e5f0ee"/><path fill="#fffdfa" d="${land}"/>
<path fill="none" stroke="#75878b" stroke-width=".5" d="${lines}"/>
<g fill="none" stroke="#0d5c66" stroke-linecap="round">${dots}</g></svg>
`
}
