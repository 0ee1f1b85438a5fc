import { expect, test } from 'vitest'
import { messageKeysUnused } from './message-keys.ts'

const unused = (text: string, keys: readonly string[]) =>
  messageKeysUnused([{ path: 'app/ui/page.tsx', text, imports: [] }], keys)

/** A template as it stands in code, around a value. */
const template = (before: string, after = '') => ['`', before, '$', '{id}', after, '`'].join('')

test('a key is used where it stands in quotes, or where a template makes it', () => {
  expect(unused("t('find.title')", ['find.title', 'find.titles'])).toEqual(['find.titles'])
  expect(unused(template('kind.'), ['kind.child-helpline', 'kind.child.about'])).toEqual(['kind.child.about'])
  expect(unused(template('need.', '.about'), ['need.talk.about', 'need.talk'])).toEqual(['need.talk'])
})

test('a template without a fixed beginning uses nothing', () => {
  expect(unused(template('', '.title'), ['find.title'])).toEqual(['find.title'])
})
