/**
 * Somebody with a browser, who reads and presses what they see; every page is looked at on the way: it has to be there,
 * in the language of the play, and as wide as its window.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { Book } from './book.ts'
import { holds } from './until.ts'

export interface Stage {
  readonly baseUrl: string
  readonly browser: Browser
  readonly book: Book
  /** Where pictures of pages go. */
  readonly shots: string
  /** Of every page. */
  readonly language: string
}

export interface Walker {
  readonly page: Page
  /** Types an address, or follows a link of a mail. @param status other than 200 where that is what is wanted. */
  open(path: string): Promise<void>
  /** Follows a link or presses a button by its words. @param within what it stands in; the whole page else. */
  press(words: string | RegExp, within?: Locator): Promise<void>
  /** Ticks a box or a radio button by its words. */
  tick(words: string | RegExp, within?: Locator): Promise<void>
  /** Opens what is folded. */
  unfold(words: string | RegExp): Promise<void>
  /** @param words of what is chosen. */
  choose(selector: string, words: string): Promise<void>
  type(selector: string, text: string): Promise<void>
  bring(selector: string, file: string): Promise<void>
  /** Follows a link to a file. @returns its bytes. */
  download(words: string | RegExp, within?: Locator): Promise<Buffer>
  /** All words of the page's main part, on one line. */
  words(): Promise<string>
  /** A picture of the page, wide and narrow. */
  picture(name: string): Promise<void>
  /** A file beside the pictures. */
  keep(name: string, bytes: Buffer): void
  leave(): Promise<void>
}

/** For a page to come, on a busy machine; and for what a page has to hold once it is there. */
const patience = 300_000
const atHand = 15_000
const wide = { width: 1280, height: 900 }
const narrow = { width: 320, height: 640 }

export async function walk(stage: Stage, { script = true }: { readonly script?: boolean } = {}): Promise<Walker> {
  const context = await stage.browser.newContext({
    ...{ viewport: wide, javaScriptEnabled: script, locale: stage.language },
    acceptDownloads: true,
  })
  context.setDefaultTimeout(atHand)
  context.setDefaultNavigationTimeout(patience)
  const page = await context.newPage()
  const looked = watch(stage, page)
  return walkerOn(stage, context, page, looked)
}

/** Counts what goes back and forth. @returns what looks at the page that is there now. */
function watch({ book, language }: Stage, page: Page): () => Promise<void> {
  let status = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.method() === 'POST') book.now.forms += 1
  })
  page.on('response', (response) => {
    const ofPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame()
    if (ofPage && (response.status() < 300 || response.status() >= 400)) status = response.status()
  })
  return async () => {
    book.now.pages += 1
    const title = await page.title()
    book.titles.add(title)
    holds(status === 200, `${page.url()} (${title}) answers 200, not ${status}`)
    const spoken = await page.locator('html').getAttribute('lang')
    holds(spoken === language, `${page.url()} (${title}) is in ${language}, not in ${spoken}`)
  }
}

function walkerOn(stage: Stage, context: BrowserContext, page: Page, looked: () => Promise<void>): Walker {
  const { now } = stage.book
  const one = (words: string | RegExp, within: Locator = page.locator('body')) =>
    within.locator('a:visible, button:visible').filter({ hasText: words }).first()
  return {
    page,
    open: async (path) => {
      await page.goto(stage.baseUrl + path)
      await looked()
    },
    press: async (words, within) => {
      now.clicks += 1
      await Promise.all([page.waitForEvent('domcontentloaded', { timeout: patience }), one(words, within).click()])
      await looked()
    },
    tick: async (words, within = page.locator('main')) => {
      now.clicks += 1
      await within.getByLabel(words).first().check({ force: true })
    },
    unfold: async (words) => {
      now.clicks += 1
      await page.locator('summary').filter({ hasText: words }).first().click()
    },
    choose: async (selector, words) => {
      now.clicks += 1
      await page.locator(selector).first().selectOption({ label: words })
    },
    type: async (selector, text) => {
      now.fields += 1
      await page.locator(selector).first().fill(text)
    },
    bring: async (selector, file) => {
      now.clicks += 1
      await page.locator(selector).first().setInputFiles(file)
    },
    download: (words, within) => {
      now.clicks += 1
      return bytesOf(page, one(words, within))
    },
    words: async () => plain(await page.locator('main').innerText()),
    picture: (name) => picture(stage, page, name),
    keep: (name, bytes) => writeFileSync(join(stage.shots, name), bytes),
    leave: () => context.close(),
  }
}

/** Without what is not seen: marks of direction, kinds of spaces, ends of lines. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ')

async function bytesOf(page: Page, link: Locator): Promise<Buffer> {
  const address = await link.getAttribute('href')
  const answer = await page.context().request.get(new URL(address ?? '', page.url()).href)
  holds(answer.status() === 200, `${address} answers 200, not ${answer.status()}`)
  return answer.body()
}

async function picture({ shots }: Stage, page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true })
  for (const [size, viewport] of [
    ['wide', wide],
    ['narrow', narrow],
  ] as const) {
    await page.setViewportSize(viewport)
    await page.screenshot({ path: join(shots, `${name}-${size}.png`), fullPage: true })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    holds(width <= viewport.width, `${page.url()} needs no scrolling sideways at ${viewport.width}, not ${width}`)
  }
  await page.setViewportSize(wide)
}
