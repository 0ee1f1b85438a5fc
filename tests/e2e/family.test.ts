import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { splitTown } from '../../app/areas/mergers/test-splits.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  await site?.close()
})

const narrow = { viewport: { width: 320, height: 640 } }

describe('a family on an old phone', () => {
  test('reads the help page in Arabic, at 320 px, without script', async () => {
    await site.visit('/ar/nl/example-town', { ...narrow, javaScriptEnabled: false }, async (page) => {
      expect(await page.getAttribute('html', 'dir')).toBe('rtl')
      expect(await page.getAttribute('html', 'lang')).toBe('ar')
      const numbers = page.locator('[data-help-numbers]').first()
      expect(await numbers.locator('a[href="tel:112"]').isVisible()).toBe(true)
      expect(await numbers.locator('a[href="tel:08000432"]').isVisible()).toBe(true)
      expect(await page.locator('[data-quick-exit]').getAttribute('href')).toMatch(/^https:/)
      expect(await page.locator('[data-origin="machine"]').count()).toBeGreaterThan(0)
      expect(await page.locator('[data-service]').count()).toBeGreaterThanOrEqual(40)
      const card = page.locator('[data-service]').first()
      await card.locator('summary').click()
      expect(await card.locator('details dl').isVisible()).toBe(true)
      await expectFits(page)
      await card.locator('h4 a').click()
      expect(new URL(page.url()).pathname).toMatch(/^\/ar\/nl\/example-town\/services\/[0-9a-f-]{36}$/)
      expect(await page.locator('article dl').first().isVisible()).toBe(true)
      await expectFits(page)
    })
  })

  test('opens the old address of a town that became several: a number first, then its own town, then help as before', async () => {
    const service = await splitTown(site.app.services)
    await site.visit('/ar/li/grossau', { ...narrow, javaScriptEnabled: false }, async (page) => {
      const numbers = page.locator('[data-help-numbers]').first()
      expect(await numbers.locator('a[href="tel:112"]').isVisible()).toBe(true)
      expect(await page.locator(`[data-service="${service}"]`).isVisible()).toBe(true)
      await expectFits(page)
      await page.getByRole('link', { name: 'Suedau' }).click()
      expect(page.url()).toBe(`${site.baseUrl}/ar/li/suedau`)
      expect(await page.locator(`[data-service="${service}"]`).isVisible()).toBe(true)
      expect(await page.locator('main').innerText()).toContain('Grossau')
      await expectFits(page)
    })
    await site.visit('/ar/li/grossau', narrow, expectAccessible)
  })

  test('finds the town by another spelling, and nothing typed stands in the address', async () => {
    await site.visit('/en', { ...narrow, javaScriptEnabled: false }, async (page) => {
      await page.getByLabel('Town or village').fill('zEEKOLN')
      await page.getByRole('button', { name: 'Find' }).click()
      expect(page.url()).toBe(`${site.baseUrl}/en/find`)
      await page
        .getByRole('link', { name: /Example Town/ })
        .first()
        .click()
      expect(page.url()).toBe(`${site.baseUrl}/en/nl/example-town`)
    })
  })

  test('chooses a country where no number may be guessed', async () => {
    await site.visit('/de', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('[data-help-numbers]').count()).toBe(0)
      await page.locator('select[name="country"]').selectOption('fr')
      await page.locator('form[action="/de/country"] button').click()
      expect(page.url()).toBe(`${site.baseUrl}/de/fr`)
      expect(await page.locator('[data-help-numbers] a[href="tel:112"]').first().isVisible()).toBe(true)
    })
  })

  test('searches in Arabic with its own words, without script, and reads who answers', async () => {
    await site.visit('/ar/nl', { ...narrow, javaScriptEnabled: false }, async (page) => {
      await page.locator('form[action="/ar/help"] button').click()
      expect(page.url()).toBe(`${site.baseUrl}/ar/help`)
      // The country came with the form: its numbers stand above before anything is asked.
      expect(await page.locator('[data-help-numbers] a[href="tel:112"]').first().isVisible()).toBe(true)
      // It could do nothing here.
      expect(await page.locator('[data-position]').isVisible()).toBe(false)
      await page.locator('#q').fill('لا أستطيع العودة إلى البيت')
      await page.locator('#near').fill('Zeekoln')
      await page.locator('form:has(#q) button[type="submit"]').click()
      expect(page.url()).toBe(`${site.baseUrl}/ar/help`)
      expect(await page.locator('[data-service]').first().getAttribute('data-kinds')).toContain('safe-place-to-stay')
      await expectFits(page)
      await page.locator('[data-service] h4 a').first().click()
      expect(new URL(page.url()).pathname).toMatch(/^\/ar\/nl\/[a-z-]+\/services\/[0-9a-f-]{36}$/)
    })
  })

  test('a child in French reads what to do and finds a way to write, without script', async () => {
    await site.visit('/fr/nl/example-town', { ...narrow, javaScriptEnabled: false }, async (page) => {
      await page.locator('a[href="/fr/nl/example-town/children"]').click()
      expect(await page.title()).toBe('Pour les jeunes à Example Town')
      await page.getByRole('link', { name: 'J’ai de 8 à 12 ans' }).click()
      const buttons = page.locator('[data-child-buttons] a')
      expect(await buttons.count()).toBe(3)
      expect(await buttons.first().getAttribute('href')).toBe('tel:112')
      // Nothing here could read it aloud.
      expect(await page.locator('[data-read]').isVisible()).toBe(false)
      await expectFits(page)
      await buttons.nth(2).click()
      await page.locator('section:has(#quiet) a').first().click()
      expect(new URL(page.url()).pathname).toMatch(/^\/fr\/nl\/example-town\/services\/[0-9a-f-]{36}$/)
    })
  })

  test('prints the page: numbers in black, what is folded, where other websites are; no buttons', async () => {
    await site.visit('/en/nl/example-town', { colorScheme: 'dark', javaScriptEnabled: false }, async (page) => {
      await page.emulateMedia({ media: 'print' })
      const number = page.locator('[data-help-numbers] a[href="tel:112"]')
      expect(await number.evaluate((one) => getComputedStyle(one).color)).toBe('rgb(0, 0, 0)')
      const card = page.locator('[data-service]').first()
      expect(await card.locator('details dl').isVisible()).toBe(true)
      expect(await card.locator('summary').isVisible()).toBe(false)
      expect(await page.locator('[data-quick-exit]').isVisible()).toBe(false)
      const outside = page.locator('[data-service] a[rel]').first()
      const after = await outside.evaluate((one) => getComputedStyle(one, '::after').content)
      expect(after).toContain(await outside.getAttribute('href'))
    })
  })

  test('lets the device say where it is, after a tap and no sooner', async () => {
    const geolocation = { latitude: 48.123456, longitude: 11.654321 }
    const asked = { ...narrow, permissions: ['geolocation'], geolocation }
    await site.visit('/en/help', asked, async (page) => {
      const sent: string[] = []
      page.on('request', (request) => sent.push(request.postData() ?? ''))
      await page.locator('#q').fill('lawyer')
      expect(sent.join()).not.toContain('48.12')
      await page.locator('[data-position]').click()
      await page.locator('#results').waitFor()
      // About a kilometre, and nowhere on the page that follows.
      expect(sent.join()).toContain('48.12%2C11.65')
      expect(sent.join()).not.toContain('48.123')
      expect(page.url()).toBe(`${site.baseUrl}/en/help`)
      expect(await page.content()).not.toContain('48.12')
      await expectAccessible(page)
    })
  })

  test('sees no trace of where the confidential shelter is', async () => {
    await site.visit('/en/nl/example-town', {}, async (page) => {
      const shelter = page.locator('[data-kinds~="safe-place-to-stay"]').first()
      await shelter.locator('summary').click()
      expect(await shelter.innerText()).toContain('Confidential, to keep people safe')
      expect(await shelter.innerText()).not.toMatch(/\b\d{4} ?[A-Z]{2}\b/)
    })
  })
})

describe('leaving in a hurry', () => {
  test.each(['click', 'shift'])('by %s takes the page out of the history', async (how) => {
    await site.visit('/en', {}, async (page) => {
      await page.route('https://www.knmi.nl/', (route) =>
        route.fulfill({ body: '<title>Weather</title>', contentType: 'text/html' }),
      )
      await page.goto(`${site.baseUrl}/en/nl/example-town`)
      if (how === 'click') await page.locator('[data-quick-exit]').click()
      else for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
      await page.waitForURL('https://www.knmi.nl/')
      await page.goBack()
      expect(page.url()).toBe(`${site.baseUrl}/en`)
    })
  })
})

describe('the help page in the website of a town', () => {
  const around = (lang: string) =>
    `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><title>Town</title>` +
    '<header>Town</header><main><h1>Town</h1>' +
    `<iframe src="/embed/nl/example-town?lang=${lang}" title="Help" width="100%" height="500"></iframe></main><footer>Town</footer></html>`

  test.each(['en', 'ar'])(
    'is a frame in %s, at 320 px and without script, that the quick exit leaves',
    async (lang) => {
      await site.visit('/en', { ...narrow, javaScriptEnabled: false }, async (page) => {
        const host = `${site.baseUrl}/website-of-the-town`
        await page.route(host, (route) => route.fulfill({ contentType: 'text/html', body: around(lang) }))
        await page.route('https://www.knmi.nl/', (route) =>
          route.fulfill({ contentType: 'text/html', body: 'weather' }),
        )
        await page.goto(host)
        const frame = page.frameLocator('iframe')
        expect(await frame.locator('[data-help-numbers] a[href="tel:112"]').isVisible()).toBe(true)
        expect(await frame.locator('[data-service]').count()).toBeGreaterThanOrEqual(40)
        await frame.locator('nav a[lang="de"]').click()
        await frame.locator('html[lang="de"]').waitFor()
        expect(page.url()).toBe(host)
        await frame.locator('[data-quick-exit]').click()
        await page.waitForURL('https://www.knmi.nl/')
      })
    },
  )

  test.each(['en', 'ar'])('has no barrier in %s, within the page around, and fits 320 px', async (lang) => {
    await site.visit('/en', narrow, async (page) => {
      const host = `${site.baseUrl}/website-of-the-town`
      await page.route(host, (route) => route.fulfill({ contentType: 'text/html', body: around(lang) }))
      await page.goto(host)
      await page.frameLocator('iframe').locator('[data-help-numbers]').waitFor()
      await expectAccessible(page)
      await page.goto(`${site.baseUrl}/embed/nl/example-town?lang=${lang}`)
      await expectFits(page)
    })
  })
})

describe('the help page as an element in the website of a town', () => {
  // Browsers let no website of the internet load anything from this machine: to them it has an address there, too.
  const instance = 'https://help.example'
  const around = (lang: string) =>
    `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><title>Town</title>` +
    `<script src="${instance}/embed.js" defer></script><header>Town</header><main><h1>Town</h1>` +
    `<safe-towns-help town="nl/example-town" lang="${lang}"><a href="${instance}/${lang}/nl/example-town">Help</a>` +
    '</safe-towns-help></main><footer>Town</footer></html>'
  const show = async (page: Page, host: string, lang: string) => {
    await page.route(`${instance}/**`, async (route) => {
      const url = route.request().url().replace(instance, site.baseUrl)
      await route.fulfill({ response: await route.fetch({ url }) })
    })
    await page.route(host, (route) => route.fulfill({ contentType: 'text/html', body: around(lang) }))
    await page.goto(host)
  }

  test.each(['en', 'ar'])(
    'takes the height of its content in %s, believes nobody else and keeps its link',
    async (lang) => {
      const played = [instance, 'https://www.example-town.example']
      await site.visit('/en', { ...narrow, played }, async (page) => {
        await show(page, 'https://www.example-town.example/help', lang)
        await page.frameLocator('safe-towns-help iframe').locator('[data-help-numbers]').waitFor()
        const height = () =>
          page.locator('safe-towns-help iframe').evaluate((frame: HTMLIFrameElement) => +frame.height)
        await expect.poll(height).toBeGreaterThan(3_000)
        const told = await height()
        // The second message is sent after the first has been heard.
        await page.evaluate(async () => {
          for (const safeTownsHeight of [400, 500]) {
            const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }))
            postMessage({ safeTownsHeight }, '*')
            await heard
          }
        })
        expect(await height()).toBe(told)
        expect(await page.locator('safe-towns-help > a').isVisible()).toBe(true)
        await expectFits(page)
        await expectAccessible(page)
      })
    },
  )

  test('shows nothing in a website that is not the town’s but the link', async () => {
    // That the browser refuses the frame is what it complains of.
    const refused = site.visit('/en', { ...narrow, played: [instance, 'https://elsewhere.example'] }, async (page) => {
      await show(page, 'https://elsewhere.example/help', 'en')
      await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
      expect(await page.locator('safe-towns-help > a').isVisible()).toBe(true)
    })
    await expect(refused).rejects.toThrow('expected [ Array(1) ]')
  })
})

/** By daylight all of them are looked at in every-page.test.ts. */
describe.each(['en', 'ar'])('in the dark, in %s', (lang) => {
  test.each([
    ['country', '/nl'],
    ['town of another country', '/de/example-stadt'],
    ['young people of thirteen and more', '/nl/example-town/children?age=13-17'],
    ['search', '/help?kind=trauma-therapy&town=nl/example-town'],
  ] as const)('%s has no barrier and fits 320 px', async (_, path) => {
    await site.visit(`/${lang}${path}`, { ...narrow, colorScheme: 'dark' }, async (page) => {
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true
      })
      await expectAccessible(page)
      await expectFits(page)
    })
  })

  test('a page that is not there has no barrier either, and keeps the numbers', async () => {
    await site.visit(`/${lang}`, narrow, async (page) => {
      await page.setContent(await (await site.app.request(`/${lang}/nl/no-such-town`)).text())
      expect(await page.locator('[data-help-numbers] a[href="tel:112"]').count()).toBe(1)
      await expectAccessible(page)
      await expectFits(page)
    })
  })
})
