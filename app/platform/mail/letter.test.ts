import { describe, expect, test } from 'vitest'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { createI18n } from '../i18n/i18n.ts'
import { loadLanguages } from '../i18n/languages.ts'
import type { Translator } from '../i18n/messages.ts'
import { composeLetter, type LetterBlock, noticeBlocks, writeLetter } from './letter.ts'
import type { NoticeText } from './notice.ts'

const i18n = createI18n(loadLanguages())
const site = { baseUrl: 'https://towns.example', instanceName: 'Safe Towns' }
const text: NoticeText = {
  subject: 'Example Town: check three changes until 9 March',
  paragraphs: ['Ben changed three services.', 'First line\nsecond <line> & "more"'],
  action: { text: 'Check them', path: '/office/nl/example-town/publish?a=1&b=2' },
  reason: 'You are an approver of Example Town.',
}

function translatorOf(code: string): Translator {
  const translator = i18n.translator(code)
  if (!translator) throw new Error(`no ${code}`)
  return translator
}

/** The words of an HTML document in their order, one line an element. */
function wordsOf(html: string): string[] {
  const body = html.slice(html.indexOf('<body>'))
  const lines = body.split(/<[^>]*>/).map((line) => line.trim())
  const decode = (line: string) =>
    line.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return lines.filter((line) => line !== '').map(decode)
}

describe.each(i18n.offered)('a letter in $code', ({ code, tag, dir }) => {
  const letter = composeLetter(site, translatorOf(code), text, { name: 'Anna' })

  test('is valid HTML in its language and direction, also where a mail program takes the body alone', () => {
    expect(htmlFaults(letter.html)).toEqual([])
    const tags = new RegExp(`<(?:html|div) [^>]*lang="${tag}" dir="${dir}"`, 'g')
    expect(letter.html.match(tags)).toHaveLength(2)
  })

  test('says the same as text and as HTML', () => {
    const [subject, ...said] = wordsOf(letter.html)
    expect(subject).toBe(text.subject)
    // In HTML the address of the instance stands behind its name.
    const written = letter.text
      .trim()
      .split('\n\n')
      .filter((line) => line !== '--' && line !== site.baseUrl)
    expect(said).toEqual(written)
  })
})

test('the reason comes after what is to be done, and who sends it last', () => {
  const { text: written } = composeLetter(site, translatorOf('en'), text)
  expect(written).toBe(
    [
      'Ben changed three services.',
      'First line\nsecond <line> & "more"',
      'Check them',
      'https://towns.example/office/nl/example-town/publish?a=1&b=2',
      '--',
      'Why you get this mail: You are an approver of Example Town.',
      'Sent by Safe Towns',
      'https://towns.example\n',
    ].join('\n\n'),
  )
})

test('several things of the same sort stand below headings, each with what can be done about it', () => {
  const part = (name: string) => ({
    heading: name,
    paragraphs: [`What ${name} says`],
    action: { text: `${name} is right`, path: `/right/${name}` },
    ways: [{ text: `${name} is wrong`, path: `/wrong/${name}` }],
  })
  const { action: _, ...rest } = text
  const { text: written, html } = composeLetter(site, translatorOf('en'), { ...rest, parts: [part('A'), part('B')] })
  expect(htmlFaults(html)).toEqual([])
  expect(written.split('\n\n').slice(2, 8)).toEqual([
    ...['– A –', 'What A says', 'A is right', 'https://towns.example/right/A'],
    ...['A is wrong', 'https://towns.example/wrong/A'],
  ])
  expect(written.indexOf('– B –')).toBeGreaterThan(written.indexOf('/wrong/A'))
  expect(written.indexOf('Why you get')).toBeGreaterThan(written.indexOf('/wrong/B'))
})

test('for people without an account it leads nowhere but where the text does', () => {
  const { html } = composeLetter(site, translatorOf('en'), text)
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(links).toEqual(['https://towns.example/office/nl/example-town/publish?a=1&amp;b=2', 'https://towns.example'])
})

test('nothing is loaded and nothing runs when it is opened', () => {
  const { html } = composeLetter(site, translatorOf('ar'), text, { name: 'Anna' })
  expect(html).not.toMatch(/<(?:img|script|link|iframe|object|form|input|video)\b|\bsrc=|url\(|@import|\son\w+=/i)
})

test('what somebody typed cannot become markup', () => {
  const hostile = { ...text, subject: '</title><script>1</script>', reason: '<a href="https://evil.example">' }
  const { html } = composeLetter(site, translatorOf('en'), hostile, { name: '<b>Anna</b>' })
  expect(html).not.toMatch(/<script|<b>|<a href="https:\/\/evil/)
  expect(htmlFaults(html)).toEqual([])
})

test('a subject is one line, cut at a word where it is too long', () => {
  const of = (subject: string) => composeLetter(site, translatorOf('en'), { ...text, subject }).subject
  expect(of(' Two\r\nlines ')).toBe('Two lines')
  const long = of('word '.repeat(100))
  expect(long).toMatch(/^(?:word )+word…$/)
  expect(long.length).toBeLessThanOrEqual(151)
  expect(of('x'.repeat(400))).toHaveLength(151)
})

test('parts in another language are marked as such', () => {
  const arabic = translatorOf('ar')
  const blocks: LetterBlock[] = [
    { kind: 'heading', text: 'Approvals' },
    { kind: 'subheading', text: 'مرحبا', language: arabic },
    ...noticeBlocks(site, text, arabic),
  ]
  const { html, text: written } = writeLetter(site, translatorOf('en'), 'Together', blocks, [])
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('<h3 lang="ar" dir="rtl">مرحبا</h3>')
  expect(html).toContain('<h2>Approvals</h2>')
  expect(written).toContain('– Approvals –\n\n• مرحبا\n\n')
})
