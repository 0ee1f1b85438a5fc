import type { FormFields } from '../../../../platform/http/form.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../../ui/components/checkboxes/checkboxes.tsx'
import { Textarea } from '../../../../ui/components/textarea/textarea.tsx'
import { WarningText } from '../../../../ui/components/warning-text/warning-text.tsx'
import { errorIn, type ReportFrameProps, ReportPage, type ToldFault } from '../../pages/report-frame.tsx'

export interface WrittenView {
  readonly title: string
  readonly text: string
}

export interface FeedbackPageProps {
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
  readonly title: string
  readonly about: string
  readonly report: { readonly href: string; readonly text: string }
  /** What the other side has written. */
  readonly written: readonly WrittenView[]
  readonly action: string
  readonly revision: number
  /** What is asked, with what stands there. */
  readonly asked: readonly { readonly name: string; readonly label: string; readonly value: string }[]
  readonly agrees: { readonly label: string; readonly ticked: boolean }
  /** What was typed; undefined at first. */
  readonly fields: FormFields | undefined
  readonly faults: readonly ToldFault[]
  /** Somebody else was faster. */
  readonly changed: boolean
  /** Why it was not taken, of whoever may no longer write it. */
  readonly refused?: string | undefined
}

/** The short form of one side, under what the other has written. */
export function FeedbackPage(props: FeedbackPageProps) {
  const { frame, title, about, report, written, action, revision, asked, agrees, fields, faults, changed, refused } =
    props
  const { t } = frame.of.translator
  const conflict = { title: t('checklist.office.conflict.title'), text: t('standards.told.changed') }
  return (
    <ReportPage
      frame={frame}
      title={title}
      faults={faults}
      told={
        changed
          ? conflict
          : refused === undefined
            ? undefined
            : { title: t('progress.feedback.notTaken'), text: refused }
      }
    >
      <p class="govuk-body">{about}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={report.href}>
          {report.text}
        </a>
      </p>
      {written.map((one) => (
        <>
          <h2 class="govuk-heading-s">{one.title}</h2>
          <blockquote class="govuk-inset-text office-said" dir="auto">
            {one.text}
          </blockquote>
        </>
      ))}
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>{t('progress.feedback.nobody')}</WarningText>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="revision" value={`${revision}`} />
        {asked.map(({ name, label, value }) => (
          <Textarea
            name={name}
            label={label}
            labelClasses="govuk-label--s"
            rows={4}
            dir="auto"
            value={fields ? (fields.get(name)?.[0] ?? '') : value}
            error={errorIn(frame, faults, name)}
          />
        ))}
        <Checkboxes
          name="agrees"
          values={(fields ? fields.has('agrees') : agrees.ticked) ? ['yes'] : []}
          items={[{ value: 'yes', text: agrees.label, hint: t('progress.feedback.both') }]}
        />
        <Button preventDoubleClick>{t('progress.feedback.send')}</Button>
      </form>
    </ReportPage>
  )
}

export interface ReviewsPageProps {
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
  readonly reviews: readonly { readonly href: string; readonly town: string; readonly state: string }[]
}

/** What a reviewer is asked to answer. */
export function ReviewsPage({ frame, reviews }: ReviewsPageProps) {
  const { t } = frame.of.translator
  return (
    <ReportPage frame={frame} title={t('progress.reviews.title')}>
      <p class="govuk-body">{t('progress.reviews.about')}</p>
      {reviews.length === 0 && <p class="govuk-body">{t('progress.reviews.none')}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {reviews.map(({ href, town, state }) => (
          <li>
            <a class="govuk-link" href={href}>
              <bdi>{town}</bdi>
            </a>{' '}
            · {state}
          </li>
        ))}
      </ul>
    </ReportPage>
  )
}
