import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fonts } from '../../platform/fonts.ts'
import { createI18n } from '../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { longDate } from '../../ui/dates.ts'
import { type BadgeWords, badgeBox, badgeDrawing, badgeSizes } from './badge-drawing.ts'

const i18n = createI18n(loadLanguages())

/** @param lang code of a language with a catalogue. */
function words(lang: string, name: string): Omit<BadgeWords, 'size'> {
  const translator = i18n.translator(lang)
  if (!translator) throw new Error(`no catalogue for ${lang}`)
  const { t, tag, dir } = translator
  const status = t('certificates.badge.withdrawn', { date: longDate(translator, '2026-09-30') })
  return {
    ...{ tag, dir, name, status, stands: false, title: name, description: status },
    pact: t('certificates.badge.pact'),
    pactShort: t('certificates.badge.pactShort'),
    note: t('register.notOfficial'),
  }
}

/** Where the letters are, as they are drawn. */
async function placeOfText(drawing: string) {
  const { Resvg } = await import('@resvg/resvg-js')
  const letters = drawing.replaceAll(/<rect[^>]*>/g, '').replace(/font-family="[^"]*"/, 'font-family="Noto Sans"')
  return new Resvg(letters, { font: { loadSystemFonts: false, fontFiles: [...fonts] } }).getBBox()
}

describe.each(i18n.offered.map(({ code }) => code))('in %s', (lang) => {
  test.each([
    'Example Town',
    'Verwaltungsgemeinschaft Märkisch-Wilmersdorf-Großwudicke',
    'W'.repeat(120),
    'المدينة المثال',
  ])('all words of %s stay in the badge, in each size', async (name) => {
    for (const size of badgeSizes) {
      const { wide, high } = badgeBox[size]
      const place = await placeOfText(badgeDrawing({ ...words(lang, name), size }))
      expect(place?.width).toBeGreaterThan(0)
      expect(Math.min(place?.x ?? -1, place?.y ?? -1), size).toBeGreaterThanOrEqual(0)
      expect((place?.x ?? 0) + (place?.width ?? 0), size).toBeLessThanOrEqual(wide)
      expect((place?.y ?? 0) + (place?.height ?? 0), size).toBeLessThanOrEqual(high)
    }
  })

  test('the day and that it is not official are never cut off', () => {
    for (const size of badgeSizes) {
      const { status, note, ...rest } = words(lang, 'W'.repeat(120))
      const lines = [...badgeDrawing({ ...rest, status, note, size }).matchAll(/<text[^>]*>\S?([^<]*)\S<\/text>/g)]
      const text = lines.map(([, line]) => line).join(' ')
      expect(text).toContain(status)
      expect(text).toContain(note)
    }
  })
})

test('whatever somebody is called, the badge is a drawing, and a name is never markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const drawing = badgeDrawing({ ...words('en', name), size: 'medium' })
      expect(
        [...drawing.matchAll(/<\/?(\w+)/g)].every(([, tag = '']) => /^(?:svg|title|desc|rect|text)$/.test(tag)),
      ).toBe(true)
    }),
  )
})
