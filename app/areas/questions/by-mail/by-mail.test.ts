/** Which part of a mail is the answer, who it is for, and which mails no person wrote. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAutomatic } from './automatic-rules.ts'
import { textOfHtml } from './html-text.ts'
import { splitQuoted } from './quote-rules.ts'
import { readMail } from './read-mail.ts'
import { createReplyAddresses } from './reply-address.ts'

const example = (name: string) => readFileSync(new URL(`examples/${name}.eml`, import.meta.url), 'utf8')
const read = (name: string) => readMail(new TextEncoder().encode(example(name).replaceAll('{to}', 'a@towns.example')))

describe('what was written', () => {
  test.each([
    ['thunderbird', 'De volgende winter, graag.\n\nGroet, Olga', 'Op 3-3-2026 om 10:15'],
    ['gmail', 'The next one – and every one after.', 'On Tue, 3 Mar 2026 at 10:15'],
    ['outlook', 'Mit freundlichen Grüßen\nOlga', 'Von: Safe Towns'],
    ['apple-html', 'الشتاء القادم', '> Op 3 mrt 2026'],
  ])('%s: is told apart from what is quoted', async (name, written, quoted) => {
    const mail = await read(name)
    const split = splitQuoted(mail.text)
    expect(split.written).toContain(written)
    expect(split.written).not.toMatch(/Which winter|Welcher Winter|===/)
    expect(split.quoted.startsWith(quoted)).toBe(true)
    expect(split.quoted).toMatch(/Which winter|Welcher Winter/)
    expect([mail.from, mail.automatic, mail.files]).toEqual(['olga@questions.example', false, 0])
  })

  test('an answer between quoted lines is all kept as written', () => {
    const text = '> Which winter?\n\nThe next one.\n\n> And the hours?\n\nNine to five.'
    expect(splitQuoted(text)).toEqual({ written: text, quoted: '' })
  })

  test('nothing is ever lost: every line stands in one of the two', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        '> quoted',
        '',
        '=== above ===',
        'On 3 March 2026, A wrote:',
        '-----Original Message-----',
        'From: a@b.eu',
        'To: b',
        'Date: c',
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const words = (text: string) => text.split(/\s+/).filter((one) => one !== '')
        const { written, quoted } = splitQuoted(lines.join('\n'))
        expect([...words(written), ...words(quoted)]).toEqual(words(lines.join('\n')))
      }),
    )
  })

  test('no style, no script and no markup becomes words', () => {
    const html =
      '<head><title>x</title></head><style>p{}</style><p>One</p><script>two()</script><p>Two &amp; three<br>four</p>'
    expect(textOfHtml(html).trim().split(/\n+/)).toEqual(['One', 'Two & three', 'four'])
  })
})

describe('mails that no person wrote', () => {
  test.each(['out-of-office', 'bounce'])('%s', async (name) => {
    expect((await read(name)).automatic).toBe(true)
  })
  test.each([
    ['precedence', 'bulk'],
    ['auto-submitted', 'auto-generated'],
    ['list-id', '<town.list.example>'],
    ['from', 'postmaster@mx.example'],
  ])('%s: %s', (name, value) => {
    expect(isAutomatic((asked) => (asked === name ? value : undefined))).toBe(true)
  })
  test('"Auto-Submitted: no" says the contrary', () => {
    expect(isAutomatic((asked) => (asked === 'auto-submitted' ? 'no' : undefined))).toBe(false)
  })
})

describe('hostile mails', () => {
  test('files are counted, not read; logos of a signature are none', async () => {
    expect((await read('with-files')).files).toBe(1)
    expect((await read('outlook')).files).toBe(0)
  })

  test('signs that steer and signs that a database refuses are left out', async () => {
    const raw =
      'From: a@b.example\nTo: c@d.example\nContent-Type: text/plain; charset=utf-8\n\nOne\u0000\u001b[31m two\u0007'
    expect((await readMail(new TextEncoder().encode(raw))).text.trim()).toBe('One[31m two')
  })

  test('parts nested without an end, and headers without one, are refused', async () => {
    const nested = Array.from(
      { length: 60 },
      (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`,
    )
    const bytes = (text: string) => new TextEncoder().encode(text)
    await expect(readMail(bytes(`From: a@b.example\n${nested.join('')}`))).rejects.toThrow()
    await expect(readMail(bytes(`From: a@b.example\nX: ${'x'.repeat(300_000)}\n\nHello`))).rejects.toThrow()
  })

  test('whatever bytes come, they are a mail or an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const mail = await readMail(bytes).catch(() => undefined)
        if (mail) expect(mail.text).not.toContain('\u0000')
      }),
    )
  })
})

describe('an address for answers', () => {
  const secret = 'a secret of a test, thirty-two bytes long'
  const addresses = createReplyAddresses(secret, 'answers+{token}@towns.example')

  test('is given to one person for one question, survives capital letters, and fits before the @', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.uuid(), (question, person, other) => {
        const address = addresses?.addressOf(question, person) ?? ''
        expect(address.indexOf('@')).toBeLessThanOrEqual(64)
        const claim = addresses?.read(address.toUpperCase())
        expect(claim?.question).toBe(question)
        if (!claim) return
        expect(addresses?.isFor(claim, person)).toBe(true)
        if (other !== person) expect(addresses?.isFor(claim, other)).toBe(false)
        const elsewhere = createReplyAddresses('another secret that is long enough', 'answers+{token}@towns.example')
        expect(elsewhere?.isFor(claim, person)).toBe(false)
      }),
    )
  })

  test.each(['answers@towns.example', 'answers+abc@towns.example', `answers+${'a'.repeat(48)}@evil.example`, ''])(
    '"%s" was made by nobody here',
    (address) => {
      expect(addresses?.read(address)).toBeUndefined()
    },
  )

  test('there is none where no mail comes back', () => {
    expect(createReplyAddresses(secret, undefined)).toBeUndefined()
  })
})
