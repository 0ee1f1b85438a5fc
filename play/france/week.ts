/** A coordinator's first week in France, from the operator's commands to the report for the board (decision 58). */
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { launchBrowser, unpackBrowser } from '../../tests/browser.ts'
import { openBook } from '../stage/book.ts'
import { type Instance, startInstance } from '../stage/instance.ts'
import type { Mailbox } from '../stage/mailbox.ts'
import { holds } from '../stage/until.ts'
import { type Stage, walk } from '../stage/walker.ts'
import { beginInstance, type Coordinator, signIn } from './beginning.ts'
import { giveContacts, lettersArrived, lettersEnd, startLetters, writeLetter } from './campaign.ts'
import { publishStandardText, sayWhomToAsk, writeModelLetter } from './content.ts'
import { bringMembers, confirmNumber, downloadReport, type Figures, readCoverage } from './coverage.ts'
import { from as merged, mergeTwo } from './merger.ts'
import { askAndAnswer } from './question.ts'
import { joinByLetter, joinVouched, showTown } from './town.ts'

export async function play(shots: string): Promise<string> {
  await unpackBrowser()
  const instance = await startInstance()
  const browser = await launchBrowser()
  const stage: Stage = { baseUrl: instance.baseUrl, browser, book: openBook(), shots, language: 'fr' }
  try {
    await playWeek(instance, stage)
    return noteOf(stage, instance.mailbox)
  } catch (error) {
    await showWhere(stage)
    throw error
  } finally {
    await browser.close()
    await instance.stop()
  }
}

/** Of a play that went wrong: what everybody was looking at. */
async function showWhere({ browser, shots }: Stage): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    console.error(`${page.url()}\n${(await page.locator('body').innerText()).slice(0, 1_500)}\n`)
    await page.screenshot({ path: join(shots, `wrong-${index}.png`), fullPage: true })
  }
}

async function playWeek(instance: Instance, stage: Stage): Promise<void> {
  const { part } = stage.book
  const { mailbox } = instance
  await part('the operator: three commands', () => beginInstance(instance))
  const one = await walk(stage)
  const who: Coordinator = await part('sign in, authenticator app, recovery codes', () => signIn(one, mailbox))
  await part('one help number confirmed', () => confirmNumber(one))
  await part('34,875 communes become members', () => bringMembers(one))
  const before = await part('how far members are, before', () => readCoverage(who, 'coverage-before'))
  await part('contacts of 255 communes of one département, by a list', () => giveContacts(one, instance.folder))
  const letter = await part('letter written, mailbox confirmed, looked at', () => writeLetter(stage, one, mailbox))
  await part('letter started', () => startLetters(one, letter))
  await part('whom towns ask; office of the country opened', () => sayWhomToAsk(one))
  await part('a standard text from a proposal, published', () => publishStandardText(one))
  await part('a model letter, published', () => writeModelLetter(one))
  const first = await part('a town: its letter, ten answers, published', () => joinByLetter(stage, mailbox, 0))
  await part('a second town, without script', () => joinByLetter(stage, mailbox, 1, { script: false }))
  await part('a third town at another address: vouched for', () => joinVouched(stage, mailbox, who, 2))
  await part('a question asked and answered', () => askAndAnswer(first, who))
  await part('a merger planned from a new list, decided, applied', () => mergeTwo(who, instance.folder))
  const gone = await part('letters: the bad mail server takes or refuses the last', () =>
    lettersEnd(one, letter, mailbox),
  )
  lettersArrived(mailbox, gone > 0 ? merged : undefined)
  const after = await part('how far members are, after', () => readCoverage(who, 'coverage-after'))
  await part('the page of a town, as families read it', () => showTown(stage))
  await part('report for the board', () => downloadReport(one))
  checkMoved(before, after)
}

/** Three towns joined and published, one became part of another, and all that got a letter have been invited. */
function checkMoved(before: Figures, after: Figures): void {
  const told = `${JSON.stringify(before)} became ${JSON.stringify(after)}`
  holds(before.members === 34_875 && before.silent === 34_875 && before.published === 0, `nobody was there: ${told}`)
  holds(after.members === before.members - 1, `two became one: ${told}`)
  holds(after.published === before.published + 3, `three have a page: ${told}`)
  holds(after.invited >= 235 && after.invited <= 243, `who got a letter is invited: ${told}`)
  holds(after.silent === after.members - after.invited - after.published, `nobody is lost: ${told}`)
  holds(after.people === before.people, `as many people live there: ${told}`)
}

function noteOf({ book }: Stage, { did, letters }: Mailbox): string {
  const { refused, greylisted, dropped } = did
  const load = loadavg().map((one) => one.toFixed(1))
  return [
    book.table(),
    '',
    `The mail server took ${letters().length} mails, refused ${refused}, wanted ${greylisted} later, broke off ${dropped}.`,
    `${availableParallelism()} processors, load ${load.join(', ')} (1, 5, 15 minutes) at the end.`,
    '',
    'Pages seen, each in French:',
    '',
    ...[...book.titles].map((title) => `- ${title}`),
  ].join('\n')
}
