/** Text in a drawing (SVG), which has no lines of its own: how wide it is, where it breaks, how it is written. */

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
export const linesOf = (text: string, most: number): string[] => {
  const words = text.split(/\s+/).flatMap((word) => (widthOf(word) <= most ? [word] : packed([...word], '', most)))
  return packed(words, ' ', most)
}

/** What a drawing (XML 1.0) can't hold is left out. */
export const written = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** In the direction of the language that is read, whatever names stand in it. */
export const drawnIn = (dir: 'ltr' | 'rtl', text: string): string =>
  `${dir === 'rtl' ? '\u2067' : '\u2066'}${written(text)}\u2069`
