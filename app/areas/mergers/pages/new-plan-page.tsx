import { Button } from '../../../ui/components/button/button.tsx'
import { FileUpload } from '../../../ui/components/file-upload/file-upload.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import { type PlanFault, type PlanFrame, type PlanNotice, PlanPage } from './plan-frame.tsx'

export interface NewPlanPageProps {
  readonly frame: PlanFrame
  /** ISO date, as it was typed. */
  readonly validFrom: string
  /** Which field is at fault. */
  readonly fault: (PlanFault & { readonly field: 'list' | 'movements' | 'validFrom' }) | undefined
  /** Lines of the list that cannot be read: numbers and columns. */
  readonly lines: readonly string[]
  readonly done: PlanNotice | undefined
}

/** A new official list is handed in: nothing happens but a comparison. */
export function NewPlanPage({ frame, validFrom, fault, lines, done }: NewPlanPageProps) {
  const { t } = frame.of.translator
  const errorAt = (field: 'list' | 'movements' | 'validFrom') =>
    fault?.field === field ? { prefix: t('checklist.office.form.error'), text: fault.text } : undefined
  return (
    <PlanPage
      frame={frame}
      title={t('mergers.new.title')}
      back={{ href: urls.office(), text: t('office.frame.work') }}
      faults={fault ? [fault] : []}
      done={done}
    >
      <p class="govuk-body">{t('mergers.new.about')}</p>
      <p class="govuk-body">{t('mergers.new.nothing')}</p>
      {lines.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      <form method="post" action={urls.officePlanAct(frame.country, 'new')} enctype="multipart/form-data" novalidate>
        <FileUpload
          accept=".csv,text/csv"
          name="list"
          label={t('mergers.new.list')}
          hint={t('mergers.new.list.hint')}
          error={errorAt('list')}
        />
        <FileUpload
          accept=".csv,text/csv"
          name="movements"
          label={t('mergers.new.movements')}
          hint={t('mergers.new.movements.hint')}
          error={errorAt('movements')}
        />
        <TextInput
          name="validFrom"
          label={t('mergers.new.validFrom')}
          hint={t('mergers.new.validFrom.hint')}
          classes="govuk-input--width-10"
          value={validFrom}
          dir="ltr"
          error={errorAt('validFrom')}
        />
        <Button preventDoubleClick>{t('mergers.new.submit')}</Button>
      </form>
    </PlanPage>
  )
}
