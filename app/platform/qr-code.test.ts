import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { qrCodeOf, qrSvg } from './qr-code.ts'

/** The squares that a path fills, as a pen draws them. */
function drawn(path: string): Set<string> {
  const rectangles = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)]
  expect(rectangles.map(([whole]) => whole).join('')).toBe(path)
  return new Set(
    rectangles.flatMap(([, x, y, wide, back]) => {
      expect(back).toBe(wide)
      return Array.from({ length: Number(wide) }, (_, at) => `${Number(x) + at} ${y}`)
    }),
  )
}

test.each(['https://towns.example/en/nl/example-town', 'x'])('what is drawn of %s is its code', async (text) => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = [...data.keys()].filter((at) => data[at]).map((at) => `${at % size} ${Math.floor(at / size)}`)
  const code = await qrCodeOf(text)
  expect(code.size).toBe(size)
  expect(drawn(code.path)).toEqual(new Set(dark))
})

test('a drawing has the four white squares around it that a camera needs', async () => {
  const code = await qrCodeOf('x')
  expect(qrSvg(code)).toContain(`viewBox="-4 -4 ${code.size + 8} ${code.size + 8}"`)
})
