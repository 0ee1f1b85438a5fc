/** From the front door: what everybody can print of a town, and the office's page about it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../../tests/eventually.ts'
import { readPdf } from '../../../../tests/pdf.ts'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { demonstrationPerson } from '../../../demonstration/index.ts'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { type PaperAsked, paperAudiences, paperSizes } from './paper-rules.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const town = { country: 'NL', slug: 'example-town' }
const forFamilies: PaperAsked = { size: 'a4', audience: 'family' }
const today = () => app.services.clock.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()

async function paper(path: string) {
  const answer = await app.request(path)
  expect([path, answer.status]).toEqual([path, 200])
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}

const everyPaper = ['en', 'ar'].flatMap((lang) =>
  paperSizes.flatMap((size) => paperAudiences.map((audience) => ({ lang, size, audience }))),
)

describe('a town on paper', () => {
  test.each(everyPaper)('$size for $audience in $lang', async ({ lang, ...asked }) => {
    const read = await paper(urls.poster(lang, town, asked))
    const page = asked.audience === 'child' ? urls.children(lang, town) : urls.town(lang, town)
    expect(read).toMatchObject({ pages: asked.size === 'a5' ? 2 : 1, language: lang, marked: true, claimsUa: true })
    // The number of the country, who answers children, the day until which it may be used.
    expect(read.text).toContain('112')
    expect(read.text).toContain('0800 0432')
    expect(read.links).toContain(`${app.baseUrl}${page}`)
    expect(read.text).toMatch(/20\d\d/)
    if (lang === 'en') {
      const printed = `Printed on ${longDate({ tag: 'en-GB' }, today())}`
      expect(read.text.includes(printed)).toBe(asked.size !== 'card')
      expect(read.text).toMatch(/Do not use after \d+ \w+ 20\d\d\./)
      expect(read.text).toMatch(/demonstration/i)
    }
    // Machine-made words lead to the original; a card has no room for that, its page does.
    const original = `${app.baseUrl}${urls.poster('en', town, asked)}`
    expect(read.links.includes(original)).toBe(lang === 'ar' && asked.size !== 'card')
  })

  test('is a poster for families where the address says no more', async () => {
    const plain = urls.poster('en', town, forFamilies).split('?')[0] ?? ''
    expect((await paper(plain)).text).toBe((await paper(urls.poster('en', town, forFamilies))).text)
  })

  test('leaves nothing behind, is found by no search engine, and has the name of the town alone', async () => {
    const { headers } = await app.request(urls.poster('fr', town, { size: 'card', audience: 'child' }))
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('content-disposition')).toBe('inline; filename="example-town-card-fr.pdf"')
    expect(headers.has('set-cookie')).toBe(false)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('that nobody looks after yet has the help numbers and says so', async () => {
    const read = await paper(urls.poster('en', { country: 'NL', slug: 'example-quiet-town' }, forFamilies))
    expect(read.text).toContain('112')
    expect(read.text).not.toMatch(/published on/)
    expect(read.pages).toBe(1)
  })

  test.each(['size=a3', 'audience=everyone', 'size=&audience=', 'size=a4&audience=../../etc'])(
    '%s is none: the page says so, with the help numbers',
    async (query) => {
      const answer = await app.request(`${urls.poster('en', town, forFamilies).split('?')[0]}?${query}`)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('data-help-numbers')
    },
  )

  test.each([
    ['no such town', '/en/nl/no-such-town/poster.pdf'],
    ['no such language', '/xx/nl/example-town/poster.pdf'],
    ['no such country', '/en/zz/example-town/poster.pdf'],
  ])('of %s is a helpful page', async (_, path) => {
    const answer = await app.request(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toMatch(/data-help-numbers|\/country"/)
  })

  test('of a town that was merged is the one of its successor', async () => {
    const { db } = app.services.database
    const merged = await db
      .selectFrom('published.authority as old')
      .innerJoin('published.authority as next', 'next.id', 'old.successor')
      .select(['old.country', 'old.slug', 'next.slug as successor'])
      .where('old.status', '=', 'merged')
      .executeTakeFirstOrThrow()
    const asked: PaperAsked = { size: 'a5', audience: 'school' }
    const answer = await app.request(urls.poster('en', merged, asked))
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(
      urls.poster('en', { country: merged.country, slug: merged.successor }, asked),
    )
  })
})

describe('the office’s page about paper', () => {
  const read = async (path: string, role: Parameters<typeof demonstrationPerson>[0] = 'officer') => {
    const cookie = await app.signIn(demonstrationPerson(role), 'passkey')
    const answer = await app.request(path, { headers: { cookie } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    return answer.text()
  }

  test('leads to every paper, in the language that was chosen, and each of them is there', async () => {
    const html = await read(urls.officePaper(town, 'ar'))
    const links = [...html.matchAll(/href="([^"]*poster\.pdf[^"]*)"/g)].map(([, href]) =>
      href?.replaceAll('&amp;', '&'),
    )
    expect(new Set(links)).toEqual(
      new Set(
        paperSizes.flatMap((size) =>
          paperAudiences.flatMap((audience) => [
            urls.poster('ar', town, { size, audience }),
            // Cards have marks of their own.
            ...(size === 'card' ? [] : [urls.poster('ar', town, { size, audience, shop: true })]),
          ]),
        ),
      ),
    )
  })

  test('is in the sections of the town, and begins with a language of the town that there is', async () => {
    expect(await read(urls.officeTown(town))).toContain(`href="${urls.officePaper(town)}"`)
    for (const asked of ['xx', '', '<script>']) {
      const html = await read(`${urls.officePaper(town)}?lang=${encodeURIComponent(asked)}`)
      expect(html).toContain('<option value="en" selected=""')
    }
  })

  test('of a town that has published nothing says what its paper has then', async () => {
    const html = await read(urls.officePaper({ country: 'NL', slug: 'example-quiet-town' }), 'new-officer')
    expect(html).toMatch(/Nothing is published yet|Noch ist nichts|Rien n’est/)
  })
})

// The last one: the number is gone from then on.
test('paper shows a help number that its country withdraws no longer than pages do', async () => {
  const address = urls.poster('de', town, forFamilies)
  expect((await paper(address)).text).toContain('0800 0432')
  const cookie = await app.signIn(demonstrationPerson('coordinator'), 'totp')
  const path = urls.officeHelplineAct('NL', 'child-helpline-08000432', 'withdraw')
  const form = await (await app.request(path, { headers: { cookie } })).text()
  const stand = /name="stand" value="([^"]*)"/.exec(form)?.[1] ?? ''
  const body = new URLSearchParams({ stand, reason: 'wrong', note: 'A shop answers' })
  expect((await app.request(path, { method: 'POST', headers: { cookie }, body })).status).toBe(303)
  const shows = async () => (await paper(address)).text.includes('0800 0432')
  await eventually(async () => expect(await shows()).toBe(false))
})
