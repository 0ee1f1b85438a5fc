import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../../ui/components/error-summary/error-summary.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { NotHere } from '../../../../ui/layout/not-here.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'

type Field = 'name' | 'email' | 'post'

export interface InvitedPageProps {
  readonly of: OfficeFor
  readonly action: string
  readonly association: string
  readonly town: string
  /** Address of the help numbers of the country. */
  readonly numbers: string
  /** Address of the town's public page. */
  readonly page: string
  /** What others offer the town's people already. */
  readonly served: readonly { readonly service: string; readonly owner: string }[]
  /** Suggestions that wait for its office. */
  readonly proposed: number
  /** How many kinds of help to begin with. */
  readonly kinds: number
  /** Somebody works for it already. */
  readonly staffed: boolean
  readonly typed: Readonly<Record<Field, string>>
  readonly faults: readonly Field[]
}

/** What a town opens that its association has invited: what is there already, and the first three steps. */
export function InvitedPage(props: InvitedPageProps) {
  const { of, association, town, faults, kinds } = props
  const { t } = of.translator
  const errors = faults.map((field) => ({ text: t(`campaigns.invited.fault.${field}`), href: `#${field}` }))
  return (
    <OfficeFrame
      of={of}
      title={t('campaigns.invited.title', { town })}
      caption={association}
      refused={faults.length > 0}
      first={errors.length > 0 && <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />}
    >
      <NotHere of={of} text={t('campaigns.invited.notHere')} href={props.numbers} />
      <p class="govuk-body">{t('campaigns.invited.about', { town, association })}</p>
      <Served {...props} />
      <h2 class="govuk-heading-m">{t('campaigns.invited.steps')}</h2>
      <ol class="govuk-list govuk-list--number">
        <li>{t('campaigns.invited.step.who')}</li>
        <li>{t('campaigns.invited.step.kinds', { count: kinds })}</li>
        <li>{t('campaigns.invited.step.publish')}</li>
      </ol>
      {props.staffed ? <Staffed {...props} /> : <Begin {...props} />}
    </OfficeFrame>
  )
}

const mostShown = 12

function Served({ of, page, served, proposed }: InvitedPageProps) {
  const { t } = of.translator
  return (
    <>
      <h2 class="govuk-heading-m">
        {served.length > 0 ? t('campaigns.invited.there', { count: served.length }) : t('campaigns.invited.begun')}
      </h2>
      {served.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {served.slice(0, mostShown).map(({ service, owner }) => (
            <li>
              <bdi>{service}</bdi> · <bdi>{owner}</bdi>
            </li>
          ))}
          {served.length > mostShown && <li>{t('campaigns.invited.more', { count: served.length - mostShown })}</li>}
        </ul>
      )}
      {proposed > 0 && <p class="govuk-body">{t('campaigns.invited.proposed', { count: proposed })}</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={page}>
          {t('campaigns.invited.page')}
        </a>
      </p>
    </>
  )
}

function Staffed({ of, town }: InvitedPageProps) {
  const { t } = of.translator
  return (
    <>
      <p class="govuk-body">{t('campaigns.invited.staffed', { town })}</p>
      <Button href={urls.join()}>{t('people.join.title')}</Button>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.signIn()}>
          {t('accounts.signIn.title')}
        </a>
      </p>
    </>
  )
}

const looks = {
  name: { autocomplete: 'name', dir: 'auto' },
  email: { autocomplete: 'email', dir: 'ltr', type: 'email' },
  post: { autocomplete: 'organization-title', dir: 'auto' },
} as const

function Begin({ of, action, typed, faults }: InvitedPageProps) {
  const { t } = of.translator
  return (
    <form method="post" action={action} novalidate>
      <h2 class="govuk-heading-m">{t('campaigns.invited.begin')}</h2>
      {(['name', 'email', 'post'] as const).map((name) => (
        <TextInput
          {...looks[name]}
          name={name}
          label={t(`people.join.${name}`)}
          hint={name === 'name' ? undefined : t(`people.join.${name}Hint`)}
          value={typed[name]}
          error={
            faults.includes(name)
              ? { prefix: t('checklist.office.form.error'), text: t(`campaigns.invited.fault.${name}`) }
              : undefined
          }
        />
      ))}
      <Button preventDoubleClick>{t('campaigns.invited.submit')}</Button>
      <p class="govuk-body">{t('campaigns.invited.after')}</p>
    </form>
  )
}

/** The same whoever asks: it says nothing about who is known. */
export function InvitedSentPage({ of, town }: Pick<InvitedPageProps, 'of' | 'town'>) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('people.joinSent.title')} caption={town}>
      <p class="govuk-body">{t('campaigns.invited.sent')}</p>
      <p class="govuk-body">{t('people.joinSent.nothing')}</p>
    </OfficeFrame>
  )
}
