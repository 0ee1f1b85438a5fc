/**
 * The picture that stands beside a link to a page where somebody shares it. It says what the page is and whose, and no
 * number: what is shared stays for years in the memory of other companies.
 */

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

/** Widths of bold letters in parts of their size, rather too much than too little. */
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[\s.,:;'’!|ijlItfr()-]/u, 0.42],
  [/[mwMW@%ЖМШЩЮФжмшщюф—]/u, 1.05],
  [/\p{Script=Arabic}/u, 0.62],
  [/\p{Script=Ethiopic}/u, 0.95],
  [/\p{Script=Georgian}|\p{Script=Armenian}/u, 0.8],
  [/\p{Lu}/u, 0.8],
]

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.66), 0)

/** As many parts together as are not wider than `most`; one that is wider stands alone. */
function packed(parts: readonly string[], between: string, most: number): string[] {
  const all: string[] = []
  for (const part of parts) {
    const last = all.at(-1)
    const longer = last === undefined ? part : last + between + part
    if (last === undefined || widthOf(longer) > most) all.push(part)
    else all[all.length - 1] = longer
  }
  return all
}

/** Words in lines of at most so many parts of the size; a word that no line holds is cut. */
const linesOf = (text: string, most: number): string[] => {
  const words = text.split(/\s+/).flatMap((word) => (widthOf(word) <= most ? [word] : packed([...word], '', most)))
  return packed(words, ' ', most)
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

/** What a drawing (XML 1.0) can't hold is left out. */
const written = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** A hill with a sun that rises, as on the pages. */
const morning = `<g transform="translate(0 400)"><path fill="#f4b860" d="M520 175a80 80 0 0 1 160 0z"/>
<path fill="#dcefdc" d="M0 150c240-80 420-20 640 0s380 10 560-70v150H0z"/><path fill="#7fb7a6" d="M0 190c260-50 420 0 700 0 220 0 340-40 500-70v110H0z"/></g>`

/** @returns SVG. */
export function shareDrawing({ dir, title, site, note }: ShareWords): string {
  const { size, lines } = fitted(title)
  const [x, anchor] = dir === 'rtl' ? [wide - edge, 'end'] : [edge, 'start']
  // Each line is read in the direction of its language, whatever names stand in it.
  const said = (text: string) => `${dir === 'rtl' ? '\u2067' : '\u2066'}${written(text)}\u2069`
  const line = (text: string, y: number, style: string) =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="Noto Sans" ${style}>${said(text)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">
<rect width="${wide}" height="${high}" fill="#fbf7f0"/>${morning}
${lines.map((text, at) => line(text, 70 + size + at * size * lineHeight, `font-size="${size}" font-weight="700" fill="#0d5c66"`)).join('\n')}
${line(site, high - 40, 'font-size="34" font-weight="700" fill="#17323a"')}
${note === '' ? '' : line(linesOf(note, room / 26)[0] ?? '', 50, 'font-size="26" fill="#17323a"')}</svg>`
}
