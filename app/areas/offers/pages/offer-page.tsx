import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { NotificationBanner } from '../../../ui/components/notification-banner/notification-banner.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { type DeclineReason, declineReasons } from '../../checklist/index.ts'
import type { OfferLine } from '../present-offers.ts'
import type { DeskFrame } from './offers-page.tsx'

export interface OfferPageProps {
  readonly frame: DeskFrame
  readonly offer: OfferLine
  /** As families would read it. */
  readonly words: {
    readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[]
    readonly machine: boolean
  }
  /** Kinds that came after it was accepted. */
  readonly added: string | undefined
  readonly reason: DeclineReason | undefined
  /** Of what is shown. */
  readonly revision: number
  readonly publicPage: string
  /** `choose`: nothing was chosen; `conflict`: somebody was faster. */
  readonly told: 'choose' | 'conflict' | undefined
}

function Facts({ frame, offer, words }: OfferPageProps) {
  const { t } = frame.of.translator
  return (
    <>
      {words.machine && <p class="govuk-body-s">{t('service.machine')}</p>}
      <SummaryList
        rows={[
          { key: t('offers.page.kinds'), value: offer.kinds },
          ...words.rows.map(({ label, lines }) => ({
            key: label,
            value: lines.map((line) => (
              <p class="govuk-body govuk-!-margin-bottom-1">
                <bdi>{line}</bdi>
              </p>
            )),
          })),
        ]}
      />
    </>
  )
}

function Decide({ frame, offer, reason, revision, told }: OfferPageProps) {
  const { t } = frame.of.translator
  const fault = told === 'choose' ? t('offers.fault.choose') : undefined
  return (
    <form method="post" action={offer.href} novalidate>
      <input type="hidden" name="revision" value={`${revision}`} />
      <Radios
        name="decision"
        legend={t('offers.decide.legend', { town: offer.town })}
        legendClasses="govuk-fieldset__legend--m"
        hint={t('offers.decide.hint', { owner: offer.owner })}
        value={offer.state === 'accepted' ? 'accept' : reason}
        error={fault === undefined ? undefined : { prefix: t('checklist.office.form.error'), text: fault }}
        items={[
          { value: 'accept', text: t('offers.decide.accept'), hint: t('offers.decide.accept.hint') },
          { divider: t('offers.decide.or') },
          ...declineReasons.map((one) => ({
            value: one,
            text: t('offers.decide.no', { reason: t(`offers.reason.${one}`) }),
          })),
        ]}
      />
      <Button preventDoubleClick>{t('offers.decide.submit')}</Button>
    </form>
  )
}

/** One service as families would read it, and the decision about it. */
export function OfferPage(props: OfferPageProps) {
  const { frame, offer, added, publicPage, told } = props
  const { t } = frame.of.translator
  return (
    <OfficeFrame
      of={frame.of}
      title={offer.name}
      caption={offer.town}
      workplace={frame.workplace}
      back={{ href: frame.listHref(), text: t('offers.title') }}
      refused={told !== undefined}
      first={
        <>
          {told === 'choose' && (
            <ErrorSummary
              title={t('checklist.office.form.errors')}
              errors={[{ text: t('offers.fault.choose'), href: '#decision' }]}
            />
          )}
          {told === 'conflict' && (
            <NotificationBanner title={t('offers.conflict.title')} text={t('offers.conflict')} role="alert" />
          )}
        </>
      }
    >
      <p class="govuk-body">
        {t('offers.page.about', { owner: offer.owner, town: offer.town })} {offer.said}
      </p>
      {added !== undefined && <InsetText>{t('offers.page.added', { kinds: added })}</InsetText>}
      <Facts {...props} />
      {!frame.of.support && <Decide {...props} />}
      <p class="govuk-body">
        <a class="govuk-link" href={publicPage}>
          {t('offers.page.town', { town: offer.town })}
        </a>
      </p>
    </OfficeFrame>
  )
}
