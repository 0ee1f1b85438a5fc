import { expect, test } from 'vitest'
import { withoutPerson } from './without-person.ts'

const anna = { name: 'Anna', email: 'anna@x.example' }

test.each([
  ['Anna has accepted.', '[…] has accepted.'],
  ['By ANNA, for Annaberg and Johanna', 'By […], for Annaberg and Johanna'],
  [
    'Write to anna@x.example, not to joanna@x.example or to.anna@x.example',
    'Write to […], not to joanna@x.example or to.anna@x.example',
  ],
])('%s', (text, without) => {
  expect(withoutPerson(text, { ...anna, name: text.includes('Write') ? '' : anna.name })).toBe(without)
})

test('a name with signs of its own is found as text and as HTML', () => {
  const person = { name: "O'Quill (Zelda)", email: 'z@x.example' }
  expect(withoutPerson("From O'Quill (Zelda).", person)).toBe('From […].')
  expect(withoutPerson('<p>From O&#39;Quill (Zelda).</p>', person)).toBe('<p>From […].</p>')
})

test('other scripts have words, too', () => {
  expect(withoutPerson('قبلت ليلى الدعوة', { name: 'ليلى', email: 'l@x.example' })).toBe('قبلت […] الدعوة')
})
