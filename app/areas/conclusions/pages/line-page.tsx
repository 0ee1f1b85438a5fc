import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { urls } from '../../../urls.ts'
import { ownerKinds } from '../conclusion-rules.ts'
import { translationField } from '../forms.ts'
import type { DoneNotice } from '../office-request.ts'
import { ConclusionPageFrame, errorOf, type FormProps, Line, Said, Text, typed } from './conclusion-frame.tsx'

export interface LinePageProps extends FormProps {
  readonly year: number
  readonly id: string
  readonly number: number
  readonly revision: number
  /** Of the text. */
  readonly language: string
  readonly body: string
  /** The text itself may be changed. */
  readonly writes: boolean
  readonly translations: readonly {
    readonly code: string
    readonly name: string
    /** Made from an earlier text. */
    readonly older: boolean
  }[]
  readonly countries: readonly { readonly value: string; readonly text: string }[]
  /** In words: whether the owner has agreed. */
  readonly agreed: string
  readonly changed: boolean
  readonly done: DoneNotice | undefined
}

function Owner(props: LinePageProps) {
  const { frame, countries, agreed } = props
  const { t } = frame.of.translator
  return (
    <>
      <Radios
        name="owner"
        legend={t('conclusion.owner')}
        legendClasses="govuk-fieldset__legend--s"
        hint={agreed}
        value={typed(props, 'owner') || 'secretariat'}
        items={ownerKinds.map((kind) => ({ value: kind, text: t(`conclusion.ownerKind.${kind}`) }))}
        error={errorOf(props, 'owner')}
      />
      <Select
        name="country"
        label={t('conclusion.ownerCountry')}
        labelClasses="govuk-label--s"
        items={[{ value: '', text: '' }, ...countries]}
        value={typed(props, 'country')}
      />
      <Line {...props} name="name" label={t('conclusion.ownerName')} hint={t('conclusion.ownerNameHint')} />
      <Line
        {...props}
        name="due"
        label={t('conclusion.due')}
        hint={t('conclusion.dueHint')}
        width="govuk-input--width-10"
      />
    </>
  )
}

function Translations(props: LinePageProps) {
  const { frame, translations, fields } = props
  const { t } = frame.of.translator
  const older = translations.filter((one) => one.older)
  return (
    <>
      <h2 class="govuk-heading-m">{t('conclusion.translations')}</h2>
      {translations.map(({ code, name, older: isOlder }) => (
        <Text
          {...props}
          name={translationField(code)}
          label={<bdi>{name}</bdi>}
          hint={isOlder ? t('conclusion.olderHint') : undefined}
        />
      ))}
      {older.length > 0 && (
        <Checkboxes
          name="holds"
          legend={t('conclusion.holds')}
          legendClasses="govuk-fieldset__legend--s"
          values={fields.get('holds') ?? []}
          items={older.map(({ code, name }) => ({ value: code, text: <bdi>{name}</bdi> }))}
        />
      )}
    </>
  )
}

/** One conclusion, for the secretariat. */
export function LinePage(props: LinePageProps) {
  const { frame, year, id, number, revision, language, body, writes, faults, changed, done } = props
  const { t } = frame.of.translator
  return (
    <ConclusionPageFrame
      frame={frame}
      title={t('conclusion.number', { number: `${number}` })}
      faults={faults}
      changed={changed}
      done={done}
    >
      <form method="post" action={urls.officeConclusion(year, id)} novalidate>
        <input type="hidden" name="revision" value={`${revision}`} />
        {writes ? (
          <>
            <Text {...props} name="body" label={t('conclusion.body')} rows={6} />
            <Line {...props} name="asks" label={t('conclusion.asks')} hint={t('conclusion.asksHint')} />
          </>
        ) : (
          <Said frame={frame} language={language}>
            {body}
          </Said>
        )}
        <Owner {...props} />
        <Translations {...props} />
        <Button preventDoubleClick>{t('conclusion.save')}</Button>
      </form>
      {writes && (
        <form method="post" action={urls.officeConclusionRemove(year, id)}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('conclusion.remove')}
          </Button>
        </form>
      )}
    </ConclusionPageFrame>
  )
}
