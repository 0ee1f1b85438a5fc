/** "You said, we did": fixed sentences, made from a reason, an outcome and a day. */
import type { ReaderAnswer } from '../watching/index.ts'
import { longDate, type Reader } from './reader.ts'

export function presentAnswers(reader: Reader, answers: readonly ReaderAnswer[]): string[] {
  const { t } = reader.translator
  return answers.map(({ reason, outcome, at }) => {
    const said = t(`wrong.said.${reason}`)
    const date = longDate(reader, at.toZonedDateTimeISO(reader.timeZone).toPlainDate())
    return `${said} ${t(`wrong.did.${outcome}`, { date })}`
  })
}
