import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { examples } from './examples.tsx'
import { FoldedChoices } from './folded-choices.tsx'

test('the group in which something is ticked stands open and says how many', () => {
  const group = { key: 'region', items: [{ value: 'south', text: 'South' }] }
  const html = renderHtml(
    <FoldedChoices
      name="areas"
      legend="Areas"
      hint=""
      values={['south']}
      groups={[
        { ...group, summary: (ticked) => `Regions (${ticked}/1)` },
        { key: 'district', items: [{ value: 'east', text: 'East' }], summary: (ticked) => `Districts (${ticked}/1)` },
      ]}
    />,
  )
  expect(html.match(/<details[^>]*>/g)).toEqual([
    expect.stringContaining(' open'),
    expect.not.stringContaining(' open'),
  ])
  for (const said of ['Regions (1/1)', 'Districts (0/1)']) expect(html).toContain(said)
  expect(html).toMatch(/value="south"[^>]* checked/)
})

testExamples(examples)
