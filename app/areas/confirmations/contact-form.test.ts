import { expect, test } from 'vitest'
import { proposalFor } from './contact-form.ts'

const same = { email: 'house@provider.example', postal: null, language: 'fr' }
const letter = { email: null, postal: 'House\nBox 1', language: 'fr' }
const publicEmail = 'families@provider.example'

test('where the same organisation is asked comes before what families read, with its language', () => {
  const one = { same, publicEmail, confidential: false }
  expect(proposalFor(one, 'en')).toEqual({ from: 'same', email: same.email, postal: '', language: 'fr' })
  expect(proposalFor({ ...one, same: null }, 'en')).toMatchObject({
    from: 'service',
    email: publicEmail,
    language: 'en',
  })
  expect(proposalFor({ ...one, same: null, publicEmail: null }, 'en')).toMatchObject({ from: 'nowhere', email: '' })
})

test('of a confidential place nobody proposes postal lines, not even those of the same organisation', () => {
  expect(proposalFor({ same: letter, publicEmail, confidential: false }, 'en')).toMatchObject({ postal: letter.postal })
  const hidden = proposalFor({ same: letter, publicEmail, confidential: true }, 'en')
  expect(hidden).toEqual({ from: 'service', email: publicEmail, postal: '', language: 'en' })
})
