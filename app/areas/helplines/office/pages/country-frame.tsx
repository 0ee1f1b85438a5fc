/** What all office pages of one country's help numbers share. */
import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import type { Content } from '../../../../ui/content.ts'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import type { FactRow, LineView } from '../present-lines.ts'

export interface CountryFrame {
  readonly of: OfficeFor
  /** ISO 3166-1. */
  readonly country: string
  /** In the reader's language. */
  readonly name: string
}

interface CountryPageProps {
  frame: CountryFrame
  title: string
  back: { href: string; text: string }
  done?: DoneNotice | undefined
  refused?: boolean
  first?: Content
  children: Content
}

export function CountryPage({ frame: { of, name }, done, children, ...page }: CountryPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} caption={name} {...page} done={done && t(`helplines.done.${done}`)}>
      {children}
    </OfficeFrame>
  )
}

/** The way back to the list, or to one line. */
export function backTo({ of, country }: CountryFrame, line?: LineView): { href: string; text: string } {
  const { t } = of.translator
  return line
    ? { href: urls.officeHelpline(country, line.key), text: t('helplines.office.backToLine') }
    : { href: urls.officeHelplines(country), text: t('helplines.office.backToList') }
}

export function KeepForm({
  action,
  stand,
  submit,
  warning = false,
  secondary = false,
  preview,
  children,
}: {
  action: string
  stand: string
  submit: string
  warning?: boolean
  secondary?: boolean
  /** What it would do can be looked at before, by this button. */
  preview?: string
  children?: Content
}) {
  const look = warning ? 'govuk-button--warning' : secondary ? 'govuk-button--secondary' : undefined
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="stand" value={stand} />
      {children}
      <Button preventDoubleClick classes={look}>
        {submit}
      </Button>
      {preview && (
        <>
          {' '}
          <Button name="do" value="preview" classes="govuk-button--secondary">
            {preview}
          </Button>
        </>
      )}
    </form>
  )
}

/** Facts as they stand; what nobody has said is said to be so. */
export function Facts({ of, rows }: { of: OfficeFor; rows: readonly FactRow[] }) {
  const unknown = of.translator.t('helplines.unknown')
  return (
    <SummaryList
      rows={rows.map(({ label, value }) => ({
        key: label,
        value:
          value === ''
            ? unknown
            : value.split('\n').map((line) => (
                <p class="govuk-body govuk-!-margin-bottom-1">
                  <bdi>{line}</bdi>
                </p>
              )),
      }))}
    />
  )
}

/** Somebody was first: what they made of the line. */
export function ChangedMeanwhile({ of, line }: { of: OfficeFor; line: LineView }) {
  const { t } = of.translator
  return (
    <NotificationBanner title={t('checklist.office.conflict.title')} role="alert">
      <p class="govuk-notification-banner__heading">{line.stateText}</p>
      <p class="govuk-body">
        {line.kind}
        {t('ui.colonAfter', { what: '' })} <bdi>{line.what}</bdi>
      </p>
      <p class="govuk-body">{t('helplines.office.meanwhile')}</p>
    </NotificationBanner>
  )
}
