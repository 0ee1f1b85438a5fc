import type { OfficeFor } from '../../../../platform/http/env.ts'
import type { Translator } from '../../../../platform/i18n/messages.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../../ui/components/error-summary/error-summary.tsx'
import { FileUpload } from '../../../../ui/components/file-upload/file-upload.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { Textarea } from '../../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../../ui/layout/office-frame.tsx'
import { apart } from '../../../../ui/lists.ts'
import { urls } from '../../../../urls.ts'
import type { PlacesFault, PlacesFilled } from '../../deps.ts'

export interface PlaceFault {
  readonly field: 'list' | 'pasted'
  readonly code: PlacesFault | 'nothing'
}

export interface PlacesPageProps {
  readonly of: OfficeFor
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
  readonly association: Parameters<typeof urls.coverage>[0]
  /** Members whose place is not known. */
  readonly nowhere: number
  readonly pasted: string
  readonly fault: PlaceFault | undefined
  /** What a list that has just been brought did. */
  readonly filled: PlacesFilled | undefined
}

const mostShown = 100

function faultText({ t }: Translator, { code }: PlaceFault): string {
  return code === 'nothing' || code === 'columns' ? t(`coverage.places.fault.${code}`) : t(`mergers.new.fault.${code}`)
}

function Filled({ of: { translator }, filled }: PlacesPageProps) {
  const { t } = translator
  if (!filled) return null
  const rows = (['filled', 'known', 'skipped', 'refused'] as const).map((what) => ({
    key: t(`coverage.places.${what}`),
    value: t('coverage.number', { count: filled[what] }),
  }))
  const shown = filled.refusals.slice(0, mostShown)
  return (
    <>
      <h2 class="govuk-heading-m">{t('coverage.places.done')}</h2>
      <SummaryList rows={rows} />
      {shown.length > 0 && (
        <>
          {filled.refused > shown.length && (
            <p class="govuk-body">{t('members.list.first', { count: shown.length })}</p>
          )}
          <ul class="govuk-list govuk-list--bullet">
            {shown.map(({ line, pointFault }) => (
              <li>
                {t('members.list.line', {
                  line: apart(`${line}`),
                  text: t(`coverage.places.fault.${pointFault ?? 'point-row'}`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Form({ of: { translator }, association, pasted, fault }: PlacesPageProps) {
  const { t } = translator
  const error = (field: PlaceFault['field']) =>
    fault?.field === field
      ? { prefix: t('checklist.office.form.error'), text: faultText(translator, fault) }
      : undefined
  return (
    <form method="post" action={urls.coveragePlaces(association)} enctype="multipart/form-data" novalidate>
      <FileUpload
        name="list"
        accept=".csv,.xlsx,.json,text/csv,application/json"
        label={t('catchments.bring.file')}
        labelClasses="govuk-label--s"
        hint={t('catchments.bring.file.hint')}
        error={error('list')}
      />
      <Textarea
        name="pasted"
        label={t('catchments.bring.pasted')}
        labelClasses="govuk-label--s"
        hint={t('catchments.bring.pasted.hint')}
        value={pasted}
        rows={6}
        dir="ltr"
        spellcheck={false}
        error={error('pasted')}
      />
      <Button preventDoubleClick>{t('coverage.places.fill')}</Button>
    </form>
  )
}

/** Where members are, who lives there and where their websites are, as far as nobody knows it. */
export function PlacesPage(props: PlacesPageProps) {
  const { of, workplace, association, nowhere, fault } = props
  const { translator } = of
  const { t } = translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('coverage.places.title')}
      back={{ href: urls.coverage(association), text: t('coverage.back') }}
      refused={fault !== undefined}
      first={
        fault && (
          <ErrorSummary
            title={t('checklist.office.form.errors')}
            errors={[{ text: faultText(translator, fault), href: `#${fault.field}` }]}
          />
        )
      }
    >
      <Filled {...props} />
      {nowhere > 0 && (
        <p class="govuk-body">
          <strong>{t('coverage.map.nowhere', { nowhere })}</strong>
        </p>
      )}
      <p class="govuk-body">{t('coverage.places.about')}</p>
      <p class="govuk-body">{t('coverage.places.columns')}</p>
      <p class="govuk-body">{t('coverage.places.websites')}</p>
      <Form {...props} />
    </OfficeFrame>
  )
}
