import { expect, test } from 'vitest'
import { proposeColumns } from './propose-columns.ts'

const none = () => undefined

test.each([
  ['German', ['Nr.', 'Bezeichnung', 'Straße', 'PLZ', 'Ort', 'Telefon', 'Öffnungszeiten', 'Träger']],
  ['French', ['Numéro', 'Nom', 'Rue', 'Code postal', 'Ville', 'Tel', 'Horaires', 'Organisme']],
  ['Dutch', ['nummer', 'Naam', 'Straat', 'postcode', 'Plaats', 'Telefoon', 'Openingstijden', 'Aanbieder']],
  ['Arabic', ['الرقم', 'الاسم', 'العنوان', 'الرمز البريدي', 'المدينة', 'الهاتف', 'ساعات العمل', 'الجهة']],
  ['our own', ['source_id', 'name', 'street', 'postcode', 'town', 'phones', 'hours', 'provider']],
])('headings in %s are understood', (_, headings) => {
  const { id, columns } = proposeColumns(headings, 'en', none)
  expect(id).toBe(headings[0])
  const ours = ['source_id', 'name', 'street', 'postcode', 'town', 'phones', 'hours', 'provider']
  expect(headings.map((heading) => columns[heading])).toEqual(ours)
})

test('texts may name their language; what nobody knows is left out; nothing is proposed twice', () => {
  expect(proposeColumns(['Name', 'name_ar', 'Titel', 'Shoe size', ''], 'en', none)).toEqual({
    id: 'Name',
    columns: { Name: 'name', name_ar: 'name_ar' },
  })
})

test('what was decided last comes before what the words say', () => {
  const earlier = { id: 'Key', columns: { Name: 'provider', Key: 'source_id' } }
  expect(proposeColumns(['Key', 'Name', 'Ort'], 'en', none, earlier)).toEqual({
    id: 'Key',
    columns: { Key: 'source_id', Name: 'provider', Ort: 'town' },
  })
})

test('what was left out stays out; a heading that nobody has seen is proposed', () => {
  const earlier = { id: 'Key', columns: { Key: 'source_id', Name: 'name' } }
  expect(proposeColumns(['Key', 'Name', 'Ort', 'Tel'], 'en', none, earlier, ['Key', 'Name', 'Ort']).columns).toEqual({
    Key: 'source_id',
    Name: 'name',
    Tel: 'phones',
  })
})
