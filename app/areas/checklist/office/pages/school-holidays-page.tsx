import { Fieldset } from '../../../../ui/components/fieldset/fieldset.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { urls } from '../../../../urls.ts'
import { rowCount, typed } from '../forms/form.ts'
import { DayField, FormErrors, type FormView, TickField } from './fields.tsx'
import { type Frame, OfficeForm, OfficePage } from './office-page.tsx'

export interface SchoolHolidaysPageProps {
  readonly frame: Frame
  /** Of what is saved. */
  readonly stamp: string
  readonly view: FormView
  /** Others inherit them. */
  readonly isArea: boolean
  /** Of an area, as long as there are none of the town's own. */
  readonly inherited: { readonly by: string; readonly ranges: readonly string[] } | undefined
  /** What a colleague who was faster has saved. */
  readonly now: readonly string[] | undefined
}

const freshRows = 4

function List({ ranges }: { ranges: readonly string[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {ranges.map((range) => (
        <li>{range}</li>
      ))}
    </ul>
  )
}

function Row({ view, index }: { view: FormView; index: number }) {
  const { t } = view.translator
  const row = `holiday-${index}`
  return (
    <Fieldset
      legend={t('checklist.office.school.row', { number: `${index + 1}` })}
      legendClasses="govuk-fieldset__legend--s"
    >
      <DayField
        view={view}
        name={`${row}-from`}
        label={t('checklist.office.hours.from')}
        hint={t('checklist.office.hours.dateHint')}
      />
      <DayField view={view} name={`${row}-to`} label={t('checklist.office.school.lastDay')} />
      {typed(view.fields, `${row}-from`) !== '' && (
        <TickField view={view} name={`${row}-remove`} label={t('checklist.office.school.rowRemove')} />
      )}
    </Fieldset>
  )
}

export function SchoolHolidaysPage({ frame, stamp, view, isArea, inherited, now }: SchoolHolidaysPageProps) {
  const { t } = frame.translator
  const refused = view.faults.length > 0
  const rows = rowCount(view.fields, 'holiday') + (refused ? 0 : freshRows)
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.school.title')}
      section="checklist"
      refused={refused || now !== undefined}
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
      first={
        <>
          <FormErrors view={view} />
          {now && (
            <NotificationBanner
              title={t('checklist.office.conflict.title')}
              role="alert"
              text={t('checklist.office.school.late')}
            />
          )}
        </>
      }
    >
      <p class="govuk-body">{t('checklist.office.school.about')}</p>
      {isArea && <p class="govuk-body">{t('checklist.office.school.area')}</p>}
      {inherited && (
        <InsetText>
          <p class="govuk-body">{t('checklist.office.school.inherited', { name: inherited.by })}</p>
          <List ranges={inherited.ranges} />
          <p class="govuk-body">{t('checklist.office.school.instead')}</p>
        </InsetText>
      )}
      {now && (
        <InsetText>
          <p class="govuk-body">{t('checklist.office.school.now')}</p>
          <List ranges={now} />
        </InsetText>
      )}
      <OfficeForm of={frame.of} revision={stamp} submit={t('checklist.office.form.save')}>
        {Array.from({ length: Math.max(rows, 1) }, (_, index) => (
          <Row view={view} index={index} />
        ))}
        <p class="govuk-body">{t('checklist.office.form.moreRows')}</p>
      </OfficeForm>
    </OfficePage>
  )
}
