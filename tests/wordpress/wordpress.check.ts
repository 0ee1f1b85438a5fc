/**
 * The help page in a real WordPress: pasted by people with different rights through its own editor, seen in a browser.
 * `npm run test:wordpress`; not part of `npm test`, as it installs packages of Debian.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { elementCode, frameCode } from '../../app/areas/help-pages/index.ts'
import { findingsOf } from '../../app/areas/websites/look-rules.ts'
import { readHostPage } from '../../app/areas/websites/read-host-page.ts'
import { launchBrowser, unpackBrowser } from '../browser.ts'
import { installPackages } from './debian.ts'
import { lookingFor } from './looking-for.ts'
import { instance, type Servers, startServers, website } from './servers.ts'
import { activatePlugin, layOut, password, people, setUpWebsite } from './site.ts'

const base = `https://${instance}`
const title = 'Help for children and families'
const page = (lang: string) => `${base}/${lang}/nl/example-town`
const frame = (lang: string) =>
  frameCode({
    src: `${base}/embed/nl/example-town?lang=${lang}&heading=2`,
    pageHref: page(lang),
    title,
    width: '100%',
    height: 800,
  })
const element = (lang: string) =>
  elementCode({ script: `${base}/embed.js`, town: 'nl/example-town', lang, heading: 2, pageHref: page(lang), title })

let folder: string
let root: string
let servers: Servers
let browser: Browser

beforeAll(async () => {
  installPackages()
  folder = mkdtempSync(join(tmpdir(), 'safe-towns-wordpress-'))
  root = layOut(folder)
  await unpackBrowser()
  servers = await startServers(folder, root)
  setUpWebsite(root, servers)
  const names = [website, instance].map((name) => `MAP ${name} 127.0.0.1:${servers.port}`)
  browser = await launchBrowser([`--host-resolver-rules=${names.join(',')}`])
}, 600_000)

afterAll(async () => {
  await browser?.close()
  await servers?.stop()
  if (folder) rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** In a context of its own; nothing but the two names is ever asked. */
async function visit<T>(journey: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1_000, height: 900 } })
  try {
    await context.route(
      (url) => ![website, instance].includes(url.hostname),
      (route) => route.fulfill({ contentType: 'text/html', body: 'elsewhere' }),
    )
    return await journey(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Writes a post in the editor of blocks, as somebody who may publish. @returns its address. */
async function write(
  person: keyof typeof people,
  block: 'html' | 'embed' | 'shortcode',
  content: string,
): Promise<string> {
  return visit(async (editor) => {
    await editor.goto(`https://${website}/wp-login.php`)
    await editor.fill('#user_login', people[person])
    await editor.fill('#user_pass', password)
    await editor.click('#wp-submit')
    await editor.goto(`https://${website}/wp-admin/post-new.php`)
    await editor.waitForFunction(`window.wp?.data?.select('core/editor')?.getCurrentPostId() > 0`, undefined, {
      timeout: 60_000,
    })
    const attributes = { html: { content }, embed: { url: content }, shortcode: { text: content } }[block]
    return editor.evaluate(`(async () => {
      const { dispatch, select } = wp.data
      dispatch('core/block-editor').resetBlocks([wp.blocks.createBlock('core/${block}', ${JSON.stringify(attributes)})])
      dispatch('core/editor').editPost({ title: 'Help', status: 'publish' })
      await dispatch('core/editor').savePost()
      return select('core/editor').getPermalink()
    })()`) as Promise<string>
  })
}

async function expectAccessible(shown: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: shown }).analyze()
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))])).toEqual([])
}

async function expectFrame(shown: Page, lang: string): Promise<void> {
  const framed = shown.frameLocator('iframe')
  await framed.locator('[data-help-numbers]').waitFor()
  expect(await framed.locator('html').getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr')
  expect(await framed.locator('[data-service]').count()).toBeGreaterThanOrEqual(40)
}

/** The first link of the help page takes the whole website away. */
async function expectWayOut(shown: Page): Promise<void> {
  await shown.frameLocator('iframe').locator('[data-quick-exit]').click()
  await shown.waitForURL((url) => ![website, instance].includes(url.hostname))
}

const findingsAt = async (shown: Page, address: string) => {
  const answer = await shown.request.get(address.replace(website, `127.0.0.1:${servers.port}`), {
    headers: { host: website },
  })
  const seen = { url: address, redirected: false, headers: answer.headers(), page: readHostPage(await answer.text()) }
  return findingsOf(seen, lookingFor(base))
    .filter(({ tone }) => tone === 'bad')
    .map(({ code }) => code)
}

describe('pasted by an administrator', () => {
  test.each(['en', 'ar'])('the frame stands there in %s, without a barrier, and its way out works', async (lang) => {
    const address = await write('administrator', 'html', frame(lang))
    await visit(async (shown) => {
      await shown.goto(address)
      await expectFrame(shown, lang)
      expect(await shown.locator(`a[href="${page(lang)}"]`).isVisible()).toBe(true)
      await expectAccessible(shown)
      expect(await findingsAt(shown, address)).toEqual([])
      await expectWayOut(shown)
    })
  })

  test('the element takes the height of its content', async () => {
    const address = await write('administrator', 'html', element('en'))
    await visit(async (shown) => {
      await shown.goto(address)
      await expectFrame(shown, 'en')
      const height = () =>
        shown.locator('safe-towns-help iframe').evaluate((one: HTMLIFrameElement) => Number(one.height))
      await expect.poll(height, { timeout: 20_000 }).toBeGreaterThan(3_000)
      await expectAccessible(shown)
      expect(await findingsAt(shown, address)).toEqual([])
    })
  })
})

describe('pasted by somebody who may not write unfiltered HTML', () => {
  test.each([
    ['frame', frame('en')],
    ['element', element('en')],
  ])('the %s is taken out, and the link stays', async (_, code) => {
    const address = await write('author', 'html', code)
    await visit(async (shown) => {
      await shown.goto(address)
      expect(await shown.locator('iframe, safe-towns-help').count()).toBe(0)
      expect(
        await shown
          .locator(`a[href="${page('en')}"]`)
          .first()
          .isVisible(),
      ).toBe(true)
      expect(await findingsAt(shown, address)).toEqual(['nothing-found'])
    })
  })

  test('the address alone is a link as long as WordPress does not know the instance: no frame without a way out', async () => {
    for (const one of [page('en'), `${base}/embed/nl/example-town?lang=en`]) {
      const address = await write('author', 'embed', one)
      await visit(async (shown) => {
        await shown.goto(address)
        expect(await shown.locator('iframe').count()).toBe(0)
      })
    }
  })
})

describe('with the plug-in', () => {
  beforeAll(() => activatePlugin(root))

  test.each(['en', 'ar'])('the address alone becomes the frame for everybody who writes, in %s', async (lang) => {
    const address = await write('author', 'embed', page(lang))
    await visit(async (shown) => {
      await shown.goto(address)
      await expectFrame(shown, lang)
      expect(await shown.locator('iframe').getAttribute('sandbox')).toBeNull()
      await expectAccessible(shown)
      expect(await findingsAt(shown, address)).toEqual([])
      await expectWayOut(shown)
    })
  })

  test.each(['en', 'ar'])('the part of a page is put into it on the server, in %s', async (lang) => {
    const shortcode = `[safe_towns_help town="nl/example-town" lang="${lang}" heading="2"]`
    const address = await write('author', 'shortcode', shortcode)
    await visit(async (shown) => {
      await shown.goto(address)
      const part = shown.locator(`section[data-safe-towns-fragment][lang^="${lang}"]`)
      expect(await part.locator('[data-service]').count()).toBeGreaterThanOrEqual(40)
      await expectAccessible(shown)
      expect(await findingsAt(shown, address)).toEqual([])
      await part.locator('[data-quick-exit]').click()
      await shown.waitForURL((url) => ![website, instance].includes(url.hostname))
    })
  })
})
