/** A certificate on paper, from facts to what the template shows. */

import type { Translator } from '../../platform/i18n/messages.ts'
import type { PdfDocument } from '../../platform/pdf/pdf.ts'
import { longDate } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import { countryName } from '../authorities/index.ts'
import { nameOf } from './present-verify.ts'
import type { Certified } from './read-signature.ts'
import type { LaterStage, ReachedStage } from './stage-rules.ts'

export interface CertificateFacts {
  readonly certified: Certified
  readonly reached: ReachedStage
  readonly instance: string
  readonly authorised: boolean
  /** Where it can be checked, absolute; and the same as a drawing (SVG). */
  readonly address: string
  readonly qr: string
  /** Of the same certificate in the language that the others are translated from, absolute. */
  readonly original: { readonly href: string; readonly language: string }
  readonly languageName: (code: string) => string
  readonly today: Temporal.PlainDate
}

export function presentCertificate(translator: Translator, facts: CertificateFacts): PdfDocument {
  const { t, tag, dir } = translator
  const { certified, reached, instance, address, qr } = facts
  const { record, code } = certified
  const name = nameOf(translator, certified)
  const day = (date: Temporal.PlainDate | string) => longDate(translator, date)
  const said = { name, date: day(reached.on), country: countryName(record.country, tag) }
  return {
    template: 'certificate.typ',
    ...{ tag, dir },
    title: t('certificates.pdf.title', { name }),
    data: {
      ...{ name, address, qr, code },
      kicker: t('certificates.pdf.kicker'),
      sentence: t(`certificates.pdf.${reached.stage}`, said),
      facts: paperFacts(translator, facts).map(({ key, value }) => ({ key, value })),
      stands: t('certificates.pdf.stands', { date: day(facts.today) }),
      issuer: t('certificates.pdf.issuer', { instance }),
      notOfficial: facts.authorised ? '' : t('register.notOfficial'),
      provesTitle: t('certificates.proves.title'),
      proves: [
        t('certificates.proves.signed', { name, date: day(record.signedOn), instance }),
        ...(reached.stage === 'signed' ? [] : [t(provesOf[reached.stage], { date: day(reached.on) })]),
      ],
      provesNotTitle: t('certificates.provesNot.title'),
      provesNot: [t('certificates.provesNot.kept'), ...(facts.authorised ? [] : [t('certificates.provesNot.checked')])],
      now: t('certificates.pdf.now'),
      scan: t('paper.scan'),
      qrAlt: t('paper.qrAlt', { address }),
      shownAddress: address.replace(/^https?:\/\//, ''),
      codeLine: t('certificates.pdf.code', { code: apart(code) }),
      notes: notesOf(translator, facts).map((note) => ({ ...note })),
    },
  }
}

const provesOf = {
  'page-published': 'certificates.proves.page',
  'plan-published': 'certificates.proves.plan',
  'report-given': 'certificates.proves.report',
} as const satisfies Record<LaterStage, string>

function paperFacts(translator: Translator, { certified: { record }, reached, languageName }: CertificateFacts) {
  const { t } = translator
  const language = languageName(record.textLanguage)
  return [
    { key: t('certificates.fact.number'), value: `${record.number}` },
    ...(reached.stage === 'signed'
      ? []
      : [{ key: t('certificates.fact.signedOn'), value: longDate(translator, record.signedOn) }]),
    {
      key: t('certificates.fact.text'),
      value: t('certificates.fact.textValue', { version: record.textVersion, language }),
    },
    ...(record.reaffirmedOn === null
      ? []
      : [{ key: t('certificates.fact.reaffirmedOn'), value: longDate(translator, record.reaffirmedOn) }]),
  ]
}

/** Above the words: that it is a demonstration, that a machine has translated it. */
function notesOf({ t, origin }: Translator, { certified: { demonstration }, original }: CertificateFacts) {
  const byMachine = origin.origin === 'machine' && origin.reviewed === null
  const more = t('page.machine.original', { language: original.language })
  return [
    ...(demonstration ? [{ text: t('certificates.demonstration'), more: '', href: '' }] : []),
    ...(byMachine ? [{ text: t('certificates.pdf.machine'), more, href: original.href }] : []),
  ]
}
