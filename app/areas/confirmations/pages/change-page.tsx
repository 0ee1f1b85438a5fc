import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import type { ChangeFault, ChangeField, TypedChange } from '../change-form.ts'
import { HelpFirst, type LinkPageProps, OverPage, PublishedFacts } from './link-page.tsx'

export interface ChangePageProps extends LinkPageProps {
  readonly typed: TypedChange
  readonly faults: readonly ChangeFault[]
}

function errorOf({ of: { translator }, faults }: ChangePageProps, field: ChangeField) {
  const { t } = translator
  const fault = faults.find((one) => one.field === field)
  return fault && { prefix: t('checklist.office.form.error'), text: t(`confirm.error.${fault.code}`) }
}

function Line({ props, name, hint }: { props: ChangePageProps; name: 'email' | 'web' | 'until'; hint?: string }) {
  const { t } = props.of.translator
  return (
    <TextInput
      name={name}
      label={t(`confirm.change.${name}`)}
      hint={hint}
      value={props.typed[name]}
      error={errorOf(props, name)}
      {...(name === 'until' ? { classes: 'govuk-input--width-10' } : {})}
      dir="ltr"
      autocomplete="off"
      spellcheck={false}
    />
  )
}

function Text({ props, name, rows }: { props: ChangePageProps; name: 'phones' | 'hours' | 'other'; rows: number }) {
  const { t } = props.of.translator
  return (
    <Textarea
      name={name}
      label={t(`confirm.change.${name}`)}
      hint={t(`confirm.change.${name}.hint`)}
      rows={rows}
      value={props.typed[name]}
      error={errorOf(props, name)}
      dir="auto"
      autocomplete="off"
    />
  )
}

function Fields(props: ChangePageProps) {
  const { t } = props.of.translator
  return (
    <>
      <Text props={props} name="phones" rows={3} />
      <Line props={props} name="email" />
      <Line props={props} name="web" />
      <Text props={props} name="hours" rows={3} />
      <Radios
        name="closed"
        legend={t('confirm.change.closed')}
        legendClasses="govuk-fieldset__legend--s"
        classes="govuk-radios--small"
        value={props.typed.closed}
        error={errorOf(props, 'closed')}
        items={[
          { value: '', text: t('confirm.change.closed.no') },
          { value: 'for-now', text: t('confirm.change.closed.for-now') },
          { value: 'for-good', text: t('confirm.change.closed.for-good') },
        ]}
      />
      <Line props={props} name="until" hint={t('confirm.change.until.hint')} />
      <Text props={props} name="other" rows={4} />
    </>
  )
}

/** What is different: it goes to the office of the town, which publishes it. */
export function ChangePage(props: ChangePageProps) {
  const { of, state, town, words, faults } = props
  const { t } = of.translator
  if (state !== 'open' || !words) return <OverPage {...props} />
  const errors = faults.map(({ field, code }) => ({ text: t(`confirm.error.${code}`), href: `#${field}` }))
  return (
    <OfficeFrame
      of={of}
      title={t('confirm.change.title')}
      caption={words.name}
      refused={errors.length > 0}
      first={errors.length > 0 && <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />}
    >
      <HelpFirst {...props} />
      <p class="govuk-body">{t('confirm.change.about', { town })}</p>
      <WarningText iconFallbackText={t('confirm.change.warning')}>{t('confirm.change.noChild')}</WarningText>
      <Details summary={t('confirm.change.published')}>
        <PublishedFacts {...props} />
      </Details>
      <form method="post" novalidate>
        <Fields {...props} />
        <Button preventDoubleClick>{t('confirm.change.button')}</Button>
      </form>
    </OfficeFrame>
  )
}
