/** Mails of a development server. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { OutboxEntry } from '../../../platform/mail/outbox.ts'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Table } from '../../../ui/components/table/table.tsx'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'

type PageProps = { of: OfficeFor }

const outboxMail = (id: string) => `${urls.outbox()}?mail=${id}`

export function OutboxPage({ of, mails }: PageProps & { mails: readonly OutboxEntry[] }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('office.outbox.title')}>
      <p class="govuk-body">{t('office.outbox.introduction')}</p>
      {mails.length === 0 ? (
        <p class="govuk-body">{t('office.outbox.empty')}</p>
      ) : (
        <Table
          head={[t('office.outbox.subject'), t('office.outbox.to'), t('office.outbox.writtenAt')].map(asCell)}
          rows={mails.map((mail) => [
            asCell(
              <a class="govuk-link" href={outboxMail(mail.id)}>
                {mail.subject}
              </a>,
            ),
            asCell(mail.to),
            asCell(mail.writtenAt),
          ])}
        />
      )}
    </OfficeFrame>
  )
}

export function OutboxMailPage({ of, mail }: PageProps & { mail: OutboxEntry }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={mail.subject} back={{ href: urls.outbox(), text: t('office.outbox.back') }}>
      <SummaryList
        rows={[
          { key: t('office.outbox.to'), value: mail.to },
          { key: t('office.outbox.writtenAt'), value: mail.writtenAt },
        ]}
      />
      {mail.html !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.outboxHtml(mail.id)}>
            {t('office.outbox.asHtml')}
          </a>
        </p>
      )}
      {mail.text
        .split('\n\n')
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => (
          <p class="govuk-body">{linked(paragraph)}</p>
        ))}
    </OfficeFrame>
  )
}

function asCell(content: Content) {
  return { content }
}

/** An address that stands alone becomes a link, as mail programs do it. */
function linked(paragraph: string): Content {
  const address = paragraph.trim()
  if (!/^https?:\/\/\S+$/.test(address)) return paragraph
  return (
    <a class="govuk-link" href={address}>
      {address}
    </a>
  )
}
