import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { ColumnChoices } from './column-choices.tsx'
import { examples } from './examples.tsx'

test('a heading is a text of somebody else: set apart and never markup', () => {
  const html = renderHtml(
    <ColumnChoices
      headings={['<b>Nr</b>']}
      items={[{ value: '', text: 'Leave out' }]}
      value={() => ''}
      error={() => undefined}
    />,
  )
  expect(html).toContain('<bdi>&lt;b&gt;Nr&lt;/b&gt;</bdi>')
  expect(html).toContain('name="column-0"')
})

testExamples(examples)
