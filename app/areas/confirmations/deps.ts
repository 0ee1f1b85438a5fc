import type { Db } from '../../platform/db/tables.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { WriteTo } from '../../platform/mail/write-to.ts'
import type { ChecklistDeps, Service } from '../checklist/index.ts'
import type { Told } from './step-rules.ts'

/** A town as this area tells of it. */
export interface Town {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  /** In further languages, by code. */
  readonly names: Readonly<Record<string, string>>
  readonly timeZone: string
  /** Codes, the first is the one its texts are written in. */
  readonly languages: readonly string[]
  readonly demonstration: boolean
}

interface HelpingAssociation {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  /** In further languages, by code. */
  readonly names: Readonly<Record<string, string>>
}

export interface Helper {
  readonly person: string
  /** As whose coordinator; undefined: of the secretariat. */
  readonly association: HelpingAssociation | undefined
}

/** A service as the public sees it, in words. */
export interface PublicWords {
  readonly name: string
  readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[]
  readonly machine: boolean
}

export interface ConfirmationsDeps extends ChecklistDeps {
  /** Of the instance. */
  readonly instanceName: string
  readonly i18n: Pick<I18n, 'translator' | 'negotiate' | 'offered'>
  readonly jobs: Pick<Jobs, 'start'>
  readonly log: Log
  readonly notify: Notify
  readonly writeTo: WriteTo
  townOf(db: Db, authority: string): Promise<Town>
  /** Ids of everybody who works for the authority as officer or approver. */
  officersOf(db: Db, authority: string): Promise<readonly string[]>
  /** Those who help the authority: who coordinates an association of it; the secretariat where nobody does. */
  helpersOf(db: Db, authority: string): Promise<{ readonly told: Told; readonly people: readonly Helper[] }>
  /** In no order; one that is gone is left out. */
  associationsNamed(db: Db, ids: readonly string[]): Promise<readonly HelpingAssociation[]>
  wordsOf(translator: Translator, town: Town, service: Service): PublicWords
}

export function townName({ name, names }: Pick<Town, 'name' | 'names'>, { language }: Translator): string {
  return names[language] ?? name
}

/** The language somebody is written to in; English where it has lost its catalogue. */
export function speak({ i18n }: Pick<ConfirmationsDeps, 'i18n'>, language: string): Translator {
  return i18n.translator(language) ?? i18n.negotiate(undefined)
}

/** The first language of a town that mails can be written in; English where there is none. */
export function firstOffered(
  { i18n }: Pick<ConfirmationsDeps, 'i18n'>,
  { languages }: Pick<Town, 'languages'>,
): string {
  return languages.find((code) => i18n.translator(code)) ?? 'en'
}

/** The day at a place. */
export function dayAt({ timeZone }: Pick<Town, 'timeZone'>, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate()
}
