import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { Table } from '../../../ui/components/table/table.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { BadgeShown } from '../shown-badges.ts'

export interface SignatureShown {
  readonly number: number
  readonly stands: boolean
  readonly status: string
  readonly code: string
  readonly verifyHref: string
  readonly notOfficial: string
  /** None where the signature has ended. */
  readonly stages: readonly {
    readonly text: string
    readonly on: string
    readonly files: readonly { readonly href: string; readonly tag: string; readonly language: string }[]
  }[]
  /** For programs: of the signature, after its end too, and of each later stage. */
  readonly credentials: readonly { readonly text: string; readonly href: string }[]
  readonly badges: readonly BadgeShown[]
  readonly languages: readonly SelectOption[]
  readonly stageChoices: readonly SelectOption[]
  readonly chosen: { readonly lang: string; readonly stage: string }
}

export interface OfficeCertificatePageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: { readonly country: string; readonly slug: string }
  /** Where it has not signed: those that had, and whose place it has taken. */
  readonly earlier: readonly { readonly number: number; readonly name: string }[]
  /** Undefined: the town has not signed. */
  readonly signature: SignatureShown | undefined
}

type WithSignature = Pick<OfficeCertificatePageProps, 'of' | 'town'> & { readonly signature: SignatureShown }

function Certificates({ of: { translator }, signature }: WithSignature) {
  const { t } = translator
  return (
    <section aria-labelledby="certificates">
      <h2 class="govuk-heading-m" id="certificates">
        {t('certificates.office.pdf')}
      </h2>
      <p class="govuk-body">{t('certificates.office.pdf.about')}</p>
      <Table
        head={[{ content: t('certificates.office.stage') }, { content: t('certificates.stages.pdf') }]}
        firstCellIsHeader
        rows={signature.stages.map(({ text, on, files }) => [
          { content: [text, <br />, <span class="govuk-hint">{on}</span>] },
          {
            content: (
              <ul class="govuk-list">
                {files.map(({ href, tag, language }) => (
                  <li>
                    <a class="govuk-link" href={href} hreflang={tag} type="application/pdf">
                      <bdi lang={tag}>{language}</bdi>
                      <span class="govuk-visually-hidden">: {text}</span>
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
        ])}
      />
    </section>
  )
}

function Credential({ of: { translator }, signature }: WithSignature) {
  const { t } = translator
  return (
    <section aria-labelledby="credential">
      <h2 class="govuk-heading-m" id="credential">
        {t('certificates.office.credential')}
      </h2>
      <p class="govuk-body">{t('certificates.office.credential.about')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {signature.credentials.map(({ text, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Badge({ of: { translator }, badge }: { readonly of: OfficeFor; readonly badge: BadgeShown }) {
  const { t } = translator
  return (
    <>
      <h3 class="govuk-heading-s">
        {t(`certificates.office.size.${badge.size}`)} ({badge.wide} × {badge.high})
      </h3>
      <p class="govuk-body">
        <img class="app-badge" src={badge.src} width={badge.wide} height={badge.high} alt={badge.alt} />
      </p>
      <pre class="app-code" dir="ltr" translate="no">
        <code>{badge.code}</code>
      </pre>
    </>
  )
}

function Badges({ of, town, signature }: WithSignature) {
  const { t } = of.translator
  const { languages, stageChoices, chosen, badges } = signature
  return (
    <section aria-labelledby="badge">
      <h2 class="govuk-heading-m" id="badge">
        {t('certificates.office.badge')}
      </h2>
      <p class="govuk-body">{t('certificates.office.badge.about')}</p>
      <form method="get" action={urls.officeCertificate(town)} novalidate>
        <Select name="lang" label={t('certificates.office.language')} items={languages} value={chosen.lang} />
        {stageChoices.length > 1 && (
          <Select name="stage" label={t('certificates.office.stage')} items={stageChoices} value={chosen.stage} />
        )}
        <Button classes="govuk-button--secondary">{t('certificates.office.show')}</Button>
      </form>
      {badges.map((badge) => (
        <Badge of={of} badge={badge} />
      ))}
    </section>
  )
}

function NotSigned({ of: { translator }, earlier }: Pick<OfficeCertificatePageProps, 'of' | 'earlier'>) {
  const { language, t } = translator
  return (
    <>
      <InsetText>{t('certificates.office.none')}</InsetText>
      {earlier.length > 0 && (
        <>
          <p class="govuk-body">{t('certificates.office.earlier')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {earlier.map(({ number, name }) => (
              <li>
                <a class="govuk-link" href={urls.registerEntry(language, number)}>
                  <bdi>{name}</bdi>: {t('register.list.number', { number: `${number}` })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What a town can show of its signature: certificates to print, a file for programs, a badge for its website. */
export function OfficeCertificatePage({ of, workplace, town, earlier, signature }: OfficeCertificatePageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('certificates.office.title')} workplace={workplace}>
      {signature === undefined ? (
        <NotSigned of={of} earlier={earlier} />
      ) : (
        <>
          <p class="govuk-body-l">{signature.status}</p>
          <p class="govuk-body">
            {t('certificates.office.code')}{' '}
            <a class="govuk-link" href={signature.verifyHref}>
              <bdi>{signature.code}</bdi>
            </a>
          </p>
          {signature.notOfficial && <p class="govuk-body">{signature.notOfficial}</p>}
          {signature.stands ? (
            <Certificates of={of} town={town} signature={signature} />
          ) : (
            <InsetText>{t('certificates.office.ended')}</InsetText>
          )}
          <Credential of={of} town={town} signature={signature} />
          <Badges of={of} town={town} signature={signature} />
        </>
      )}
    </OfficeFrame>
  )
}
