import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fonts } from '../../../platform/fonts.ts'
import { cataloguedLanguages, loadCatalogue } from '../../../platform/i18n/messages.ts'
import { pngOf } from '../../../platform/picture.ts'
import { high, shareDrawing, wide } from './share-drawing.ts'

const words = (title: string) => ({ dir: 'ltr' as const, title, site: 'Safe Towns', note: '' })

/** Where the letters are, as they are drawn. */
async function placeOfText(drawing: string) {
  const { Resvg } = await import('@resvg/resvg-js')
  const letters = drawing.replace(/<rect[^>]*>/, '').replace(/<g [\s\S]*?<\/g>/, '')
  return new Resvg(letters, { font: { loadSystemFonts: false, fontFiles: [...fonts] } }).getBBox()
}

test.each([
  'Help for children and families in Example Town',
  'Hilfe für Kinder und Familien in Verwaltungsgemeinschaft Märkisch-Wilmersdorf-Großwudicke am Mühlenfließ',
  'W'.repeat(200),
  'MWMWMW '.repeat(60),
  'مساعدة للأطفال والعائلات في المدينة المثال',
  'დახმარება ბავშვებისა და ოჯახებისთვის',
  'Օգնություն երեխաների և ընտանիքների համար',
  'Βοήθεια για παιδιά και οικογένειες',
])('"%s" stays in its picture', async (title) => {
  for (const dir of ['ltr', 'rtl'] as const) {
    const place = await placeOfText(shareDrawing({ ...words(title), dir }))
    expect(place?.width).toBeGreaterThan(0)
    expect(place?.x).toBeGreaterThanOrEqual(0)
    expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(wide)
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(high)
  }
})

test('a note stays in the picture whole, above the title, in every language', async () => {
  for (const language of cataloguedLanguages()) {
    const { messages } = loadCatalogue(language)
    for (const key of ['register.demonstration', 'paper.card.demonstration']) {
      const note = messages[key] ?? ''
      const dir = language === 'ar' ? 'rtl' : 'ltr'
      const drawing = shareDrawing({ dir, title: '', site: '', note })
      const shown = [...drawing.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = '']) =>
        text.replace(/[\u2066-\u2069]/g, ''),
      )
      expect(shown.filter((text) => text !== '').join(' ')).toBe(note)
      const place = await placeOfText(drawing)
      expect(place?.y).toBeGreaterThanOrEqual(0)
      expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(wide)
      expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(75)
    }
  }
})

test('whatever a town is called, its picture can be drawn, and a name is never markup', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (title) => {
      const png = Buffer.from(await pngOf(shareDrawing(words(title))))
      expect(png.subarray(1, 4).toString()).toBe('PNG')
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([wide, high])
    }),
    { numRuns: 15 },
  )
  expect(shareDrawing(words('<script>&"'))).toContain('&lt;script&gt;&amp;"')
})
