/**
 * The picture that stands beside a link to a page where somebody shares it. It says what the page is and whose, and no
 * number: what is shared stays for years in the memory of other companies.
 */

import { drawnIn, linesOf } from '../../../ui/drawn-text.ts'

/** Pixels: what programs that show links ask for. */
export const [wide, high] = [1200, 630]
const edge = 80
const room = wide - 2 * edge

export interface ShareWords {
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  /** Of this instance. */
  readonly site: string
  /** That the town is fictional; empty where it is none. */
  readonly note: string
}

const sizes = [84, 72, 60, 50, 42, 34] as const
const titleRoom = 350
const lineHeight = 1.3

/** As large as it fits; of what fits in no size, the beginning. */
function fitted(title: string): { readonly size: number; readonly lines: readonly string[] } {
  const linesIn = (size: number) => Math.floor(titleRoom / (size * lineHeight))
  const size = sizes.find((one) => linesOf(title, room / one).length <= linesIn(one)) ?? sizes.at(-1) ?? 34
  return { size, lines: linesOf(title, room / size).slice(0, linesIn(size)) }
}

/** The whole note: above the title on one line if a smaller size helps, else on two. */
function fittedNote(note: string): { readonly size: number; readonly lines: readonly string[] } {
  if (note === '') return { size: 0, lines: [] }
  const one = [26, 24, 22].find((size) => linesOf(note, room / size).length === 1)
  const size = one ?? 20
  return { size, lines: linesOf(note, room / size).slice(0, 2) }
}
/** Of the lowest line of the note. */
const noteY = 54

/** A hill with a sun that rises, as on the pages. */
const morning = `<g transform="translate(0 400)"><path fill="#f4b860" d="M520 175a80 80 0 0 1 160 0z"/>
<path fill="#dcefdc" d="M0 150c240-80 420-20 640 0s380 10 560-70v150H0z"/><path fill="#7fb7a6" d="M0 190c260-50 420 0 700 0 220 0 340-40 500-70v110H0z"/></g>`

/** @returns SVG. */
export function shareDrawing({ dir, title, site, note }: ShareWords): string {
  const { size, lines } = fitted(title)
  const [x, anchor] = dir === 'rtl' ? [wide - edge, 'end'] : [edge, 'start']
  const above = fittedNote(note)
  const line = (text: string, y: number, style: string) =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="Noto Sans" ${style}>${drawnIn(dir, text)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">
<rect width="${wide}" height="${high}" fill="#fbf7f0"/>${morning}
${lines.map((text, at) => line(text, 70 + size + at * size * lineHeight, `font-size="${size}" font-weight="700" fill="#0d5c66"`)).join('\n')}
${line(site, high - 40, 'font-size="34" font-weight="700" fill="#17323a"')}
${above.lines.map((text, at) => line(text, noteY - (above.lines.length - 1 - at) * above.size * lineHeight, `font-size="${above.size}" fill="#17323a"`)).join('\n')}</svg>`
}
