/** The office prints letters to providers: each gets a code of its own, and says what the public sees now. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { absolute, urls } from '../../urls.ts'
import { factsSeen, lockTown, readPublishedService, withStandardTexts } from '../checklist/index.ts'
import { codeDays } from './asking-rules.ts'
import { readContact } from './contact-store.ts'
import { type ConfirmationsDeps, dayAt, speak, type Town } from './deps.ts'
import { changeSecretOf, codeOf, confirmSecretOf } from './letter-codes.ts'
import {
  type Letter,
  lettersOf,
  lettersToSend,
  markPosted,
  markPrinted,
  readSender,
  writeSender,
} from './letter-store.ts'
import type { LetterFacts } from './present-letter.ts'
import { findLinked, findRequest, notePrinted, replaceLetterLinks } from './request-store.ts'

/** As many as fit into an afternoon and into one document. */
export const mostTogether = 50

export interface LettersDeps extends ConfirmationsDeps {
  /** Without a slash at its end. */
  readonly baseUrl: string
}

type PersonsAct = Act & { readonly person: NonNullable<Act['person']> }

export interface GivenPrinting {
  /** 256 random bits of this very form: sent twice, it makes the same codes twice. */
  readonly printing: string
  /** Which, and how often each was printed when the form was made. */
  readonly letters: readonly { readonly id: string; readonly printings: number }[]
  readonly sender: { readonly lines: string; readonly revision: number }
}

/** @returns what the document says; undefined where a colleague was faster. */
export async function printLetters(
  deps: LettersDeps,
  act: PersonsAct,
  town: Town,
  given: GivenPrinting,
): Promise<readonly LetterFacts[] | undefined> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, town.id)
    const letters = await lettersAsked(tx, town.id, given)
    if (!letters || !(await keepSender(tx, act, town.id, given.sender))) return undefined
    const made: LetterFacts[] = []
    for (const { letter, again } of letters) {
      if (!again) await printOne(tx, act, town, letter, given.printing)
      const facts = await factsOf(deps, tx, town, letter, given)
      if (facts) made.push(facts)
    }
    return made
  })
}

interface Asked {
  readonly letter: Letter
  /** By this very form, sent once more. */
  readonly again: boolean
}

async function lettersAsked(
  tx: Tx,
  authority: string,
  { printing, letters }: GivenPrinting,
): Promise<Asked[] | undefined> {
  const waiting = new Map((await lettersToSend(tx, authority, mostTogether)).map((one) => [one.id, one]))
  const asked: Asked[] = []
  for (const { id, printings } of letters) {
    const letter = waiting.get(id)
    if (!letter) return undefined
    const again = (await findLinked(tx, confirmSecretOf(codeOf(printing, id)), 'confirm')) !== undefined
    if (!again && letter.printings !== printings) return undefined
    asked.push({ letter, again })
  }
  return asked
}

/** @returns false where a colleague has changed it since. */
async function keepSender(
  tx: Tx,
  act: PersonsAct,
  authority: string,
  { lines, revision }: GivenPrinting['sender'],
): Promise<boolean> {
  const current = await readSender(tx, authority)
  if (current.lines === lines) return true
  if (current.revision !== revision) return false
  await writeSender(tx, authority, { lines, revision: revision + 1 }, { at: act.at, person: act.person.id })
  return true
}

async function printOne(tx: Tx, act: PersonsAct, town: Town, letter: Letter, printing: string): Promise<void> {
  const { id, request, service } = letter
  const published = await readPublishedService(tx, town.id, service)
  if (!published) return
  const confirm = confirmSecretOf(codeOf(printing, id))
  await replaceLetterLinks(tx, { request, letter: id }, { confirm, change: changeSecretOf(confirm) })
  await markPrinted(tx, id, act.at)
  const expiresAt = act.at.add({ hours: 24 * codeDays })
  await notePrinted(tx, request, { factsSeen: factsSeen(published), expiresAt })
  await recordAudit(tx, act, { authority: town.id, subject: `service ${service}` })
}

async function factsOf(
  deps: LettersDeps,
  tx: Tx,
  town: Town,
  { id, request: of, service, again }: Letter,
  { printing, sender }: GivenPrinting,
): Promise<LetterFacts | undefined> {
  const request = await findRequest(tx, of)
  const contact = await readContact(tx, service)
  const published = await readPublishedService(tx, town.id, service)
  if (!request || !published || !contact?.postal) return undefined
  const [read = published] = await withStandardTexts(tx, [published])
  const translator = speak(deps, request.language)
  return {
    translator,
    town,
    words: deps.wordsOf(translator, town, read),
    postal: contact.postal,
    sender: sender.lines,
    today: dayAt(town, deps.clock.now()),
    until: dayAt(town, request.expiresAt),
    askedOn: again ? dayAt(town, (await firstPosted(tx, of)) ?? request.askedAt) : undefined,
    link: absolute(deps.baseUrl, urls.letterCode(translator.language)),
    code: codeOf(printing, id),
  }
}

const firstPosted = async (tx: Tx, request: string) => (await lettersOf(tx, request))[0]?.postedAt

/** The office has posted them: from now on an answer is waited for. @returns false where one of them is not printed. */
export async function postLetters(
  deps: Pick<ConfirmationsDeps, 'database'>,
  act: Act,
  authority: string,
  ids: readonly string[],
): Promise<boolean> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    // Those that are posted or answered wait no more: the second click finds nothing to do.
    const waiting = (await lettersToSend(tx, authority, mostTogether)).filter(({ id }) => ids.includes(id))
    if (waiting.some(({ printedAt }) => !printedAt)) return false
    await markPosted(
      tx,
      waiting.map(({ id }) => id),
      act.at,
    )
    for (const { service } of waiting) await recordAudit(tx, act, { authority, subject: `service ${service}` })
    return true
  })
}
