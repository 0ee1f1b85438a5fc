/** A page used by nothing but the keyboard. */
import type { Page } from 'playwright-core'

/** More than any page of the office has to pass. */
const mostStops = 400

/** Presses Tab until the focus is on something that the selector matches. @throws where Tab never gets there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab')
    const arrived = await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)
    if (arrived) return
  }
  throw new Error(`the keyboard does not reach ${selector} on ${page.url()}`)
}

/** Goes to a link or button and presses it. */
export async function pressOn(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

/** Goes to a field and writes after what stands there. */
export async function writeInto(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}
