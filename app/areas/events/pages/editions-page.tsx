import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../urls.ts'
import { themeField } from '../edition-form.ts'
import type { DoneNotice } from '../office/office-request.ts'
import { type EventFrame, EventPageFrame, type FormProps, Line } from './event-frame.tsx'

interface Language {
  readonly code: string
  readonly autonym: string
}

interface EditionFormProps extends FormProps {
  readonly languages: readonly Language[]
}

function Themes(props: EditionFormProps) {
  const { frame, languages } = props
  const { t } = frame.of.translator
  return (
    <>
      {languages.map(({ code, autonym }) => (
        <Line {...props} name={themeField(code)} label={t('events.edition.theme', { language: autonym })} />
      ))}
      <Line {...props} name="source" label={t('events.edition.source')} hint={t('events.edition.sourceHint')} />
    </>
  )
}

export interface EditionsPageProps extends EditionFormProps {
  readonly frame: Omit<EventFrame, 'town'>
  readonly editions: readonly { readonly year: number; readonly theme: string; readonly events: string }[]
  readonly done: DoneNotice | undefined
}

/** The years, and adding one. */
export function EditionsPage(props: EditionsPageProps) {
  const { frame, editions, faults, done } = props
  const { t } = frame.of.translator
  return (
    <EventPageFrame frame={frame} title={t('events.edition.title')} faults={faults} done={done}>
      <p class="govuk-body">{t('events.edition.about')}</p>
      <SummaryList
        rows={editions.map(({ year, theme, events }) => ({
          key: `${year}`,
          value: (
            <>
              {theme === '' ? t('events.edition.noTheme') : <bdi>{theme}</bdi>}
              <br />
              {events}
            </>
          ),
          actions: [{ href: urls.eventEdition(year), text: t('events.edition.change'), visuallyHiddenText: `${year}` }],
        }))}
      />
      <Details summary={t('events.edition.add')} open={faults.length > 0 || editions.length === 0}>
        <form method="post" action={urls.eventEditions()} novalidate>
          <Line {...props} name="year" label={t('events.edition.year')} width="govuk-input--width-4" />
          <Themes {...props} />
          <Button preventDoubleClick>{t('events.form.save')}</Button>
        </form>
      </Details>
    </EventPageFrame>
  )
}

export interface EditionPageProps extends EditionFormProps {
  readonly frame: Omit<EventFrame, 'town'>
  readonly year: number
  readonly revision: number
  readonly changed: boolean
}

/** One year. */
export function EditionPage(props: EditionPageProps) {
  const { frame, year, revision, faults, changed } = props
  const { t } = frame.of.translator
  return (
    <EventPageFrame
      frame={frame}
      title={t('events.edition.one', { year: `${year}` })}
      faults={faults}
      changed={changed}
    >
      <form method="post" action={urls.eventEdition(year)} novalidate>
        <input type="hidden" name="year" value={`${year}`} />
        <input type="hidden" name="revision" value={`${revision}`} />
        <Themes {...props} />
        <Button preventDoubleClick>{t('events.form.save')}</Button>
      </form>
    </EventPageFrame>
  )
}
