/** Which practices a town shows at a meeting, and which stand each has. */
import { Button } from '../../../ui/components/button/button.tsx'
import { FormLine, FormTicks, type TypedForm } from '../../../ui/form-lines.tsx'
import { FormFrame, type FormFrameProps } from '../../../ui/layout/form-frame.tsx'

type Frame = Pick<FormFrameProps, 'of' | 'workplace'>

export interface OfferPageProps extends Frame {
  readonly year: number
  readonly action: string
  readonly signed: boolean
  readonly over: boolean
  /** Its own that are public. */
  readonly practices: readonly { readonly value: string; readonly text: string }[]
  readonly form: TypedForm
  /** What is offered, with where and when. */
  readonly offered: readonly { readonly title: string; readonly where: string }[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly done: boolean
}

export function OfferPage(props: OfferPageProps) {
  const { of, workplace, year, action, signed, over, practices, form, offered, links, done } = props
  const { t } = of.translator
  const open = signed && !over
  return (
    <FormFrame
      {...{ of, workplace }}
      title={t('market.title', { year: `${year}` })}
      done={done ? t('programme.done.saved') : undefined}
    >
      <p class="govuk-body">{t(signed ? (over ? 'market.over' : 'market.about') : 'market.notSigned')}</p>
      {offered.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {offered.map(({ title, where }) => (
            <li>
              <bdi>{title}</bdi>: <bdi>{where}</bdi>
            </li>
          ))}
        </ul>
      )}
      {open && practices.length === 0 && <p class="govuk-body">{t('market.noPractice')}</p>}
      {open && practices.length > 0 && (
        <form method="post" action={action} novalidate>
          <FormTicks form={form} name="practice" label={t('market.which')} items={practices} />
          <Button preventDoubleClick>{t('programme.save')}</Button>
        </form>
      )}
      <ul class="govuk-list">
        {links.map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </FormFrame>
  )
}

export interface StandsPageProps extends Frame {
  readonly year: number
  readonly action: string
  readonly errors: FormFrameProps['errors']
  readonly changed: boolean
  readonly done: boolean
  readonly stands: readonly {
    readonly practice: string
    readonly title: string
    readonly town: string
    readonly revision: string
    readonly form: TypedForm
  }[]
  readonly publicHref: string
}

export function StandsPage(props: StandsPageProps) {
  const { of, workplace, year, action, errors, changed, done, stands, publicHref } = props
  const { t } = of.translator
  return (
    <FormFrame
      {...{ of, workplace }}
      {...(errors ? { errors } : {})}
      title={t('market.stands', { year: `${year}` })}
      changed={changed ? t('programme.changed') : undefined}
      done={done ? t('programme.done.saved') : undefined}
    >
      <p class="govuk-body">{t('market.stands.about')}</p>
      {stands.length === 0 && <p class="govuk-body">{t('market.none')}</p>}
      {stands.map(({ practice, title, town, revision, form }) => (
        <form method="post" action={action} novalidate>
          <h2 class="govuk-heading-m">
            <bdi>{title}</bdi>
            <span class="govuk-caption-m">
              <bdi>{town}</bdi>
            </span>
          </h2>
          <input type="hidden" name="practice" value={practice} />
          <input type="hidden" name="revision" value={revision} />
          <FormLine {...{ form, name: `stand-${practice}`, label: t('market.stand') }} hint={t('market.standHint')} />
          <FormLine {...{ form, name: `day-${practice}`, label: t('market.day') }} width="govuk-input--width-10" />
          <FormLine {...{ form, name: `starts-${practice}`, label: t('market.starts') }} width="govuk-input--width-5" />
          <FormLine {...{ form, name: `ends-${practice}`, label: t('market.ends') }} width="govuk-input--width-5" />
          <Button preventDoubleClick>{t('programme.save')}</Button>
        </form>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={publicHref}>
          {t('market.public')}
        </a>
      </p>
    </FormFrame>
  )
}
