import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import type { KnownLine } from '../present-report.ts'
import type { Question } from '../schema.ts'
import { errorIn, KnownWords, type ReportFrameProps, ReportPage, type ToldFault } from './report-frame.tsx'

export interface QuestionView {
  readonly question: Question
  /** As it stands in the report; empty where nothing was said. */
  readonly text: string
  /** The last answer still holds. */
  readonly same: boolean
  /** What the last report said. */
  readonly last: string
  /** What the town has said elsewhere, in the plan for one, and can take over here. */
  readonly known: readonly KnownLine[]
  /** What a colleague has written while this page was open; empty: nothing else. */
  readonly theirs: string
}

export interface QuestionsPageProps {
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
  readonly action: string
  readonly page: number
  readonly pages: number
  readonly questions: readonly QuestionView[]
  readonly revision: number
  /** BCP 47 of the answers. */
  readonly lang: string
  /** The name of that language. */
  readonly written: string
  /** BCP 47 of what is known. */
  readonly knownLang: string
  /** What was typed; undefined at first. */
  readonly fields: FormFields | undefined
  readonly faults: readonly ToldFault[]
  /** Somebody else was faster. */
  readonly changed: boolean
}

function Last({ frame, lang, fields, one }: QuestionsPageProps & { one: QuestionView }) {
  const { t } = frame.of.translator
  const name = `same-${one.question}`
  if (one.last === '') return null
  return (
    <>
      <p class="govuk-body">{t('progress.question.last')}</p>
      <blockquote class="govuk-inset-text office-said" lang={lang} dir="auto">
        {one.last}
      </blockquote>
      <Checkboxes
        name={name}
        values={(fields ? fields.has(name) : one.same) ? ['yes'] : []}
        items={[{ value: 'yes', text: t('progress.question.same') }]}
      />
    </>
  )
}

/** What stands in the answer already is not offered again. */
function Known({ frame, knownLang, fields, one }: QuestionsPageProps & { one: QuestionView }) {
  const { t } = frame.of.translator
  const name = `take-${one.question}`
  if (one.known.length === 0) return null
  return (
    <>
      <InsetText>
        <p class="govuk-body">{t('progress.known.said')}</p>
        <ul class="govuk-list govuk-list--bullet" lang={knownLang}>
          {one.known.map((line) => (
            <li dir="auto">
              <KnownWords line={line} />
            </li>
          ))}
        </ul>
      </InsetText>
      {!one.known.every(({ text }) => one.text.includes(text)) && (
        <Checkboxes
          name={name}
          values={fields?.has(name) ? ['yes'] : []}
          items={[{ value: 'yes', text: t('progress.known.take') }]}
        />
      )}
    </>
  )
}

function QuestionField(props: QuestionsPageProps & { one: QuestionView }) {
  const { frame, lang, fields, faults, one } = props
  const { t } = frame.of.translator
  const name = `answer-${one.question}`
  return (
    <section aria-labelledby={`question-${one.question}`}>
      <h2 class="govuk-heading-m" id={`question-${one.question}`}>
        {t(`progress.question.${one.question}`)}
      </h2>
      <Last {...props} />
      <Known {...props} />
      <Textarea
        name={name}
        label={t(one.last === '' ? 'progress.question.answer' : 'progress.question.new')}
        hint={t(`progress.hint.${one.question}`)}
        rows={4}
        lang={lang}
        dir="auto"
        value={fields ? (fields.get(name)?.[0] ?? '') : one.same ? '' : one.text}
        error={errorIn(frame, faults, name)}
      />
      {one.theirs !== '' && (
        <InsetText>
          {t('standards.theirs')} <bdi lang={lang}>{one.theirs}</bdi>
        </InsetText>
      )}
    </section>
  )
}

/** Some questions, each with what the last report said. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { frame, action, page, pages, questions, revision, faults, changed } = props
  const { t } = frame.of.translator
  return (
    <ReportPage
      frame={frame}
      title={t('progress.questions.title', { page: `${page}`, pages: `${pages}` })}
      faults={faults}
      told={changed ? { title: t('checklist.office.conflict.title'), text: t('standards.told.changed') } : undefined}
    >
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>{t('progress.questions.public')}</WarningText>
      <p class="govuk-body">{t('progress.questions.language', { language: props.written })}</p>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="revision" value={`${revision}`} />
        {questions.map((one) => (
          <QuestionField {...props} one={one} />
        ))}
        <Button preventDoubleClick>{t(page < pages ? 'progress.saveNext' : 'progress.save')}</Button>
      </form>
    </ReportPage>
  )
}
