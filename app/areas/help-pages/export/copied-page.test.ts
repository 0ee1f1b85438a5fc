import { raw } from 'hono/html'
import { expect, test } from 'vitest'
import type { ServiceView } from '../present-service.ts'
import { createCopiedPage } from './copied-page.ts'

// What stands in it is made by the function that is handed in.
const view = { id: 'one' } as ServiceView
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a card is made once for all towns, and leads to the page of each', () => {
  let made = 0
  const make = () => {
    made += 1
    return raw('<h4><a href="/en/xx/-/services/one">زهرة</a></h4><ul><li>a</li><li>b</li></ul>')
  }
  const page = (town: string, told?: string) => {
    const copied = createCopiedPage('https://help.example')
    const [first, second] = [copied.cards(view, told, make), copied.cards(view, told, make)]
    return text(copied.bytesOf(`<a href="#top">1 &lt;card 0&gt;</a>${first}<p>é</p>${second}`, town))
  }
  const card = (town: string) =>
    `<h4><a href="https://help.example/en${town}/services/one" target="_top">زهرة</a></h4><ul><li>a<li>b</ul>`
  for (const town of ['/nl/one-town', '/nl/other-town']) {
    expect(page(town)).toBe(`<a href="#top">1 &lt;card 0&gt;</a>${card(town)}<p>é</p>${card(town)}`)
  }
  expect(made).toBe(1)
  page('/nl/one-town', 'ar')
  expect(made).toBe(2)
})
