import { Details } from '../../../../ui/components/details/details.tsx'
import { Fieldset } from '../../../../ui/components/fieldset/fieldset.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { schoolHolidayRules } from '../../schema.ts'
import { rowCount, typed } from '../forms/form.ts'
import { appointmentChoices, holidayChoices, weekdays } from '../forms/hours-form.ts'
import { weekdayName } from '../wording.ts'
import { DayField, type FormView, RadioField, TextareaField, TextField, TickField, withNotSaid } from './fields.tsx'
import type { PartView } from './part-view.ts'

/** Empty rows below the filled ones. */
const freshRows = 2

function WeekFields({ view }: { view: FormView }) {
  const { t } = view.translator
  return (
    <>
      <RadioField
        view={view}
        name="when"
        legend={t('checklist.office.hours.when')}
        items={[
          { value: 'weekly', text: t('checklist.office.hours.weekly') },
          { value: 'always', text: t('service.hours.always'), hint: t('checklist.office.hours.alwaysHint') },
        ]}
      />
      <Fieldset
        legend={t('checklist.office.hours.week')}
        legendClasses="govuk-fieldset__legend--m"
        describedBy="week-hint"
      >
        <p class="govuk-hint" id="week-hint">
          {t('checklist.office.hours.weekHint')}
        </p>
        <DayFields view={view} name="day" />
      </Fieldset>
    </>
  )
}

/** @param name the beginning of the names of the seven fields. */
function DayFields({ view, name }: { view: FormView; name: string }) {
  return (
    <>
      {weekdays.map((day) => (
        <TextField
          view={view}
          name={`${name}-${day}`}
          label={weekdayName(view.translator, day)}
          classes="govuk-input--width-20"
          dir="ltr"
        />
      ))}
    </>
  )
}

const schoolWords = {
  closed: 'service.hours.schoolHolidaysClosed',
  'as-usual': 'service.hours.schoolHolidaysAsUsual',
  other: 'checklist.office.hours.schoolHolidaysOther',
} as const

function SchoolHolidayFields({ view, about: { schoolDates } }: { view: FormView; about: PartView }) {
  const { translator, fields } = view
  const { t } = translator
  const filled = weekdays.some((day) => typed(fields, `school-day-${day}`) !== '')
  return (
    <>
      <RadioField
        view={view}
        name="schoolHolidays"
        legend={t('checklist.office.hours.schoolHolidays')}
        items={withNotSaid(
          translator,
          schoolHolidayRules.map((one) => ({ value: one, text: t(schoolWords[one]) })),
        )}
      />
      <Details
        summary={t('checklist.office.hours.schoolWeek')}
        open={filled || typed(fields, 'schoolHolidays') === 'other'}
      >
        <p class="govuk-body">{t('checklist.office.hours.schoolWeekAbout')}</p>
        <DayFields view={view} name="school-day" />
      </Details>
      <p class="govuk-body">
        {schoolDates.words}{' '}
        <a class="govuk-link" href={schoolDates.href}>
          {t('checklist.office.hours.schoolDates')}
        </a>
      </p>
    </>
  )
}

function FortnightRow({ view, index }: { view: FormView; index: number }) {
  const { t } = view.translator
  return (
    <Fieldset
      legend={t('checklist.office.hours.fortnight', { number: index + 1 })}
      legendClasses="govuk-fieldset__legend--s"
    >
      <DayField
        view={view}
        name={`fortnight-${index}-from`}
        label={t('checklist.office.hours.fortnightFrom')}
        hint={t('checklist.office.hours.fortnightFromHint')}
      />
      <TextField
        view={view}
        name={`fortnight-${index}-hours`}
        label={t('checklist.office.hours.open')}
        classes="govuk-input--width-20"
        dir="ltr"
      />
    </Fieldset>
  )
}

/** Most services need none of them: folded until there is one. */
function FortnightFields({ view }: { view: FormView }) {
  const { t } = view.translator
  const filled = rowCount(view.fields, 'fortnight')
  return (
    <Details summary={t('checklist.office.hours.fortnights')} open={filled > 0}>
      <p class="govuk-body">{t('checklist.office.hours.fortnightsAbout')}</p>
      {Array.from({ length: filled + (view.faults.length > 0 && filled > 0 ? 0 : freshRows) }, (_, index) => (
        <FortnightRow view={view} index={index} />
      ))}
      <p class="govuk-body">{t('checklist.office.form.moreRows')}</p>
    </Details>
  )
}

function ExceptionRow({ view, about, index }: { view: FormView; about: PartView; index: number }) {
  const { t } = view.translator
  const row = `exception-${index}`
  const was = typed(view.fields, `${row}-was`)
  return (
    <Fieldset
      legend={t('checklist.office.hours.exception', { number: index + 1 })}
      legendClasses="govuk-fieldset__legend--s"
    >
      {was && <input type="hidden" name={`${row}-was`} value={was} />}
      <DayField
        view={view}
        name={`${row}-from`}
        label={t('checklist.office.hours.from')}
        hint={t('checklist.office.hours.dateHint')}
      />
      <DayField
        view={view}
        name={`${row}-to`}
        label={t('checklist.office.hours.to')}
        hint={t('checklist.office.hours.toHint')}
      />
      <TextField
        view={view}
        name={`${row}-hours`}
        label={t('checklist.office.hours.open')}
        classes="govuk-input--width-20"
        dir="ltr"
      />
      <TickField view={view} name={`${row}-closed`} label={t('checklist.office.hours.closed')} />
      <TextField
        view={view}
        name={`${row}-note`}
        label={t('checklist.office.hours.exceptionNote')}
        lang={about.writtenIn.tag}
      />
      {was && <TickField view={view} name={`${row}-remove`} label={t('checklist.office.hours.remove')} />}
    </Fieldset>
  )
}

/** Public holidays, appointments, and what to know besides. */
function OtherHoursFields({ view, about }: { view: FormView; about: PartView }) {
  const { translator } = view
  const { t } = translator
  return (
    <>
      <RadioField
        view={view}
        name="publicHolidays"
        legend={t('checklist.office.hours.publicHolidays')}
        items={withNotSaid(
          translator,
          holidayChoices.map((one) => ({
            value: one,
            text: t(one === 'closed' ? 'service.hours.holidaysClosed' : 'service.hours.holidaysAsUsual'),
          })),
        )}
      />
      <SchoolHolidayFields view={view} about={about} />
      <RadioField
        view={view}
        name="appointment"
        legend={t('checklist.office.hours.appointment')}
        items={withNotSaid(
          translator,
          appointmentChoices.map((one) => ({ value: one, text: t(`checklist.office.hours.appointment.${one}`) })),
        )}
      />
      <TextareaField
        view={view}
        name="hoursNote"
        label={t('checklist.office.hours.note')}
        hint={t('checklist.office.hours.noteHint')}
        lang={about.writtenIn.tag}
        rows={2}
      />
      <TextareaField
        view={view}
        name="whenClosed"
        label={t('checklist.office.hours.whenClosed')}
        hint={t('checklist.office.hours.whenClosedHint')}
        lang={about.writtenIn.tag}
        rows={2}
      />
    </>
  )
}

export function HoursFields({ view, about }: { view: FormView; about: PartView }) {
  const { t } = view.translator
  const rows = rowCount(view.fields, 'exception') + (view.faults.length > 0 ? 0 : freshRows)
  return (
    <>
      {about.hoursSaid && (
        <InsetText>
          <strong>{t('checklist.office.said.title')}</strong> {about.hoursSaid}
        </InsetText>
      )}
      <WeekFields view={view} />
      <FortnightFields view={view} />
      <OtherHoursFields view={view} about={about} />
      <h2 class="govuk-heading-m">{t('checklist.office.hours.exceptions')}</h2>
      <p class="govuk-body">{t('checklist.office.hours.exceptionsAbout')}</p>
      {Array.from({ length: Math.max(rows, 1) }, (_, index) => (
        <ExceptionRow view={view} about={about} index={index} />
      ))}
      <p class="govuk-body">{t('checklist.office.form.moreRows')}</p>
    </>
  )
}
