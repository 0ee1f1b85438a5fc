/** What the office sees of the town's signature. */
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import type { SignatureShown } from './pages/office-page.tsx'
import { statusOf } from './present-verify.ts'
import type { Certified } from './read-signature.ts'
import { shownBadges } from './shown-badges.ts'
import type { Stage } from './stage-rules.ts'

export interface OfficeFacts {
  readonly certified: Certified
  readonly offered: I18n['offered']
  readonly baseUrl: string
  readonly authorised: boolean
  /** In which language the badge speaks, and of what. */
  readonly badge: { readonly translator: Translator; readonly stage: Stage }
}

export function presentOffice(translator: Translator, facts: OfficeFacts): SignatureShown {
  const { t, language } = translator
  const { certified, offered, baseUrl, authorised, badge } = facts
  const { record, code, stages } = certified
  const lang = badge.translator.language
  return {
    number: record.number,
    stands: record.status === 'signed',
    status: statusOf(translator, certified),
    code,
    verifyHref: urls.verify(language, code),
    notOfficial: authorised ? '' : t('register.notOfficial'),
    stages: stages.map(({ stage, on }) => ({
      text: t(`certificates.stage.${stage}`),
      on: longDate(translator, on),
      files: offered.map((one) => ({
        href: urls.certificate(one.code, record.number, stage),
        tag: one.tag,
        language: one.autonym,
      })),
    })),
    credentials: [
      { text: t('certificates.stage.signed'), href: urls.credential(record.number) },
      ...stages
        .filter(({ stage }) => stage !== 'signed')
        .map(({ stage }) => ({ text: t(`certificates.stage.${stage}`), href: urls.credential(record.number, stage) })),
    ],
    badges: shownBadges(badge.translator, baseUrl, { certified, stage: badge.stage }),
    languages: offered.map((one) => ({ value: one.code, text: one.autonym, lang: one.tag })),
    stageChoices: stages.map(({ stage }) => ({ value: stage, text: t(`certificates.stage.${stage}`) })),
    chosen: { lang, stage: badge.stage },
  }
}
