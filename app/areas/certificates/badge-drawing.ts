/**
 * The badge for a town's own website: a picture of words, that needs no script and nothing of others. It says where the
 * signature stands today, as the town's website asks for it anew.
 */
import { drawnIn, linesOf, written } from '../../ui/drawn-text.ts'

export const badgeSizes = ['small', 'medium', 'large'] as const
export type BadgeSize = (typeof badgeSizes)[number]

/** In pixels. */
export const badgeBox: Readonly<Record<BadgeSize, { readonly wide: number; readonly high: number }>> = {
  small: { wide: 240, high: 80 },
  medium: { wide: 320, high: 136 },
  large: { wide: 480, high: 200 },
}

export interface BadgeWords {
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  readonly size: BadgeSize
  /** What has been signed; the same in few words. */
  readonly pact: string
  readonly pactShort: string
  readonly name: string
  /** With its day. */
  readonly status: string
  /** Whether the signature stands: told in words, and by a colour beside them. */
  readonly stands: boolean
  /** That it is a demonstration, that the register is not official; empty where there is nothing to say. */
  readonly note: string
  /** For whoever does not see it. */
  readonly title: string
  readonly description: string
}

interface Block {
  readonly text: string
  /** From the largest size of letters to the smallest. */
  readonly sizes: readonly number[]
  readonly lines: number
  readonly bold?: boolean
  readonly quiet?: boolean
}

const ink = { text: '#17323a', quiet: '#4b6067', stands: '#0d5c66', ended: '#75878b', paper: '#fffdfa' }
const lineHeight = 1.3
const edge = 14

const blocksOf: Readonly<Record<BadgeSize, (words: BadgeWords) => readonly Block[]>> = {
  small: ({ name, status, note, pactShort }) => [
    { text: name, sizes: [15, 13, 11], lines: 1, bold: true },
    { text: status, sizes: [13, 12, 11], lines: 2 },
    { text: note || pactShort, sizes: [11, 10], lines: 2, quiet: true },
  ],
  medium: ({ pact, name, status, note }) => [
    { text: pact, sizes: [13, 12, 11], lines: 2, quiet: true },
    { text: name, sizes: [20, 17, 15], lines: 2, bold: true },
    { text: status, sizes: [15, 14, 13], lines: 2 },
    { text: note, sizes: [12, 11], lines: 2, quiet: true },
  ],
  large: ({ pact, name, status, note }) => [
    { text: pact, sizes: [18, 16], lines: 2, quiet: true },
    { text: name, sizes: [30, 26, 22], lines: 2, bold: true },
    { text: status, sizes: [20, 18, 16], lines: 2 },
    { text: note, sizes: [14, 13], lines: 2, quiet: true },
  ],
}

interface Line extends Block {
  readonly size: number
}

/** Widths are known of bold letters; others are narrower by as much at least. */
const plainRoom = 1.08

/** On one line if a smaller size helps, else on several; what fits in no size ends with an ellipsis. */
function fitted(block: Block, width: number): Line[] {
  const { text, sizes, lines, bold } = block
  if (text === '') return []
  const room = bold ? width : width * plainRoom
  const fits = (most: number) => sizes.find((one) => linesOf(text, room / one).length <= most)
  const size = fits(1) ?? fits(lines) ?? sizes.at(-1) ?? 10
  const all = linesOf(text, room / size)
  const shown = all.length <= lines ? all : [...all.slice(0, lines - 1), cut(all[lines - 1] ?? '')]
  return shown.map((one) => ({ ...block, text: one, size }))
}

/** All lines a little smaller where together they are higher than there is room. */
function within(lines: readonly Line[], room: number): Line[] {
  const share = Math.min(1, room / heightOf(lines))
  return lines.map((line) => ({ ...line, size: Number((line.size * share).toFixed(1)) }))
}

const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, { size }) => sum + size * lineHeight, 0)

const cut = (text: string): string => `${text.slice(0, -2).trimEnd()}…`

/** @returns SVG. */
export function badgeDrawing(words: BadgeWords): string {
  const { tag, dir, size, stands, title, description } = words
  const { wide, high } = badgeBox[size]
  const right = dir === 'rtl'
  const all = blocksOf[size](words).flatMap((block) => fitted(block, wide - 2 * edge - 6))
  const lines = within(all, high - 12)
  let y = (high - heightOf(lines)) / 2
  const texts = lines.map((line) => {
    y += line.size * lineHeight
    const [x, anchor] = right ? [wide - edge - 6, 'end'] : [edge + 6, 'start']
    const weight = line.bold ? ' font-weight="700"' : ''
    const fill = line.quiet ? ink.quiet : ink.text
    const baseline = (y - line.size * 0.3).toFixed(1)
    return `<text x="${x}" y="${baseline}" text-anchor="${anchor}" font-size="${line.size}"${weight} fill="${fill}">${drawnIn(dir, line.text)}</text>`
  })
  const mark = stands ? ink.stands : ink.ended
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${tag}" lang="${tag}" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" role="img" aria-labelledby="title desc" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Naskh Arabic', sans-serif">
<title id="title">${written(title)}</title><desc id="desc">${written(description)}</desc>
<rect x="1" y="1" width="${wide - 2}" height="${high - 2}" rx="6" fill="${ink.paper}" stroke="${mark}" stroke-width="2"/>
<rect x="${right ? wide - 10 : 2}" y="2" width="8" height="${high - 4}" rx="4" fill="${mark}"/>
${texts.join('\n')}</svg>`
}
