import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Guide,
  type GuideText,
  guideIds,
  guideLanguages,
  guideSchema,
  loadGuides,
  reviewedLanguages,
  telephoneLike,
} from './guide.ts'

const guides = loadGuides()
const cases = guideIds.flatMap((id) => guideLanguages.map((language) => ({ id, language })))

/** Everything that a reader sees but the labels of links. */
function words(text: GuideText): string[] {
  const blocks = text.sections.flatMap((one) => [
    one.heading,
    ...one.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.items)),
  ])
  return [text.title, text.summary, ...blocks].join(' ').split(/\s+/)
}

/** A copy that may be changed, as the file holds it. */
const copyOf = (guide: Guide) => guideSchema.parse(structuredClone(guide))
const faultsOf = (guide: unknown) => guideSchema.safeParse(guide).error?.issues.map((issue) => issue.message) ?? []

describe('the guides as shipped', () => {
  test.each(cases)('$id in $language is short enough to read in an emergency', ({ id, language }) => {
    const count = words(guides[id].texts[language]).length
    const [least, most] = language === 'en' ? [450, 800] : [350, 950]
    expect(count).toBeGreaterThanOrEqual(least)
    expect(count).toBeLessThanOrEqual(most)
  })

  test.each(cases)('$id in $language says where its words come from', ({ id, language }) => {
    const { status } = guides[id].texts[language]
    expect(status.origin).toBe(language === 'en' ? 'person' : 'machine')
  })

  test.each(cases)('$id in $language is written in its own script', ({ id, language }) => {
    const arabic = words(guides[id].texts[language]).filter((word) => /\p{Script=Arabic}/u.test(word)).length
    const share = arabic / words(guides[id].texts[language]).length
    if (language === 'ar') expect(share).toBeGreaterThan(0.9)
    else expect(share).toBe(0)
  })

  test.each(guideIds)('%s gives its sources and says that nobody has reviewed it until somebody has', (id) => {
    const { about } = guides[id]
    expect(about.sources.length).toBeGreaterThan(5)
    expect(about.evidenceStatus.startsWith('NOT REVIEWED')).toBe(reviewedLanguages(guides[id]).length === 0)
  })
})

describe('what a guide may not hold', () => {
  test('a translation that lost any one item, block, section or link', () => {
    const place = fc.record({
      id: fc.constantFrom(...guideIds),
      language: fc.constantFrom('fr' as const, 'de' as const, 'ar' as const),
      part: fc.constantFrom('item', 'block', 'section', 'link'),
      section: fc.nat(),
      block: fc.nat(),
      item: fc.nat(),
    })
    fc.assert(
      fc.property(place, ({ id, language, part, ...at }) => {
        const guide = copyOf(guides[id])
        const { sections, more } = guide.texts[language]
        const section = sections[at.section % sections.length]
        const block = section?.blocks[at.block % section.blocks.length]
        if (part === 'link') more.splice(at.item % more.length, 1)
        else if (part === 'section') sections.splice(at.section % sections.length, 1)
        else if (part === 'item' && block && 'items' in block) block.items.splice(at.item % block.items.length, 1)
        else section?.blocks.splice(at.block % section.blocks.length, 1)
        expect(faultsOf(guide)).not.toEqual([])
      }),
    )
  })

  test('a list turned into a prohibition', () => {
    const guide = copyOf(guides['first-24-hours'])
    const block = guide.texts.de.sections.flatMap((one) => one.blocks).find((one) => one.type === 'list')
    if (block) Object.assign(block, { type: 'do-not' })
    expect(faultsOf(guide).join()).toMatch(/differs from en: "section notes: paragraph, do-not 4"/)
  })

  test('a telephone number in any language, also in Arabic digits', () => {
    for (const number of ['112', '116 111', '0800-1111', '+49 (30) 12', '١١٢', '1-1-2']) {
      const guide = copyOf(guides['pictures-removed'])
      guide.texts.ar.summary += ` ${number}`
      expect(faultsOf(guide).join(), number).toMatch(/no telephone number/)
    }
  })

  test('markup, or a link that is not https', () => {
    const marked = copyOf(guides['pictures-removed'])
    marked.texts.fr.summary += ' <b>!</b>'
    expect(faultsOf(marked).join()).toMatch(/plain text/)
    const open = copyOf(guides['pictures-removed'])
    for (const language of guideLanguages) {
      for (const link of open.texts[language].more) link.href = link.href.replace('https:', 'http:')
    }
    expect(faultsOf(open)).not.toEqual([])
  })
})

test('hours, ages and years are no telephone numbers', () => {
  expect(telephoneLike('Within 72 hours, under 18, the first 24 hours, since 2017.')).toEqual([])
  expect(telephoneLike('Call 116 111 or 112.')).toEqual(['116 111', '112'])
})

test('a language counts as checked only once somebody is named', () => {
  const guide = copyOf(guides['first-24-hours'])
  for (const language of guideLanguages) guide.texts[language].status.reviewed = null
  expect(reviewedLanguages(guide)).toEqual([])
  guide.texts.de.status.reviewed = { by: 'Fachberatungsstelle', on: '2026-11-23' }
  expect(reviewedLanguages(guide)).toEqual(['de'])
})
