/** Questions and messages as pages show them. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate, longMoment } from '../../ui/dates.ts'
import type { AskingTown, NamedPlace } from './deps.ts'
import type { QuestionState, Side } from './question-rules.ts'
import type { Message, Question } from './question-store.ts'

export interface MessageView {
  readonly id: string
  readonly side: Side
  readonly note: boolean
  /** Name, or what they were where they are gone. */
  readonly who: string
  readonly place: string
  readonly when: string
  /** How it came, where it was not written in the office. */
  readonly came: string | undefined
  readonly text: string
  readonly quoted: string
  readonly files: number
  readonly takenOut: boolean
}

export interface Parties {
  readonly town: AskingTown
  readonly association: NamedPlace
  /** Names of persons who still exist, by id. */
  readonly names: ReadonlyMap<string, string>
}

const nameIn = ({ language }: Translator, { name, names }: NamedPlace): string => names[language] ?? name

export function messageView(translator: Translator, message: Message, parties: Parties): MessageView {
  const { t } = translator
  const { person, side, way, receivedOn, at } = message
  const known = person === null ? undefined : parties.names.get(person)
  return {
    ...message,
    who: known ?? t(`questions.by.${side}`),
    place: nameIn(translator, side === 'town' ? parties.town : parties.association),
    when: longMoment(translator, at, parties.town.timeZone),
    came:
      way === 'pasted'
        ? t('questions.came.pasted', { date: longDate(translator, receivedOn ?? '') })
        : way === 'mail'
          ? t('questions.came.mail')
          : undefined,
  }
}

export interface QuestionLine {
  readonly id: string
  readonly subject: string
  readonly state: QuestionState
  /** Of the other side. */
  readonly place: string
  readonly when: string
  /** Who takes care of it, where somebody does. */
  readonly takenBy: string | undefined
}

/** @param other undefined where it is gone. */
export function questionLine(
  translator: Translator,
  question: Question,
  other: NamedPlace | undefined,
  given: { readonly timeZone: string; readonly names?: ReadonlyMap<string, string> },
): QuestionLine {
  const { id, subject, state, changedAt, takenBy } = question
  return {
    ...{ id, subject, state },
    place: other ? nameIn(translator, other) : '',
    when: longMoment(translator, changedAt, given.timeZone),
    takenBy: takenBy === null ? undefined : given.names?.get(takenBy),
  }
}
