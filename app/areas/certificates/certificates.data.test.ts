/** From the front door: what a certificate says, to people. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../tests/pdf.ts'
import { createValidator } from '../../../tests/public-site/html-faults.ts'
import { readPage } from '../../../tests/public-site/html-page.ts'
import { answerFaults, keepingFaults, pageFaults } from '../../../tests/public-site/promises.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { approver, town } from '../accounts/people/test-people.ts'
import { eraseTexts, registerEntries, type Signatory, signatoryByNumber } from '../register/index.ts'
import { badgeSizes } from './badge-drawing.ts'
import { codeOf } from './code-rules.ts'
import { stages } from './stage-rules.ts'

let app: TestApp
let all: readonly { readonly signatory: Signatory; readonly code: string }[]
beforeAll(async () => {
  app = await testApp()
  const { db } = app.services.database
  const found = []
  for (let number = 1; ; number += 1) {
    const signatory = await signatoryByNumber(db, number)
    const [first] = signatory ? await registerEntries(db, signatory.id) : []
    if (!signatory || !first) break
    found.push({ signatory, code: codeOf(number, first.hash) })
  }
  all = found
})
afterAll(() => app.close())

const one = (which: (signatory: Signatory) => boolean) => {
  const found = all.find(({ signatory }) => which(signatory))
  if (!found) throw new Error('the demonstration has no such signatory')
  return found
}
const stands = ({ status }: Signatory) => status === 'signed'
const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) })
const translator = (code: string) => {
  const found = app.services.i18n.translator(code)
  if (!found) throw new Error(`no catalogue for ${code}`)
  return found
}

describe('the page of a code', () => {
  test('keeps the promises of public pages, in every language and for every state', async () => {
    const faultsOf = createValidator()
    for (const { code } of all) {
      for (const { code: lang, tag, dir } of app.services.i18n.offered) {
        const answer = await app.request(urls.verify(lang, code))
        const html = await answer.text()
        const page = readPage(html)
        expect([lang, code, answer.status, ...answerFaults(answer.headers), ...keepingFaults(answer.headers)]).toEqual([
          ...[lang, code, 200],
        ])
        expect(pageFaults(page, answer.headers, { base: app.baseUrl, language: { tag, dir } })).toEqual([])
        expect(await faultsOf(html)).toEqual([])
        expect(html).toContain(translator(lang).t('register.notOfficial'))
      }
    }
  })

  test('says who, since when, what it proves and what not, and how to check it without us', async () => {
    const { signatory, code } = one((each) => each.kind === 'municipality' && stands(each) && each.country === 'NL')
    const html = await (await app.request(urls.verify('en', code))).text()
    const { t } = translator('en')
    for (const part of [
      signatory.name,
      t('certificates.holds'),
      longDate(translator('en'), signatory.signedOn),
      t('certificates.stage.page-published'),
      t('certificates.provesNot.kept'),
      t('certificates.provesNot.checked'),
      ...stages.map((stage) => `href="${urls.credential(signatory.number, stage)}"`),
      `href="${urls.did()}"`,
      `href="${urls.statusList(1)}"`,
      `audit-register ${app.baseUrl}`,
    ]) {
      expect(html).toContain(part)
    }
  })

  test('says that it holds no longer, and why', async () => {
    const { t } = translator('en')
    for (const status of ['withdrawn', 'merged'] as const) {
      const { signatory, code } = one((each) => each.status === status)
      const html = await (await app.request(urls.verify('en', code))).text()
      expect(html).toContain(t('certificates.holdsNot'))
      expect(html).toContain(longDate(translator('en'), signatory.statusSince))
      expect(html).not.toContain('certificate.pdf')
    }
    const merged = one((each) => each.status === 'merged')
    expect(await (await app.request(urls.verify('en', merged.code))).text()).toContain('Example Bay')
  })

  test('a code that is typed leads there, however it is typed', async () => {
    const { code } = one(stands)
    const sent = await app.request(urls.verifyForm('fr'), form({ code: ` ${code.toLowerCase().replace('-', ' - ')} ` }))
    expect([sent.status, sent.headers.get('location')]).toEqual([303, urls.verify('fr', code)])
    const moved = await app.request(urls.verify('fr', code.toLowerCase()))
    expect([moved.status, moved.headers.get('location')]).toEqual([301, urls.verify('fr', code)])
  })

  test('a number that nobody has and a code that is wrong look the same', async () => {
    const [wrong, nobody] = ['1-0000000000', '99999-0000000000']
    const answers = await Promise.all(
      [wrong, nobody].map(async (code) => {
        const [page, sent] = [
          await app.request(urls.verify('en', code)),
          await app.request(urls.verifyForm('en'), form({ code })),
        ]
        const texts = [await page.text(), await sent.text()].map((text) => text.replaceAll(code, 'CODE'))
        return [page.status, sent.status, page.headers.get('cache-control'), ...texts]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.slice(0, 3)).toEqual([404, 422, 'no-store'])
    expect(answers[0]?.[3]).toContain(translator('en').t('certificates.verify.unknown'))
  })

  test('the form keeps the promises, and what was typed', async () => {
    const faultsOf = createValidator()
    const typed = '<script>12-"x"'
    for (const { code: lang, tag, dir } of app.services.i18n.offered) {
      for (const answer of [
        await app.request(urls.verifyForm(lang)),
        await app.request(urls.verifyForm(lang), form({ code: typed })),
      ]) {
        const html = await answer.text()
        expect([...answerFaults(answer.headers), ...keepingFaults(answer.headers)]).toEqual([])
        expect(pageFaults(readPage(html), answer.headers, { base: app.baseUrl, language: { tag, dir } })).toEqual([])
        expect(await faultsOf(html)).toEqual([])
        if (answer.status === 422) expect(html).toContain('value="&lt;script&gt;12-&quot;x&quot;"')
      }
    }
  })
})

describe('a certificate on paper', () => {
  const certificate = async (lang: string, number: number, stage?: string) => {
    const answer = await app.request(urls.certificate(lang, number, stage))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    return readPdf(new Uint8Array(await answer.arrayBuffer()))
  }

  test('is one tagged page in every language, for every step, that leads to where it is checked', async () => {
    const { signatory, code } = one((each) => each.kind === 'municipality' && stands(each) && each.country === 'NL')
    for (const { code: lang } of app.services.i18n.offered) {
      for (const stage of ['signed', 'page-published']) {
        const read = await certificate(lang, signatory.number, stage)
        expect(read).toMatchObject({ pages: 1, language: lang, marked: true, claimsUa: true, everyFontEmbedded: true })
        expect(read.links).toContain(`${app.baseUrl}${urls.verify(lang, code)}`)
        expect(read.text).toContain(signatory.name)
        expect(read.text).toContain(code)
        expect(read.tags.filter((tag) => tag === 'H1')).toHaveLength(1)
      }
    }
    const english = (await certificate('en', signatory.number)).text.replaceAll(/\s+/g, ' ')
    expect(english).toContain(translator('en').t('register.notOfficial'))
    expect(english).toContain(translator('en').t('certificates.demonstration'))
  })

  test('does not exist for a step that is not reached, nor for a number that nobody has', async () => {
    const association = one((each) => each.kind === 'association').signatory.number
    for (const path of [
      urls.certificate('en', association, 'page-published'),
      urls.certificate('en', association, 'report-given'),
      urls.certificate('en', 99_999),
      urls.certificate('xx', 1),
    ]) {
      expect([path, (await app.request(path)).status]).toEqual([path, 404])
    }
  })

  test('gives way to the page that says it holds no longer, once the signature has ended', async () => {
    const { signatory, code } = one((each) => each.status === 'withdrawn')
    const answer = await app.request(urls.certificate('de', signatory.number))
    expect([answer.status, answer.headers.get('location')]).toEqual([302, urls.verify('de', code)])
  })

  test('a person who is erased stands on none, nor anywhere else', async () => {
    const { signatory, code } = one((each) => each.kind === 'representative')
    const shown = async () => [
      (await certificate('en', signatory.number)).text.replaceAll(/\s+/g, ' '),
      await (await app.request(urls.verify('en', code))).text(),
      await (await app.request(urls.badge(signatory.number, { lang: 'en', size: 'large' }))).text(),
    ]
    for (const text of await shown()) expect(text).toContain(signatory.name)
    const { database, clock } = app.services
    const act = actOf('test', 'register.test', clock.now())
    await database.db.transaction().execute((tx) => eraseTexts(tx, act, signatory, 'name'))
    await expect.poll(async () => (await shown()).some((text) => text.includes(signatory.name))).toBe(false)
    for (const text of await shown()) expect(text).toContain(`Signatory number ${signatory.number}`)
    expect(await (await app.request(urls.credential(signatory.number))).text()).not.toContain(signatory.name)
  })
})

describe('the badge', () => {
  const badge = (number: number, size: string, lang = 'en') => app.request(urls.badge(number, { lang, size }))

  test('may be shown by any website, sets no cookie, loads nothing and runs nothing', async () => {
    for (const size of badgeSizes) {
      const answer = await badge(1, size)
      const svg = await answer.text()
      expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
      expect(answer.headers.has('set-cookie')).toBe(false)
      expect(svg).not.toMatch(/<script|<image|<foreignObject|href|url\(|@import|\son\w+=|style=/)
      expect(svg).toMatch(/role="img" aria-labelledby="title desc"/)
      expect(svg).toMatch(/<title id="title">[^<]+<\/title><desc id="desc">[^<]+<\/desc>/)
    }
  })

  test('says in words where the signature stands', async () => {
    const { t } = translator('en')
    const day = (date: string) => longDate(translator('en'), date)
    for (const { signatory } of all) {
      const svg = await (await badge(signatory.number, 'large')).text()
      const date = day(signatory.status === 'signed' ? signatory.signedOn : signatory.statusSince)
      expect(svg).toContain(t(`certificates.badge.${signatory.status}`, { date }))
    }
    const arabic = await (await badge(1, 'medium', 'ar')).text()
    expect(arabic).toMatch(/lang="ar".*text-anchor="end"/s)
  })

  test('says of a real signatory, too, that no official register stands behind it', async () => {
    const { signatory } = one((each) => each.kind === 'association' && stands(each))
    const { db } = app.services.database
    const invented = (demonstration: boolean) =>
      db.updateTable('published.signatory').set({ demonstration }).where('id', '=', signatory.id).execute()
    await invented(false)
    const [note, demonstration] = [
      translator('de').t('register.notOfficial'),
      translator('de').t('certificates.badge.demonstration'),
    ]
    for (const size of badgeSizes) {
      // In a language in which none of these is kept in memory yet.
      const svg = await (await badge(signatory.number, size, 'de')).text()
      const lines = [...svg.matchAll(/<text [^>]*>\u2066([^<]*)\u2069</g)]
      const drawn = lines.map(([, line = '']) => line).join(' ')
      const said = /<desc id="desc">([^<]+)</.exec(svg)?.[1] ?? ''
      expect([size, drawn.includes(note), said.includes(note), svg.includes(demonstration)]).toEqual([
        ...[size, true, true, false],
      ])
    }
    await invented(true)
    expect(await (await badge(signatory.number, 'large', 'fr')).text()).not.toContain(
      translator('fr').t('register.notOfficial'),
    )
  })

  test('and the paper exist for each stage that a town has reached, and say which', async () => {
    const { signatory } = one((each) => each.kind === 'municipality' && stands(each) && each.country === 'NL')
    const { t } = translator('en')
    const [first] = stages
    for (const stage of stages) {
      const lang = { lang: 'en', size: 'large', stage }
      const svg = await app.request(urls.badge(signatory.number, lang))
      expect([stage, svg.status]).toEqual([stage, 200])
      const paper = await app.request(urls.certificate('en', signatory.number, stage))
      const { text } = await readPdf(new Uint8Array(await paper.arrayBuffer()))
      const lines = text.replace(/\s+/g, ' ')
      const proved = { 'page-published': 'page', 'plan-published': 'plan', 'report-given': 'report' } as const
      const shown = Object.entries(proved).map(([one, key]) => {
        const [begins = ''] = t(`certificates.proves.${key}`, { date: '|' }).split('|')
        return [one, lines.includes(begins.trim())]
      })
      const wanted = Object.keys(proved).map((one) => [one, stage !== first && one === stage])
      expect(shown, stage).toEqual(wanted)
    }
  })

  test('does not exist for what is not there', async () => {
    for (const path of ['/badge/99999.svg', '/badge/1.svg?size=huge', '/badge/1.svg?stage=none', '/badge/x.svg']) {
      expect([path, (await app.request(path)).status]).toEqual([path, 404])
    }
  })
})

describe('the office', () => {
  test('finds certificates, the file for programs and the badge, with code to paste', async () => {
    const cookie = await app.signIn(approver)
    const get = async (path: string) => {
      const answer = await app.request(path, { headers: { cookie } })
      expect([path, answer.status]).toEqual([path, 200])
      return answer.text()
    }
    expect(await get(urls.officeTown(town))).toContain(`href="${urls.officeCertificate(town)}"`)
    const html = await get(urls.officeCertificate(town, { lang: 'ar', stage: 'page-published' }))
    const { signatory, code } = one((each) => each.kind === 'municipality' && stands(each) && each.country === 'NL')
    for (const { code: lang } of app.services.i18n.offered) {
      expect(html).toContain(`href="${urls.certificate(lang, signatory.number, 'page-published')}"`)
    }
    for (const stage of stages) expect(html).toContain(`href="${urls.credential(signatory.number, stage)}"`)
    const src = urls.badge(signatory.number, { lang: 'ar', size: 'medium', stage: 'page-published' })
    expect(html).toContain(`src="${src.replaceAll('&', '&amp;')}"`)
    const pasted = html
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    expect(pasted).toContain(`<a href="${app.baseUrl}${urls.verify('ar', code)}"><img src="${app.baseUrl}`)
    expect(await createValidator()(html)).toEqual([])
  })
})
