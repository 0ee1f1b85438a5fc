import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const source = readFileSync(new URL('../assets/styles/_palette.scss', import.meta.url), 'utf8')

function coloursOf(theme: string): Map<string, string> {
  const body = new RegExp(`@mixin ${theme} \\{([^}]*)\\}`).exec(source)?.[1] ?? ''
  return new Map([...body.matchAll(/--(\w): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]))
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** What stands on what: text needs 4.5 (1.4.3), the edge of a control and the focus ring 3 (1.4.11). */
const pairs: readonly (readonly [what: string, over: string, under: string, least: number])[] = [
  ...['b', 'c', 'n', 's', 'w', 'g'].map((under) => ['text', 'i', under, 7] as const),
  ...['b', 'c', 'n', 's', 'w'].map((under) => ['secondary text', 'd', under, 4.5] as const),
  ...['b', 'c', 'n', 's', 'w'].map((under) => ['link', 't', under, 4.5] as const),
  ['text on a button', 'o', 't', 4.5],
  ['text on the quick exit', 'b', 'i', 7],
  ['text on the emergency number', 'k', 'h', 4.5],
  ...['c', 's'].map((under) => ['emergency button', 'h', under, 3] as const),
  ...['b', 'c', 'n', 's', 'w'].map((under) => ['edge of a control', 'e', under, 3] as const),
  ['the two colours of the focus ring', 'f', 'y', 7],
]

test.each(['light', 'dark'])('every pair of the %s palette has the contrast of WCAG 2.2 AA', (theme) => {
  const colours = coloursOf(theme)
  const low = pairs.flatMap(([what, over, under, least]) => {
    const ratio = contrast(colours.get(over) ?? '#000000', colours.get(under) ?? '#000000')
    return ratio < least ? [`${what}: ${over} on ${under} is ${ratio.toFixed(2)}, not ${least}`] : []
  })
  expect(low).toEqual([])
})

test('one of the two colours of the focus ring stands out on every ground', () => {
  for (const theme of ['light', 'dark']) {
    const colours = coloursOf(theme)
    for (const ground of ['b', 'c', 'n', 's', 'w', 'g', 't', 'h']) {
      const under = colours.get(ground) ?? ''
      const best = Math.max(...['f', 'y'].map((ring) => contrast(colours.get(ring) ?? under, under)))
      expect(best, `${theme} ${ground}`).toBeGreaterThanOrEqual(3)
    }
  }
})

test('both themes name the same colours', () => {
  expect([...coloursOf('dark').keys()]).toEqual([...coloursOf('light').keys()])
  expect(coloursOf('light').size).toBeGreaterThan(10)
})
