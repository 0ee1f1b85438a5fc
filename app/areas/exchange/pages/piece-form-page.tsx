import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { licences, type PartName, type PieceFault, type PieceKind } from '../piece-rules.ts'
import { type ExchangeFrame, ExchangePageFrame } from './exchange-frame.tsx'

export interface PieceFormPageProps {
  readonly frame: ExchangeFrame
  readonly action: string
  readonly kind: PieceKind
  /** Made with the page: the form sent twice shares once. */
  readonly id: string
  /** What is translated: its licence and kind of service stay. */
  readonly original: { readonly id: string; readonly title: string } | undefined
  /** What is changed; undefined where something new is shared. */
  readonly piece: { readonly revision: number } | undefined
  readonly parts: readonly {
    readonly name: PartName
    /** What the original says. */
    readonly source: string
    /** Where somebody else was first: what they wrote. */
    readonly theirs: string
  }[]
  readonly sourceTag: string | undefined
  readonly languages: readonly SelectOption[]
  /** Chosen, or likely. */
  readonly language: string
  readonly serviceKinds: readonly SelectOption[]
  readonly fields: FormFields
  readonly faults: readonly PieceFault[]
  /** Somebody else was faster. */
  readonly changed: boolean
}

const typed = ({ fields }: PieceFormPageProps, name: string): string => fields.get(name)?.[0] ?? ''

function errorOf({ frame, faults }: PieceFormPageProps, name: string) {
  const { t } = frame.of.translator
  const fault = faults.find(({ field }) => field === name)
  return fault && { prefix: t('checklist.office.form.error'), text: t(`exchange.error.${fault.code}`) }
}

function Part({ part, ...props }: PieceFormPageProps & { part: PieceFormPageProps['parts'][number] }) {
  const { frame, sourceTag } = props
  const { t } = frame.of.translator
  const { name, source, theirs } = part
  return (
    <>
      {source !== '' && (
        <blockquote class="govuk-inset-text office-said" lang={sourceTag} dir="auto">
          {source}
        </blockquote>
      )}
      <Textarea
        name={name}
        label={t(`exchange.part.${name}`)}
        labelClasses="govuk-label--s"
        rows={props.kind === 'letter' ? 12 : 5}
        dir="auto"
        value={typed(props, name)}
        error={errorOf(props, name)}
      />
      {theirs !== '' && (
        <InsetText>
          {t('standards.theirs')} <bdi>{theirs}</bdi>
        </InsetText>
      )}
    </>
  )
}

function Licence(props: PieceFormPageProps) {
  const { t } = props.frame.of.translator
  if (props.original) return null
  return (
    <Radios
      name="licence"
      legend={t('exchange.form.licence')}
      legendClasses="govuk-fieldset__legend--s"
      value={typed(props, 'licence')}
      error={errorOf(props, 'licence')}
      items={licences.map((one) => ({
        value: one,
        text: t(`exchange.licence.${one}`),
        hint: t(`exchange.licenceHint.${one}`),
      }))}
    />
  )
}

function Fields(props: PieceFormPageProps) {
  const { frame, kind, original, parts, languages, language, serviceKinds } = props
  const { t } = frame.of.translator
  return (
    <>
      {kind === 'text' && !original && (
        <Select
          name="serviceKind"
          label={t('exchange.form.serviceKind')}
          labelClasses="govuk-label--s"
          value={typed(props, 'serviceKind')}
          error={errorOf(props, 'serviceKind')}
          items={[{ value: '', text: t('exchange.form.choose') }, ...serviceKinds]}
        />
      )}
      <Select
        name="language"
        label={t('exchange.form.language')}
        labelClasses="govuk-label--s"
        value={language}
        error={errorOf(props, 'language')}
        items={languages}
      />
      <TextInput
        name="title"
        label={t('exchange.form.title')}
        labelClasses="govuk-label--s"
        hint={original && <bdi>{original.title}</bdi>}
        dir="auto"
        value={typed(props, 'title')}
        error={errorOf(props, 'title')}
      />
      {parts.map((part) => (
        <Part {...props} part={part} />
      ))}
      <Licence {...props} />
    </>
  )
}

function titleKey({ original, piece, kind }: PieceFormPageProps) {
  if (piece) return 'exchange.change.title' as const
  return original ? ('exchange.translate.title' as const) : (`exchange.share.${kind}` as const)
}

/** Sharing a piece, translating one, changing one's own. */
export function PieceFormPage(props: PieceFormPageProps) {
  const { frame, action, kind, id, original, piece, faults, changed } = props
  const { t } = frame.of.translator
  const errors = faults.map(({ field, code }) => ({ text: t(`exchange.error.${code}`), href: `#${field}` }))
  return (
    <ExchangePageFrame
      frame={frame}
      title={t(titleKey(props))}
      refused={errors.length > 0 || changed}
      first={
        <Refused
          translator={frame.of.translator}
          errors={errors}
          changed={changed ? t('standards.told.changed') : undefined}
        />
      }
    >
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>{t('exchange.form.nobody')}</WarningText>
      <p class="govuk-body">{t(`exchange.form.about.${kind}`)}</p>
      {original && !piece && <p class="govuk-body">{t('exchange.translate.about')}</p>}
      <form method="post" action={action} novalidate>
        {piece ? (
          <input type="hidden" name="revision" value={`${piece.revision}`} />
        ) : (
          <>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="kind" value={kind} />
            {original && <input type="hidden" name="of" value={original.id} />}
          </>
        )}
        <Fields {...props} />
        <Button preventDoubleClick>{t(piece ? 'checklist.office.form.save' : 'exchange.form.submit')}</Button>
      </form>
    </ExchangePageFrame>
  )
}
