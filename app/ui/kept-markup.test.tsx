import { expect, test } from 'vitest'
import { renderHtml } from './content.ts'
import { createKeptMarkup } from './kept-markup.ts'

test('markup is made once for an object and a variant, and stays escaped as it was', () => {
  const kept = createKeptMarkup<object, string | undefined>()
  const service = {}
  let made = 0
  const card = (variant: string | undefined) =>
    renderHtml(
      <div>
        {kept(service, variant, () => {
          made += 1
          return <p>{`${made} & ${variant}`}</p>
        })}
      </div>,
    )
  expect(card('nl')).toBe('<div><p>1 &amp; nl</p></div>')
  expect(card('nl')).toBe('<div><p>1 &amp; nl</p></div>')
  expect(card(undefined)).toBe('<div><p>2 &amp; undefined</p></div>')
  expect(made).toBe(2)
})
