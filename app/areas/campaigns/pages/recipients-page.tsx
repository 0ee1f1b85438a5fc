import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../urls.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import type { RecipientState } from '../campaign-rules.ts'
import { type UnionFrame, UnionPage } from './union-frame.tsx'

export interface RecipientsPageProps {
  readonly frame: UnionFrame
  readonly id: string
  readonly name: string
  readonly state: RecipientState
  readonly recipients: readonly {
    readonly authority: string
    readonly name: string
    readonly email: string | null
    /** A server's own words. */
    readonly answer: string | null
  }[]
  readonly pages: PagesView
}

/** Towns for which a letter stands at the same point. */
export function RecipientsPage({ frame, id, name, state, recipients, pages }: RecipientsPageProps) {
  const { translator } = frame.of
  const { t } = translator
  return (
    <UnionPage
      frame={frame}
      title={t(`campaigns.recipient.${state}`)}
      caption={name}
      back={{ href: urls.campaign(frame.union, id), text: t('campaigns.backToOne') }}
    >
      {recipients.length === 0 ? (
        <p class="govuk-body">{t('campaigns.recipients.none')}</p>
      ) : (
        <SummaryList
          rows={recipients.map((one) => ({
            key: <bdi>{one.name}</bdi>,
            value: (
              <>
                {one.email && <bdi>{one.email}</bdi>}
                {one.answer && (
                  <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
                    {t('campaigns.recipients.answer')} <bdi lang="en">{one.answer}</bdi>
                  </p>
                )}
              </>
            ),
            actions: [
              {
                href: urls.townContact(frame.union, one.authority),
                text: t('campaigns.recipients.contact'),
                visuallyHiddenText: one.name,
              },
            ],
          }))}
        />
      )}
      <PageLinks
        translator={translator}
        pages={pages}
        href={(page) => urls.campaignRecipients(frame.union, id, state, page)}
      />
    </UnionPage>
  )
}
