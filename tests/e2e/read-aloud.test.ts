/** The view for children read aloud: browsers of tests have no voice, so that the device is played. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  await site?.close()
})

interface Voice {
  readonly lang: string
  readonly localService: boolean
}

interface Spoken {
  readonly text: string
  readonly lang: string
  readonly voice: Voice
}

/** What the device was told to say since it was last told to be silent; undefined where it is silent. */
const spoken = (page: Page): Promise<readonly Spoken[] | undefined> => page.evaluate('device.queue')

/** From now on every page is opened on a device with these voices. */
async function playDevice(page: Page, voices: readonly Voice[]): Promise<void> {
  await page.addInitScript((given) => {
    const device: { voices: readonly Voice[]; queue: { onend?: () => void }[] | undefined; changed: () => void } = {
      ...{ voices: given, queue: undefined, changed: () => undefined },
    }
    const speechSynthesis = {
      getVoices: () => device.voices,
      addEventListener: (_: string, listener: () => void) => {
        device.changed = listener
      },
      speak: (said: { onend?: () => void }) => {
        device.queue = [...(device.queue ?? []), said]
      },
      cancel: () => {
        device.queue = undefined
      },
      get speaking() {
        return device.queue !== undefined
      },
    }
    class SpeechSynthesisUtterance {
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    const played = { device, speechSynthesis, SpeechSynthesisUtterance }
    for (const [name, value] of Object.entries(played)) Object.defineProperty(window, name, { value })
  }, voices)
}

const ofThisDevice = (lang: string): Voice => ({ lang, localService: true })
const ofElsewhere = (lang: string): Voice => ({ lang, localService: false })

test.each([
  { lang: 'en', region: 'en-GB', read: 'Read this to me', stop: 'Stop reading' },
  { lang: 'ar', region: 'ar_EG', read: 'اقرأ لي هذا', stop: 'توقف عن القراءة' },
])('a child has the page read aloud in $lang, by a voice of the device, and stops it', async (expected) => {
  const { lang, region, read, stop } = expected
  await site.visit('/en', { viewport: { width: 320, height: 640 } }, async (page) => {
    await playDevice(page, [ofThisDevice('nl-NL'), ofElsewhere(region), ofThisDevice(region)])
    await page.goto(`${site.baseUrl}/${lang}/nl/example-town/children?age=8-12`)
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    const button = page.locator('button[data-read]')
    expect(await button.innerText()).toBe(read)
    expect(await spoken(page)).toBeUndefined()
    await expectAccessible(page)

    await button.click()
    const said = (await spoken(page)) ?? []
    const shown = await page.locator('[data-read-aloud] :is(h2, p, li)').allTextContents()
    expect(said.map(({ text }) => text)).toEqual(shown)
    expect(said.length).toBeGreaterThan(10)
    expect(new Set(said.map((one) => one.lang))).toEqual(new Set([region]))
    expect(said.every(({ voice }) => voice.localService)).toBe(true)
    expect(await button.innerText()).toBe(stop)
    await expectFits(page)

    await button.click()
    expect(await spoken(page)).toBeUndefined()
    expect(await button.innerText()).toBe(read)

    await button.click()
    await page.evaluate('device.queue.at(-1).onend()')
    expect(await spoken(page)).toBeUndefined()
    expect(await button.innerText()).toBe(read)

    await button.click()
    await page.evaluate(`dispatchEvent(new Event('pagehide'))`)
    expect(await spoken(page)).toBeUndefined()
    expect(sent).toEqual([])
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, ''])
  })
})

test('there is no button where the device has no voice of the language, until it has one', async () => {
  await site.visit('/en', {}, async (page) => {
    await playDevice(page, [ofThisDevice('nl-NL'), ofElsewhere('fr-FR')])
    await page.goto(`${site.baseUrl}/fr/nl/example-town/children?age=13-17`)
    const button = page.locator('button[data-read]')
    await page.waitForLoadState('load')
    expect(await button.isVisible()).toBe(false)
    // Browsers know their voices a moment after the page.
    await page.evaluate(`device.voices = [{ lang: 'fr-CA', localService: true }]; device.changed()`)
    expect(await button.isVisible()).toBe(true)
    await button.click()
    expect(await spoken(page)).not.toBeUndefined()
  })
})
