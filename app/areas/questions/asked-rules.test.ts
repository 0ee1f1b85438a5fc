import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sectionOfPage } from '../../ui/layout/town-sections.ts'
import { urls } from '../../urls.ts'
import { askedOf } from './asked-rules.ts'
import { questionStates } from './question-rules.ts'

const town = { country: 'NL', slug: 'example-town' }

test('every question is counted once, and in one part of the office where its page is known', () => {
  const page = fc.constantFrom(null, urls.officeTown(town), urls.officePublish(town), urls.townPeople(town))
  const group = fc.record({
    page,
    state: fc.constantFrom(...questionStates),
    questions: fc.integer({ min: 1, max: 9 }),
  })
  const sum = (some: readonly { readonly questions: number }[]) => some.reduce((all, one) => all + one.questions, 0)
  fc.assert(
    fc.property(fc.array(group), (groups) => {
      const asked = askedOf(groups, sectionOfPage)
      expect(asked.questions).toBe(sum(groups))
      expect(asked.open).toBe(sum(groups.filter(({ state }) => state === 'open')))
      expect(sum(asked.parts)).toBe(sum(groups.filter((one) => one.page !== null)))
      expect(new Set(asked.parts.map(({ part }) => part)).size).toBe(asked.parts.length)
      const counts = asked.parts.map(({ questions }) => questions)
      expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    }),
  )
})

test.each([
  [urls.officeTown(town), 'checklist'],
  [urls.officeKind(town, 'child-helpline'), 'checklist'],
  [urls.officePublish(town), 'publish'],
  [urls.peopleInvite(urls.townPeople(town)), 'people'],
  [urls.officeWebsite(town), 'website'],
  [`${urls.officeTown(town)}/peopled`, 'checklist'],
])('%s is about %s', (page, section) => {
  expect(sectionOfPage(page)).toBe(section)
})
