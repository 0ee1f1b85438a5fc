import { expect, test } from 'vitest'
import { linksIn } from '../watching/index.ts'
import { LinksRead, textReader } from './said-rules.ts'

test('what is said again is read once, also after what was read before has made room', () => {
  const read = textReader(40)
  const [one, other] = ['{"text": "Ask for Ana"}', '{"text": "Ask for Bo", "id": "x"}']
  const first = read(one)
  expect(first).toEqual(['Ask for Ana'])
  expect(read(one)).toBe(first)
  expect(read(other)).toEqual(['Ask for Bo'])
  expect(read(one)).toEqual(first)
})

test('addresses are those of fields and of words, each once', () => {
  const links = new LinksRead(linksIn)
  const texts = ["https://x.example/o'brien(1)", 'See https://y.example/a, and https://y.example/a.', 'x.example']
  links.add(texts)
  links.add(texts)
  expect(links.all()).toEqual(expect.arrayContaining(["https://x.example/o'brien(1)", 'https://y.example/a']))
  expect(links.all().filter((link) => link.startsWith('https://y'))).toHaveLength(1)
})
