/**
 * An answer that came by mail becomes a message. Who it is from is shown twice: by the address it was sent to, which only
 * that person was given, and by the address it comes from. Nobody but that person is ever written to about it, so that a
 * forged mail makes no mail to others.
 */
import { type Act, actOfPerson } from '../../../platform/audit/audit.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { urls } from '../../../urls.ts'
import type { QuestionsDeps } from '../deps.ts'
import { longestText } from '../form-rules.ts'
import { type Office, writeMessage } from '../keep-question.ts'
import { isKnown, type Question, readQuestion } from '../question-store.ts'
import { splitQuoted } from './quote-rules.ts'
import { type IncomingMail, readMail } from './read-mail.ts'
import { createReplyAddresses } from './reply-address.ts'

/** Why nothing became of a mail: without a word, or with one to whom the address was given. */
const silent = ['unreadable', 'nobody', 'automatic', 'again'] as const
const told = ['sender', 'empty', 'long', 'size'] as const
export type Received = 'taken' | (typeof silent)[number] | (typeof told)[number]

/** What is told of a mail: why it was refused, or that its files were. */
type Telling = (typeof told)[number] | 'files'

/** Bytes of one mail that are read. */
export const mostBytes = 10_000_000
/** Of what is larger the beginning, which says whose it is. */
const beginningBytes = 100_000
const longestQuoted = 40_000

interface Answer {
  readonly question: Question
  /** Id of the person to whom the address was given. */
  readonly person: string
  readonly email: string
  readonly office: Office
}

/** @param recipient as the mail server says it; undefined: as the mail says it. */
export async function receiveMail(
  deps: QuestionsDeps,
  bytes: Uint8Array,
  recipient: string | undefined,
): Promise<Received> {
  const tooLarge = bytes.length > mostBytes
  const mail = await readMail(tooLarge ? bytes.subarray(0, beginningBytes) : bytes).catch(() => undefined)
  if (!mail) return 'unreadable'
  const answer = await answerOf(deps, recipient === undefined ? mail.recipients : [recipient, ...mail.recipients])
  if (!answer) return 'nobody'
  if (mail.automatic) return 'automatic'
  const { written, quoted } = splitQuoted(mail.text)
  const refused = tooLarge ? 'size' : refusalOf(answer, mail, written)
  if (refused) return tell(deps, answer, mail, refused)
  return take(deps, answer, mail, { text: written, quoted: quoted.slice(0, longestQuoted) })
}

function refusalOf({ email }: Answer, mail: IncomingMail, written: string): (typeof told)[number] | undefined {
  if (mail.from !== email) return 'sender'
  if (written === '') return 'empty'
  return written.length > longestText ? 'long' : undefined
}

/** Whose answer to what it is, by the address; undefined where nobody was given it, or they are no part of it any more. */
async function answerOf(deps: QuestionsDeps, recipients: readonly string[]): Promise<Answer | undefined> {
  const { config, database } = deps
  const addresses = createReplyAddresses(config.secret, config.mailReplyTo)
  const claim = recipients.map((one) => addresses?.read(one)).find((one) => one !== undefined)
  const question = claim && (await readQuestion(database.db, claim.question))
  if (!addresses || !claim || !question) return undefined
  const { authority, association } = question
  const sides = [
    { office: { side: 'town', id: authority }, people: await deps.officeOf(database.db, authority, false) },
    { office: { side: 'association', id: association }, people: await deps.coordinatorsOf(database.db, association) },
  ] as const
  for (const { office, people } of sides) {
    const person = people.find((id) => addresses.isFor(claim, id))
    const found = person === undefined ? undefined : await deps.readPerson(database.db, person)
    if (person !== undefined && found) return { question, person, email: found.email.toLowerCase(), office }
  }
  return undefined
}

async function take(
  deps: QuestionsDeps,
  answer: Answer,
  mail: IncomingMail,
  said: { readonly text: string; readonly quoted: string },
): Promise<Received> {
  const { question, person, office } = answer
  if (await isKnown(deps.database.db, question.id, mail.id)) return 'again'
  const town = office.side === 'town'
  const name = town ? 'questions.write' : 'questions.answer'
  const act: Act = actOfPerson({ id: person, roles: [] }, name, deps.clock.now())
  const message = { id: mail.id, ...said, way: 'mail', files: mail.files } as const
  const does = town ? 'town-writes' : 'answers'
  const outcome = await writeMessage(deps, act, office, question.id, { message, does })
  if (outcome === 'gone') return 'nobody'
  if (mail.files > 0) await tell(deps, answer, mail, 'files')
  return 'taken'
}

async function tell<T extends Telling>(deps: QuestionsDeps, answer: Answer, mail: IncomingMail, why: T): Promise<T> {
  const { question, person, office } = answer
  const { db } = deps.database
  await deps.readyToNotify()
  const [town] = await deps.readTowns(db, [question.authority])
  const [association] = await deps.readAssociations(db, [question.association])
  if (!town || !association) return why
  const path =
    office.side === 'town' ? urls.townQuestion(town, question.id) : urls.associationQuestion(association, question.id)
  await db.transaction().execute((tx) =>
    deps.notify(tx, {
      person,
      kind: 'questions',
      key: `question-mail ${mail.id} ${why}`,
      compose: (translator) => tellingNotice(translator, question, path, why),
    }),
  )
  return why
}

function tellingNotice({ t }: Translator, { subject }: Question, path: string, why: Telling) {
  const refused = why === 'files' ? 'files' : 'refused'
  return {
    subject: t(`questions.received.subject.${refused}`, { subject }),
    paragraphs: [t(`questions.received.${why}`)],
    action: { text: t('questions.mail.open'), path },
    reason: t('questions.received.reason'),
  }
}
