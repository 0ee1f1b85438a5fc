/** Who keeps help numbers is told what others have done with them, and when they have to be confirmed. */
import type { Tx } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { longDate } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import type { LineAction } from './change-store.ts'
import type { KeepingDeps } from './deps.ts'
import type { Asking } from './keeping-rules.ts'
import type { SourcedLine } from './schema.ts'

interface Told {
  readonly keeper: { readonly country: string }
  /** Who acted: is not told. */
  readonly person: string
  readonly action: Exclude<LineAction, 'confirm'>
  readonly before: SourcedLine | null
  readonly after: SourcedLine
  /** Of the line and its revision. */
  readonly key: string
}

/** A number that somebody got wrong, or was paid for, is seen by all who know the country's. */
export async function tellColleagues(deps: KeepingDeps, tx: Tx, told: Told): Promise<void> {
  const { country } = told.keeper
  const people = new Set([...(await deps.coordinatorsIn(tx, country)), ...(await deps.secretariatPeople(tx))])
  people.delete(told.person)
  for (const person of people) {
    await deps.notify(tx, {
      person,
      kind: 'helplines',
      key: `helpline ${country} ${told.key}`,
      compose: (translator) => changedNotice(translator, told),
    })
  }
}

function reached({ number, url, name }: SourcedLine): string {
  return apart(number ?? url ?? name ?? '')
}

function changedNotice(translator: Translator, { keeper, action, before, after }: Told): NoticeText {
  const { t, tag } = translator
  const facts = { country: countryName(keeper.country, tag), line: t(`help.line.${after.kind}`) }
  const now = reached(after)
  const was = before ? reached(before) : ''
  return {
    subject: t(`helplines.mail.${action}.subject`, facts),
    paragraphs: [
      t(`helplines.mail.${action}.text`, facts),
      action === 'correct' && was !== now ? t('helplines.mail.fromTo', { before: was, after: now }) : now,
      t('helplines.mail.look'),
    ],
    action: { text: t('helplines.mail.open'), path: urls.officeHelplines(keeper.country) },
    reason: t('helplines.mail.reason', { country: facts.country }),
  }
}

export function askNotice(translator: Translator, country: string, { count, until }: Asking): NoticeText {
  const { t, tag } = translator
  const facts = { country: countryName(country, tag), count, date: longDate(translator, until) }
  return {
    subject: t('helplines.mail.ask.subject', facts),
    paragraphs: [t('helplines.mail.ask.text', facts), t('helplines.mail.ask.how')],
    action: { text: t('helplines.mail.open'), path: urls.officeHelplines(country) },
    reason: t('helplines.mail.reason', { country: facts.country }),
  }
}
