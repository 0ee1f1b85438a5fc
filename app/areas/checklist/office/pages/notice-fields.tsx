import { Fieldset } from '../../../../ui/components/fieldset/fieldset.tsx'
import { DateField, type FormView, TextareaField, TickField } from './fields.tsx'
import type { PartView } from './part-view.ts'

export function NoticeFields({ view, about }: { view: FormView; about: PartView }) {
  const { t } = view.translator
  return (
    <>
      <Fieldset legend={t('checklist.office.notice.alert')} legendClasses="govuk-fieldset__legend--m">
        <TextareaField
          view={view}
          name="alertText"
          label={t('checklist.office.notice.alertText')}
          hint={t('checklist.office.notice.alertHint')}
          lang={about.writtenIn.tag}
          rows={2}
        />
        <DateField
          view={view}
          name="alertFrom"
          legend={t('checklist.office.notice.alertFrom')}
          hint={t('checklist.office.notice.alertFromHint')}
        />
        <DateField
          view={view}
          name="alertUntil"
          legend={t('checklist.office.notice.alertUntil')}
          hint={t('checklist.office.notice.alertUntilHint')}
        />
      </Fieldset>
      <Fieldset legend={t('checklist.office.notice.closure')} legendClasses="govuk-fieldset__legend--m">
        <TickField view={view} name="closed" label={t('checklist.office.notice.closed')} />
        <DateField
          view={view}
          name="closureFrom"
          legend={t('checklist.office.notice.closureFrom')}
          hint={t('checklist.office.form.dateHint')}
        />
        <DateField
          view={view}
          name="closureTo"
          legend={t('checklist.office.notice.closureTo')}
          hint={t('checklist.office.notice.untilHint')}
        />
        <DateField
          view={view}
          name="closureLookAgain"
          legend={t('checklist.office.notice.closureLookAgain')}
          hint={t('checklist.office.notice.closureLookAgainHint')}
        />
        <TextareaField
          view={view}
          name="closureText"
          label={t('checklist.office.notice.closureText')}
          hint={t('checklist.office.notice.closureHint')}
          lang={about.writtenIn.tag}
          rows={2}
        />
      </Fieldset>
    </>
  )
}
