import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { urls } from '../../../urls.ts'
import { mostCopies, type OrderFault, type OrderField, type TypedOrder } from '../order-form.ts'

interface Option {
  readonly value: string
  readonly text: string
}

export interface OrderPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: { readonly country: string; readonly slug: string }
  /** Who gets the order; undefined: the town belongs to none. */
  readonly association: string | undefined
  readonly id: string
  readonly items: readonly Option[]
  readonly languages: readonly Option[]
  readonly typed: TypedOrder
  readonly faults: readonly OrderFault[]
  readonly orders: readonly {
    readonly what: string
    readonly language: string
    readonly copies: number
    readonly on: string
    readonly done: string | undefined
  }[]
  readonly done: boolean
}

const faultText = ({ of: { translator } }: OrderPageProps, { code }: OrderFault) =>
  code === 'copies' ? translator.t('prints.error.copies', { most: mostCopies }) : translator.t(`prints.error.${code}`)

function errorOf(props: OrderPageProps, field: OrderField) {
  const fault = props.faults.find((one) => one.field === field)
  return fault && { prefix: props.of.translator.t('checklist.office.form.error'), text: faultText(props, fault) }
}

function Form(props: OrderPageProps) {
  const { of, town, id, items, languages, typed } = props
  const { t } = of.translator
  const small = { labelClasses: 'govuk-label--s' }
  const field = (name: OrderField) => ({ ...small, name, value: typed[name], error: errorOf(props, name) })
  return (
    <form method="post" action={urls.townPrintOrder(town)} novalidate>
      <input type="hidden" name="order" value={id} />
      <Select {...field('what')} label={t('prints.order.what')} items={items} />
      <Select {...field('language')} label={t('prints.order.language')} items={languages} />
      <TextInput {...field('copies')} label={t('prints.order.copies')} classes="govuk-input--width-5" dir="ltr" />
      <Textarea
        {...field('address')}
        label={t('prints.order.address')}
        hint={t('prints.order.addressHint')}
        rows={4}
        dir="auto"
      />
      <Textarea {...field('note')} label={t('prints.order.note')} rows={3} dir="auto" />
      <Button preventDoubleClick>{t('prints.order.submit')}</Button>
    </form>
  )
}

/** Copies that the association has printed. */
export function OrderPage(props: OrderPageProps) {
  const { of, workplace, town, association, faults, orders, done } = props
  const { translator } = of
  const { t } = translator
  const errors = faults.map((fault) => ({ text: faultText(props, fault), href: `#${fault.field}` }))
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('prints.order.title')}
      back={{ href: urls.officePaper(town), text: t('paper.office.title') }}
      done={done ? t('prints.order.done') : undefined}
      refused={errors.length > 0}
      first={<Refused translator={translator} errors={errors} changed={undefined} />}
    >
      {association === undefined ? (
        <InsetText>{t('prints.order.nobody')}</InsetText>
      ) : (
        <>
          <p class="govuk-body">{t('prints.order.about', { association })}</p>
          <Form {...props} />
        </>
      )}
      {orders.length > 0 && <h2 class="govuk-heading-m">{t('prints.order.before')}</h2>}
      <ul class="govuk-list govuk-list--bullet">
        {orders.map(({ what, language, copies, on, done: sent }) => (
          <li>
            {t('prints.order.line', { what, language, copies, on })}{' '}
            {sent === undefined ? t('prints.order.open') : t('prints.order.sent', { on: sent })}
          </li>
        ))}
      </ul>
    </OfficeFrame>
  )
}
