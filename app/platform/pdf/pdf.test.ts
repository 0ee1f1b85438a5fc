import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../tests/pdf.ts'
import { joinPdfs } from './join-pdf.ts'
import { createPdf, type Pdf, type PdfDocument } from './pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
const template = (name: string, text: string) => writeFileSync(join(folder, name), text)
let pdf: Pdf
beforeAll(() => {
  const start = '#let data = json(bytes(sys.inputs.data))\n#set document(title: data.title)\n'
  const font =
    '#set text(font: ("Noto Sans", "Noto Naskh Arabic", "Noto Sans Armenian", "Noto Sans Georgian", "Noto Sans Ethiopic"), lang: data.lang, dir: if data.dir == "rtl" { rtl } else { ltr })\n'
  template('words.typ', `${start}${font}= #data.title\n\n#data.words`)
  template('reaching.typ', `${start}#read("/../../../../etc/hostname")`)
  template('endless.typ', `${start}#{ while true { } }`)
  template('slow.typ', `${start}#{ let x = 0\nfor a in range(3000) { for b in range(3000) { x += 1 } } }`)
  pdf = createPdf({ templates: folder })
})
afterAll(async () => {
  await pdf.close()
  rmSync(folder, { recursive: true })
})

const words = (text: string, given: Partial<PdfDocument> = {}) =>
  pdf.render({ template: 'words.typ', tag: 'en', dir: 'ltr', title: 'A title', data: { words: text }, ...given })

test('a document has its title, its language, tags, and its fonts with it', async () => {
  const read = await readPdf(await words('Some words'))
  expect(read).toMatchObject({ pages: 1, title: 'A title', language: 'en', marked: true, everyFontEmbedded: true })
  expect(read.text).toContain('Some words')
  expect(read.tags).toEqual(expect.arrayContaining(['H1', 'P']))
})

test('Arabic is read from the right and searched as it was written', async () => {
  const read = await readPdf(await words('مساعدة للأطفال', { tag: 'ar', dir: 'rtl', title: 'مساعدة' }))
  expect(read).toMatchObject({ title: 'مساعدة', language: 'ar' })
  expect(read.text).toContain('مساعدة')
})

test.each(['Ζωγράφου', 'Софийска', 'თბილისი', 'Երևան', 'ኣዲስ ኣበባ', 'مدينة', 'Þórshöfn'])(
  'every letter of %s has a shape',
  async (name) => {
    const read = await readPdf(await words(name))
    expect(read).toMatchObject({ claimsUa: true, everyFontEmbedded: true })
    expect(read.text).toContain(name)
  },
)

describe('whatever somebody types stays text', () => {
  const hostile = [
    '#read("/etc/passwd")',
    '#panic("out")',
    '$x^2$ *bold* _it_ = Heading',
    '"); #eval("1+1") //',
    '#import "@preview/cetz:0.2.0"',
    '\\u{41} <label> @reference https://example.org',
    '{"words": 1}',
    '[`raw`]',
  ]
  test.each(hostile)('%s', async (text) => {
    const read = await readPdf(await words(text))
    expect(read.text.replaceAll(/\s+/g, '')).toContain(text.replaceAll(/\s+/g, ''))
    expect(read.links).toEqual([])
  })

  test('scripts without a font of ours, emoji and controls make a document all the same', async () => {
    const read = await readPdf(await words('குழந்தை 👧 \u0000\u0007 ok'))
    expect(read.text).toContain('ok')
    expect(read).toMatchObject({ marked: true, claimsUa: false })
  })
})

test('a template reaches no file outside of its folder', async () => {
  await expect(words('', { template: 'reaching.typ' })).rejects.toThrow(/reaching\.typ: /)
  await expect(words('', { template: 'missing.typ' })).rejects.toThrow(/missing\.typ/)
  expect((await readPdf(await words('still there'))).text).toContain('still there')
})

test('what takes too long is given up, and those who wait are told', async () => {
  // The slow one takes seconds.
  const hasty = createPdf({ templates: folder, limit: 100, startLimit: 60_000, mostWaiting: 2 })
  const ask = (name: string) =>
    hasty.render({ template: name, tag: 'en', dir: 'ltr', title: 'T', data: { words: 'later' } })
  const outcomes = await Promise.allSettled([ask('slow.typ'), ask('words.typ'), ask('words.typ')])
  expect(outcomes.map((one) => (one.status === 'rejected' ? `${one.reason.message}` : 'made'))).toEqual([
    'a document took too long',
    'a document took too long',
    'too many documents are asked for',
  ])
  await hasty.close()
})

test('documents one behind the other are one file, in their order; one alone stays as it is', async () => {
  const documents = [await words('First letter'), await words('الرسالة الثانية', { tag: 'ar', dir: 'rtl' })]
  const whole = await readPdf(await joinPdfs({ documents, title: 'Two letters', tag: 'en' }))
  expect(whole.text.indexOf('First letter')).toBeGreaterThanOrEqual(0)
  expect(whole.text.indexOf('الثانية')).toBeGreaterThan(whole.text.indexOf('First letter'))
  expect(whole.title).toBe('Two letters')
  const [only] = documents
  if (only) expect(await joinPdfs({ documents: [only], title: 'One', tag: 'en' })).toBe(only)
  const broken = [...documents, new Uint8Array([1, 2, 3])]
  await expect(joinPdfs({ documents: broken, title: 'Broken', tag: 'en' })).rejects.toThrow()
})
