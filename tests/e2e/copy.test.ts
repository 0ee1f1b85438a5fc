/** A copy of a help page, unpacked from its zip file and opened from the disk. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

let site: Site
let folder: string
beforeAll(async () => {
  site = await startSite()
  folder = mkdtempSync(join(tmpdir(), 'safe-towns-copy-'))
  const answer = await site.app.request(urls.site('en', { country: 'nl', slug: 'example-town' }))
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
})
afterAll(async () => {
  await site?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const narrow = { viewport: { width: 320, height: 640 } }
/** The origin of files. */
const played = ['null']
const fileUrl = (name: string) => pathToFileURL(join(folder, name)).href

test('is read in Arabic from the disk, at 320 px and without script, and leads on', async () => {
  await site.visit('/en', { ...narrow, played, javaScriptEnabled: false }, async (page) => {
    await page.goto(fileUrl('index.html'))
    await page.locator('nav a[lang="ar"]').click()
    expect(page.url()).toBe(fileUrl('index.ar.html'))
    expect(await page.getAttribute('html', 'dir')).toBe('rtl')
    expect(await page.locator('[data-help-numbers] a[href="tel:112"]').isVisible()).toBe(true)
    // The policy that stands in the page lets its style sheet through.
    expect(await page.locator('[data-quick-exit]').evaluate((exit) => getComputedStyle(exit).display)).toMatch(/flex/)
    await expectFits(page)
    await page.locator('[data-service] h4 a').first().click()
    expect(page.url()).toMatch(new RegExp(`^${site.baseUrl}/ar/nl/example-town/services/[0-9a-f-]{36}$`))
  })
})

test.each(['index.html', 'index.ar.html'])('has no barrier: %s', async (name) => {
  await site.visit('/en', { ...narrow, played }, async (page) => {
    await page.goto(fileUrl(name))
    await expectAccessible(page)
    await expectFits(page)
  })
})
