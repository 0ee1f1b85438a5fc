/** One composed application and one browser for a file of journeys; every page opened is watched. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demonstrationPerson } from '../../app/demonstration/index.ts'
import { launchBrowser } from '../browser.ts'
import { type TestApp, testApp } from '../test-app.ts'

export interface Site {
  readonly app: TestApp
  readonly baseUrl: string
  /**
   * A journey in a context of its own: no cookie, no history. It fails where the console of a page complains or where
   * one asks for anything of another host.
   *
   * @param options.played origins that the journey itself answers for.
   */
  visit(
    path: string,
    options: BrowserContextOptions & { readonly played?: readonly string[] },
    journey: (page: Page) => Promise<void>,
  ): Promise<void>
  /** A one-time link for the officer of Example Town, as it is printed at start. */
  signInLink(): Promise<string>
  close(): Promise<void>
}

export async function startSite(): Promise<Site> {
  const app = await testApp()
  const { baseUrl } = app
  const [browser] = await Promise.all([launchBrowser(), app.listen()])
  return {
    app,
    baseUrl,
    visit: async (path, { played = [], ...options }, journey) => {
      const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options })
      const complaints: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error' && !refusedForm.test(message.text())) complaints.push(message.text())
      })
      context.on('weberror', (error) => complaints.push(error.error().message))
      context.on('request', (request) => {
        const own = [baseUrl, ...played].some((origin) => new URL(request.url()).origin === origin)
        if (!own && !leaving(request.url())) complaints.push(`asked ${request.url()}`)
      })
      try {
        const page = await context.newPage()
        await page.goto(baseUrl + path)
        await journey(page)
        expect(complaints).toEqual([])
      } finally {
        await context.close()
      }
    },
    signInLink: async () => {
      const link = new URL(
        await app.services.accounts.createSignInLink(demonstrationPerson('officer'), '/office/nl/example-town'),
      )
      return link.pathname + link.search
    },
    close: async () => {
      await browser.close()
      await app.close()
    },
  }
}

/** Goes on as a person with a second factor, in their language. */
export async function signInPage(
  { app, baseUrl }: Pick<Site, 'app' | 'baseUrl'>,
  page: Page,
  email: string,
  language: string,
): Promise<void> {
  await app.services.database.db.updateTable('accounts.person').set({ language }).where('email', '=', email).execute()
  const cookies = await app.signIn(email, 'totp')
  await page.context().addCookies(
    cookies.split('; ').map((cookie) => {
      const [name = '', ...value] = cookie.split('=')
      return { name, value: value.join('='), url: baseUrl }
    }),
  )
}

/** A form that could not be saved answers 422, or 409 where somebody else was faster: Chromium says so in its console. */
const refusedForm = /status of (?:409|422)/

/** The quick exit's own site, which a journey may be on its way to. */
function leaving(url: string): boolean {
  return url.startsWith('https://www.knmi.nl/') || url.startsWith('data:')
}

declare const axe: typeof axeCore

/**
 * Frames of other hosts answer it, too; it evaluates to nothing: to bring that out of the page takes time. A journey
 * that looks at every page gives it to all of them beforehand, which is quicker.
 */
export const axeScript = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')};
axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });
undefined`

/**
 * Nothing that axe knows to be a barrier (WCAG 2.2 A and AA, and good practice), in the page and its frames. All of its
 * rules; just of what is right it makes no list, which would take three times as long.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const frame of page.frames()) if (!(await frame.evaluate(`'axe' in window`))) await frame.evaluate(axeScript)
  const found = await page.evaluate(async () => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
  expect(found, `barriers on ${page.url()}`).toEqual([])
}

/** The page fits its width: nothing needs scrolling sideways. */
export async function expectFits(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window ?? 0)
}
