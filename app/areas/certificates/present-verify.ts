/** What a certificate proves and whether it still holds, in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { inSentence } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import type { Certified } from './read-signature.ts'
import type { Stage } from './stage-rules.ts'

export interface VerifyView {
  readonly name: string
  readonly holds: boolean
  /** The same in a sentence, with the day. */
  readonly status: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly stages: readonly {
    readonly stage: Stage
    readonly text: string
    readonly on: string
    readonly certificateHref: string
    /** The same for programs. */
    readonly credentialHref: string
  }[]
  readonly proves: readonly string[]
  readonly provesNot: readonly string[]
  /** Files for programs. */
  readonly files: readonly { readonly href: string; readonly text: string }[]
  /** Empty where the register is official. */
  readonly notOfficial: string
  readonly demonstration: string
}

export interface VerifyFacts {
  readonly certified: Certified
  readonly instance: string
  readonly authorised: boolean
  readonly languageName: (code: string) => string
  /** The status list in which it has its bit. */
  readonly list: number
}

export function presentVerify(translator: Translator, facts: VerifyFacts): VerifyView {
  const { t, language } = translator
  const { certified, instance, authorised } = facts
  const { record, stages } = certified
  const name = nameOf(translator, certified)
  const date = longDate(translator, record.signedOn)
  return {
    name,
    holds: record.status === 'signed',
    status: statusOf(translator, certified),
    facts: factsOf(translator, facts),
    stages: stages.map(({ stage, on }) => ({
      stage,
      text: t(`certificates.stage.${stage}`),
      on: longDate(translator, on),
      certificateHref: urls.certificate(language, record.number, stage),
      credentialHref: urls.credential(record.number, stage),
    })),
    proves: [t('certificates.proves.signed', { name, date, instance }), t('certificates.proves.history')],
    provesNot: [
      t('certificates.provesNot.kept'),
      ...(authorised ? [] : [t('certificates.provesNot.checked')]),
      t('certificates.provesNot.help'),
    ],
    files: [
      { href: urls.credential(record.number), text: t('certificates.check.credential') },
      { href: urls.did(), text: t('certificates.check.keys') },
      { href: urls.statusList(facts.list), text: t('certificates.check.list') },
      { href: urls.registerHistory(), text: t('certificates.check.history') },
    ],
    notOfficial: authorised ? '' : t('register.notOfficial'),
    demonstration: certified.demonstration ? t('certificates.demonstration') : '',
  }
}

/** As it was when it signed; a number where the name has been erased. */
export function nameOf({ t }: Translator, { name, record }: Certified): string {
  return name === '' ? t('certificates.nameless', { number: `${record.number}` }) : name
}

export function statusOf(translator: Translator, { record, successors }: Certified): string {
  const { t, tag, language } = translator
  const date = longDate(translator, record.statusSince)
  if (record.status === 'signed') return t('certificates.status.signed')
  if (record.status === 'withdrawn') return t('certificates.status.withdrawn', { date })
  const names = successors.map((one) => one.names[language] ?? one.name)
  return t('certificates.status.merged', { date, names: inSentence(tag, names) })
}

const kinds = ['municipality', 'district', 'region', 'association', 'representative', 'organisation'] as const

function factsOf(translator: Translator, { certified, languageName }: VerifyFacts) {
  const { t, tag } = translator
  const { record, code } = certified
  const kind = kinds.find((one) => one === record.kind)
  const day = (date: string) => longDate(translator, date)
  const text = t('certificates.fact.textValue', {
    version: record.textVersion,
    language: languageName(record.textLanguage),
  })
  return [
    { name: t('certificates.fact.who'), value: nameOf(translator, certified) },
    { name: t('certificates.fact.kind'), value: kind ? t(`certificates.kind.${kind}`) : '' },
    { name: t('certificates.fact.country'), value: countryName(record.country, tag) },
    { name: t('certificates.fact.signedOn'), value: day(record.signedOn) },
    { name: t('certificates.fact.reaffirmedOn'), value: record.reaffirmedOn ? day(record.reaffirmedOn) : '' },
    { name: t('certificates.fact.text'), value: text },
    { name: t('certificates.fact.number'), value: `${record.number}` },
    { name: t('certificates.fact.code'), value: code },
  ].filter(({ value }) => value !== '')
}
