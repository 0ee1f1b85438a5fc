/** Each message goes to the other side by mail, whole: who reads it there can answer there. */
import type { Tx } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { urls } from '../../urls.ts'
import { createReplyAddresses } from './by-mail/reply-address.ts'
import type { NamedPlace, QuestionsDeps } from './deps.ts'
import { type Side, seenBy, threadOf } from './question-rules.ts'
import { type Message, type Question, readMessages } from './question-store.ts'

interface Told {
  readonly question: Question
  readonly town: NamedPlace
  readonly association: NamedPlace
  readonly message: Pick<Message, 'id' | 'side' | 'text'>
}

const nameIn = ({ name, names }: NamedPlace, { language }: Translator): string => names[language] ?? name

/**
 * Whoever takes part on the other side: of the association the coordinator who takes care of it, else all; of the town
 * those who wrote, else its approvers, else all who work there.
 */
async function readersOf(deps: QuestionsDeps, tx: Tx, { question, message }: Told): Promise<readonly string[]> {
  if (message.side === 'town') {
    const all = await deps.coordinatorsOf(tx, question.association)
    const takes = all.filter((id) => id === question.takenBy)
    return takes.length > 0 ? takes : all
  }
  const office = await deps.officeOf(tx, question.authority, false)
  const wrote = new Set(
    (await readMessages(tx, question.id)).flatMap(({ side, person }) => (side === 'town' ? (person ?? []) : [])),
  )
  const taking = office.filter((id) => wrote.has(id))
  if (taking.length > 0) return taking
  const approvers = await deps.officeOf(tx, question.authority, true)
  return approvers.length > 0 ? approvers : office
}

/** Where an answer by mail goes when it does not come back here: to the office or the person that wrote. */
async function fallbackOf(
  deps: QuestionsDeps,
  tx: Tx,
  { question, message }: Told,
  writer: string | null,
): Promise<string | undefined> {
  if (message.side === 'association') return (await deps.askingAddress(tx, question.association)) ?? undefined
  return writer === null ? undefined : (await deps.readPerson(tx, writer))?.email
}

/** Tells the other side of a message. @param writer id of whoever wrote it. */
export async function tellOther(
  deps: QuestionsDeps,
  tx: Tx,
  question: Question,
  message: Told['message'],
  writer: string | null,
): Promise<void> {
  const [town] = await deps.readTowns(tx, [question.authority])
  const [association] = await deps.readAssociations(tx, [question.association])
  if (!town || !association) return
  const told: Told = { question, town, association, message }
  const { config } = deps
  const addresses = createReplyAddresses(config.secret, config.mailReplyTo)
  const fallback = addresses ? undefined : await fallbackOf(deps, tx, told, writer)
  const reader: Side = message.side === 'town' ? 'association' : 'town'
  const said = seenBy(reader, await readMessages(tx, question.id))
  const earlier = said.slice(
    0,
    said.findIndex(({ id }) => id === message.id),
  )
  for (const person of await readersOf(deps, tx, told)) {
    if (person === writer) continue
    const replyTo = addresses?.addressOf(question.id, person) ?? fallback
    await deps.notify(tx, {
      person,
      kind: 'questions',
      key: `question-message ${message.id}`,
      mail: {
        ...threadOf(new URL(config.baseUrl).hostname, question.id, person, message, earlier),
        ...(replyTo === undefined ? {} : { replyTo }),
      },
      compose: (translator) => messageNotice(translator, told, addresses !== undefined, replyTo !== undefined),
    })
  }
}

/** The line above which an answer stands: everything below it is ours (`quote-rules.ts`). */
const answerAbove = ({ t }: Translator) => `=== ${t('questions.mail.above')} ===`

function messageNotice(translator: Translator, told: Told, comesBack: boolean, byMail: boolean): NoticeText {
  const { t } = translator
  const { question, town, association, message } = told
  const names = { town: nameIn(town, translator), association: nameIn(association, translator) }
  const from = message.side
  const how = comesBack ? 'here' : byMail ? 'mail' : 'office'
  return {
    // The same for each message of a question, or mail programs would not keep them together.
    subject: t('questions.mail.subject', {
      other: from === 'town' ? names.town : names.association,
      subject: question.subject,
    }),
    ...(comesBack ? { above: answerAbove(translator) } : {}),
    paragraphs: [
      t(`questions.mail.from.${from}`, names),
      ...message.text.split(/\n{2,}/),
      t(`questions.mail.answer.${how}`),
      t('questions.mail.noCase'),
    ],
    action: {
      text: t('questions.mail.open'),
      path: from === 'town' ? urls.associationQuestion(association, question.id) : urls.townQuestion(town, question.id),
    },
    reason: t(`questions.mail.reason.${from}`, names),
  }
}
