import { Button } from '../../../../ui/components/button/button.tsx'
import type { Choice } from '../../../../ui/components/choices/choices.tsx'
import { Details } from '../../../../ui/components/details/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../../urls.ts'
import { answerStatuses } from '../../schema.ts'
import { notedStatuses, noteField } from '../forms/answer-form.ts'
import { typed } from '../forms/form.ts'
import { BeganFields, OthersWords, type WordsView } from './answer-words.tsx'
import { DateField, FormErrors, type FormView, RadioField, TextareaField } from './fields.tsx'
import type { LanguageChoice } from './introduction-page.tsx'
import { MergeChoices, MergeNotice, type MergeView } from './merge-notice.tsx'
import { type Frame, OfficeForm, OfficePage } from './office-page.tsx'

/** What a kind of service means. */
export interface KindView {
  readonly id: string
  readonly name: string
  /** One of the 20 that a small town should have, too. */
  readonly core: boolean
  /** A duty of the town rather than help to call. */
  readonly duty: boolean
  /** In words. */
  readonly forWhom: string
  readonly ages: string | undefined
  readonly reviewEveryMonths: number
  /** Articles of the Convention by number, with their titles (official, in English). */
  readonly articles: readonly { readonly number: number; readonly title: string; readonly href: string }[]
}

export interface AnswerPageProps {
  readonly frame: Frame
  readonly view: FormView
  readonly revision: number | string
  readonly merge?: MergeView | undefined
  readonly kind: KindView
  /** What others have written for a duty; undefined for help to call. */
  readonly words: WordsView | undefined
  /** Whose suggestion the answer was, in words. */
  readonly suggestedBy: string | undefined
  /** In which notes are written, the town's own first. */
  readonly languages: readonly LanguageChoice[]
  /** Those that a note can be written in, too. */
  readonly allLanguages: readonly LanguageChoice[]
  readonly services: readonly { readonly id: string; readonly name: string; readonly facts: readonly string[] }[]
}

function Meaning({ frame, kind }: Pick<AnswerPageProps, 'frame' | 'kind'>) {
  const { t } = frame.translator
  return (
    <>
      <p class="govuk-body">
        {t(kind.core ? 'checklist.office.answer.core' : 'checklist.office.answer.notCore')}
        {kind.duty && ` ${t('checklist.office.answer.duty')}`}
      </p>
      <p class="govuk-body">{t('checklist.office.answer.forWhom', { people: kind.forWhom })}</p>
      <Details summary={t('checklist.office.answer.why')}>
        {kind.ages && <p class="govuk-body">{t('checklist.office.answer.ages', { ages: kind.ages })}</p>}
        <p class="govuk-body">{t('checklist.office.answer.articles')}</p>
        <ul class="govuk-list govuk-list--bullet">
          {kind.articles.map(({ number, title, href }) => (
            <li>
              <a class="govuk-link" href={href}>
                {t('checklist.office.answer.article', { number })} <span lang="en">{title}</span>
              </a>
            </li>
          ))}
        </ul>
        <p class="govuk-body">{t('checklist.office.answer.review', { months: kind.reviewEveryMonths })}</p>
      </Details>
    </>
  )
}

type NoteStatus = ReturnType<typeof notedStatuses>[number]

function NoteFields({
  view,
  status,
  languages,
}: {
  view: FormView
  status: NoteStatus
  languages: readonly LanguageChoice[]
}) {
  const { t } = view.translator
  return (
    <>
      {languages.map(({ code, tag, autonym }, index) => (
        <TextareaField
          view={view}
          name={noteField(status, code)}
          label={
            <>
              {t(`checklist.office.answer.note.${status}`)} (<span lang={tag}>{autonym}</span>)
            </>
          }
          {...(index === 0 ? { hint: t(`checklist.office.answer.noteHint.${status}`) } : {})}
          rows={3}
          lang={tag}
        />
      ))}
    </>
  )
}

function StatusField({ view, languages, kind }: Pick<AnswerPageProps, 'view' | 'languages' | 'kind'>) {
  const { t } = view.translator
  const items = answerStatuses.map((status): Choice => {
    const noted = notedStatuses(kind.duty).find((one) => one === status)
    const planned = (
      <DateField
        view={view}
        name="planned"
        legend={t('checklist.office.answer.plannedFor')}
        hint={t('checklist.office.form.dateHint')}
      />
    )
    return {
      value: status,
      text: t(`answer.${status}`),
      hint: t(`checklist.office.answer.hint.${kind.duty && status === 'available' ? 'duty' : status}`),
      ...(noted ? { conditional: <NoteFields view={view} status={noted} languages={languages} /> } : {}),
      ...(status === 'planned' ? { conditional: planned } : {}),
    }
  })
  return (
    <RadioField
      view={view}
      name="status"
      legend={t('checklist.office.answer.question')}
      legendClasses="govuk-fieldset__legend--m"
      items={items}
    />
  )
}

/** Another language for the notes: its fields stand on the page that comes after saving. */
function AddLanguage({ frame, view, languages, allLanguages }: AnswerPageProps) {
  const { t } = frame.translator
  const present = new Set(languages.map(({ code }) => code))
  const others = allLanguages.filter(({ code }) => !present.has(code))
  return (
    <Select
      name="also"
      label={t('checklist.office.answer.also')}
      value={typed(view.fields, 'also')}
      hint={t('checklist.office.answer.alsoHint')}
      items={[
        { value: '', text: t('checklist.office.answer.noLanguage') },
        ...others.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag })),
      ]}
    />
  )
}

function Services({ frame, kind, services }: Pick<AnswerPageProps, 'frame' | 'kind' | 'services'>) {
  const { t } = frame.translator
  return (
    <section aria-labelledby="services">
      <h2 class="govuk-heading-m" id="services">
        {t('checklist.office.answer.services')}
      </h2>
      {services.length === 0 ? (
        <p class="govuk-body">{t('checklist.office.answer.noServices')}</p>
      ) : (
        <SummaryList
          rows={services.map(({ id, name, facts }) => ({
            key: <bdi>{name}</bdi>,
            value: facts.map((fact) => <p class="govuk-body-s govuk-!-margin-bottom-1">{fact}</p>),
            actions: [
              {
                href: urls.officeService(frame.town, id),
                text: t('checklist.office.answer.edit'),
                visuallyHiddenText: name,
              },
            ],
          }))}
        />
      )}
      {!frame.of.support && (
        <Button href={urls.officeNewService(frame.town, kind.id)} classes="govuk-button--secondary">
          {t('checklist.office.answer.addService')}
        </Button>
      )}
    </section>
  )
}

/** One kind: what it means, what the town says about it, and its services. */
export function AnswerPage(props: AnswerPageProps) {
  const { frame, view, revision, merge, kind, words, suggestedBy } = props
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={kind.name}
      section="checklist"
      refused={view.faults.length > 0 || merge?.told !== undefined}
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
      first={
        <>
          <FormErrors view={view} />
          <MergeNotice translator={frame.translator} merge={merge} />
        </>
      }
    >
      <Meaning frame={frame} kind={kind} />
      {suggestedBy && <InsetText>{suggestedBy}</InsetText>}
      {words && <OthersWords frame={frame} kind={kind.id} words={words} />}
      <OfficeForm
        of={frame.of}
        revision={revision}
        submit={t(merge ? 'checklist.office.conflict.save' : 'checklist.office.answer.save')}
      >
        <MergeChoices view={view} merge={merge} />
        <StatusField {...props} />
        {words && <BeganFields frame={frame} words={words} />}
        <AddLanguage {...props} />
      </OfficeForm>
      <Services {...props} />
    </OfficePage>
  )
}
