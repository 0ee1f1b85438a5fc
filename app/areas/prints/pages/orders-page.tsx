import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'

export interface OrdersPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly association: { readonly country: string; readonly slug: string }
  readonly orders: readonly {
    readonly id: string
    readonly town: string
    readonly what: string
    readonly language: string
    readonly copies: number
    readonly address: string
    readonly note: string
    readonly on: string
    readonly done: string | undefined
  }[]
  readonly done: boolean
}

/** What members have ordered: what is open first. */
export function OrdersPage({ of, workplace, association, orders, done }: OrdersPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('prints.orders.title')}
      done={done ? t('prints.orders.done') : undefined}
    >
      <p class="govuk-body">{t('prints.orders.about')}</p>
      {orders.length === 0 && <p class="govuk-body">{t('prints.orders.none')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {orders.map(({ id, town, what, language, copies, address, note, on, done: sent }) => (
          <li>
            <strong>
              <bdi>{town}</bdi>
            </strong>
            <p class="govuk-body govuk-!-margin-bottom-1">{t('prints.order.line', { what, language, copies, on })}</p>
            <p class="govuk-body govuk-!-margin-bottom-1 office-said" dir="auto">
              {address}
            </p>
            {note !== '' && (
              <p class="govuk-body govuk-!-margin-bottom-1 office-said" dir="auto">
                {note}
              </p>
            )}
            {sent === undefined ? (
              <form method="post" action={urls.associationPrintDone(association, id)}>
                <Button classes="govuk-button--secondary" preventDoubleClick>
                  {t('prints.orders.send')}
                  <span class="govuk-visually-hidden"> {town}</span>
                </Button>
              </form>
            ) : (
              <p class="govuk-hint">{t('prints.order.sent', { on: sent })}</p>
            )}
          </li>
        ))}
      </ul>
    </OfficeFrame>
  )
}
