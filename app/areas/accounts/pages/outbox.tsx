/** Mails of a development server. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { OutboxEntry } from '../../../platform/mail/outbox.ts'
import { BackLink } from '../../../ui/components/back-link/back-link.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Table } from '../../../ui/components/table/table.tsx'
import type { Content } from '../../../ui/content.ts'
import { urls } from '../../../urls.ts'
import { OfficeFrame } from './office-frame.tsx'

type PageProps = { translator: Translator; instance: string; person: { readonly name: string } }

const outboxMail = (id: string) => `${urls.outbox()}?mail=${id}`

export function OutboxPage(props: PageProps & { mails: readonly OutboxEntry[] }) {
  const { translator, mails } = props
  const { t } = translator
  return (
    <OfficeFrame {...props} title={t('office.outbox.title')}>
      <h1 class="govuk-heading-l">{t('office.outbox.title')}</h1>
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

export function OutboxMailPage(props: PageProps & { mail: OutboxEntry }) {
  const { translator, mail } = props
  const { t } = translator
  return (
    <OfficeFrame
      {...props}
      title={mail.subject}
      beforeContent={
        <nav aria-label={t('office.outbox.back')}>
          <BackLink href={urls.outbox()}>{t('office.outbox.back')}</BackLink>
        </nav>
      }
    >
      <h1 class="govuk-heading-l">{mail.subject}</h1>
      <SummaryList
        rows={[
          { key: t('office.outbox.to'), value: mail.to },
          { key: t('office.outbox.writtenAt'), value: mail.writtenAt },
        ]}
      />
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
