/** What is taken of a file that somebody sent, what goes, and what is refused. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { letterDocx } from '../letters/letter-files.ts'
import { silentLog } from '../log.ts'
import { onePagePdf } from '../pdf/test-sent-pdf.ts'
import { createScan } from '../virus-scan/clamav.ts'
import { scanDaemon } from '../virus-scan/test-daemon.ts'
import { allFileTypes } from './file-types.ts'
import { lookAtFile } from './look-at-file.ts'
import { tellingMedia } from './test-media.ts'

const looking = { types: allFileTypes, mostBytes: 2_000_000, title: 'Плакат' }
const look = (content: Uint8Array, more: Partial<typeof looking> = {}) =>
  lookAtFile({ scan: undefined, log: silentLog }, content, { ...looking, ...more })
const taken = async (content: Uint8Array) => {
  const looked = await look(content)
  if ('fault' in looked) throw new Error(looked.fault)
  return looked.file
}
const plain = (content: Uint8Array) => Buffer.from(content).toString('latin1')
const letter = () => letterDocx({ title: 'Letter', body: 'Dear all\n\nWrite to us.', tag: 'en', dir: 'ltr' })
/** A file of a word processor with other parts. */
const withParts = async (parts: Zippable) => zipSync({ ...unzipSync(await letter()), ...parts })

const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Artist: 'Ada Example' }, IFD3: { GPSLatitude: '52/1 0/1 0/1' } })
    .jpeg()
    .toBuffer()

/** As an office program writes it: who, with what, when, a file inside, a program, an earlier version. */
function tellingPdf(): Uint8Array {
  const whole = plain(onePagePdf('Hello'))
    .replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>')
    .replace('trailer\n<< ', 'trailer\n<< /Info 6 0 R ')
    .replace('xref', '6 0 obj\n<< /Author (Ada Example) /Title (C:\\\\ada\\\\draft) >>\nendobj\nxref')
  return Buffer.from(whole, 'latin1')
}

test('who made a file, where and with what goes from each type; what is seen stays', async () => {
  const picture = await photo()
  expect(plain(picture)).toContain('Ada Example')
  const cleaned = await taken(picture)
  expect(cleaned.type).toBe('jpg')
  expect((await sharp(cleaned.content).metadata()).exif).toBeUndefined()

  const pdf = await taken(tellingPdf())
  expect(pdf.type).toBe('pdf')
  expect(plain(pdf.content)).not.toMatch(/Ada|draft|JavaScript|alert/)
  expect(plain(pdf.content)).toContain(Buffer.from('Плакат', 'utf16le').swap16().toString('hex').toUpperCase())

  const core = '<cp:coreProperties xmlns:cp="x"><dc:creator>Ada Example</dc:creator></cp:coreProperties>'
  const parts = { 'docProps/core.xml': strToU8(core), 'word/media/image1.jpg': picture }
  const office = await taken(await withParts({ ...parts, 'docProps/thumbnail.jpeg': picture }))
  const inside = unzipSync(office.content)
  expect(office.type).toBe('docx')
  expect(Object.values(inside).map(plain).join()).not.toContain('Ada Example')
  expect(strFromU8(inside['word/document.xml'] ?? new Uint8Array())).toContain('Write to us.')
  expect(Object.keys(inside)).not.toContain('docProps/thumbnail.jpeg')
})

test('sound and film lose their notes and stay what they are', async () => {
  for (const type of ['mp3', 'mp4', 'webm'] as const) {
    const telling = await tellingMedia(type)
    expect(plain(telling)).toContain('Ada Example')
    const cleaned = await taken(telling)
    expect([cleaned.type, plain(cleaned.content).includes('Ada Example')]).toEqual([type, false])
  }
})

test('the same file sent twice is one file', async () => {
  for (const content of [await photo(), tellingPdf(), await letter(), await tellingMedia('mp4')]) {
    // More at once than are cleaned at once.
    const all = await Promise.all([1, 2, 3, 4].map(async () => (await taken(content)).sha256))
    expect(new Set(all).size).toBe(1)
  }
})

test('what cannot be taken is refused, each with its own reason', async () => {
  const odt = (parts: Zippable) =>
    zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], ...parts })
  const script = strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const encrypted = plain(onePagePdf('Hello')).replace(
    'trailer\n<< ',
    'trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -1 >> ',
  )
  const cases: Readonly<Record<string, readonly [Uint8Array, string]>> = {
    nothing: [new Uint8Array(), 'empty'],
    'too much': [new Uint8Array(2_000_001), 'large'],
    'a web page called a PDF': [strToU8('<html>%PDF-1.7</html>'), 'type'],
    'a drawing with a program': [script, 'type'],
    'an archive': [zipSync({ 'a.txt': strToU8('x') }), 'type'],
    'a PDF cut short': [onePagePdf('Hello').subarray(0, 60), 'damaged'],
    'a PDF with a password': [Buffer.from(encrypted, 'latin1'), 'encrypted'],
    'a Word file with a password': [Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'), 'encrypted'],
    'a picture cut short': [(await photo()).subarray(0, -20), 'damaged'],
    'a file that unfolds': [await withParts({ 'word/media/a.txt': new Uint8Array(50_000_000) }), 'bomb'],
    'a path in an archive': [await withParts({ '../../etc/cron.d/x': strToU8('x') }), 'damaged'],
    'a macro': [await withParts({ 'word/vbaProject.bin': strToU8('x') }), 'macros'],
    'a macro of LibreOffice': [odt({ 'content.xml': strToU8('<x/>'), 'Basic/a.xml': strToU8('<x/>') }), 'macros'],
    comments: [await withParts({ 'word/comments9.xml': strToU8('<w:comments/>') }), 'traces'],
    'tracked changes': [
      await withParts({ 'word/document.xml': strToU8('<w:p><w:ins w:author="Ada"/></w:p>') }),
      'traces',
    ],
    'a file inside': [await withParts({ 'word/embeddings/a.docx': strToU8('x') }), 'inside'],
    'entities that unfold': [odt({ 'content.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }), 'damaged'],
  }
  for (const [what, [content, fault]] of Object.entries(cases))
    expect([what, await look(content)]).toEqual([what, { fault }])
  expect(await look(await photo(), { types: ['pdf'] })).toEqual({ fault: 'type' })
})

test('the virus scanner has its say first, and while it is away nothing is taken', async () => {
  const daemon = await scanDaemon((file) =>
    file.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0',
  )
  const scanned = (line: string) =>
    lookAtFile({ scan: createScan(daemon.url), log: silentLog }, onePagePdf(line), looking)
  expect(await scanned('EICAR')).toEqual({ fault: 'infected' })
  expect(await scanned('Hello')).toMatchObject({ file: { type: 'pdf' } })
  await daemon.close()
  expect(await scanned('Hello')).toEqual({ fault: 'unscanned' })
})
