import { expect, test } from 'vitest'
import { fieldText, readForm, readFormWithFile } from './form.ts'

const sent = (body: FormData) => new Request('http://localhost', { method: 'POST', body })

test('what nobody sees is left out of what was typed: the database refuses it, or it turns the line round', async () => {
  const body = new FormData()
  body.set('name', '\u0000New\u0007 \u202eTown\u2069\ufeff')
  body.set('words', 'One\r\n\ttwo')
  body.set('persian', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\u200f')
  const fields = await readForm(sent(body))
  expect(fieldText(fields, 'name')).toBe('New Town')
  expect(fieldText(fields, 'words')).toBe('One\n\ttwo')
  expect(fieldText(fields, 'persian')).toBe(body.get('persian'))
})

test('a file keeps the last part of its name, without what nobody sees', async () => {
  const body = new FormData()
  body.set('document', new File(['x'], '../../etc/d\u202efdp.exe'))
  expect((await readFormWithFile(sent(body), 'document')).file?.name).toBe('dfdp.exe')
})
