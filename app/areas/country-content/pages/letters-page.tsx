import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import type { LanguageChoice } from '../../../ui/layout/written-text.tsx'
import { withCommas } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../country-request.ts'
import type { LetterFault } from '../letter-rules.ts'
import { LetterFields, type LettersFrame, letterErrors } from './letter-fields.tsx'

export type LetterState = 'draft' | 'published' | 'changed'

export interface LetterLine {
  readonly id: string
  readonly title: string
  readonly state: LetterState
  /** Names of those in which it stands. */
  readonly languages: readonly string[]
}

export interface LettersPageProps {
  readonly frame: LettersFrame
  readonly letters: readonly LetterLine[]
  /** Made with the page: the form sent twice begins one letter. */
  readonly id: string
  readonly languages: readonly LanguageChoice[]
  readonly fields: FormFields
  readonly faults: readonly LetterFault[]
  readonly done: DoneNotice | undefined
}

export const letterColours = {
  draft: 'govuk-tag--grey',
  published: 'govuk-tag--green',
  changed: 'govuk-tag--yellow',
} as const

function Start({ frame, id, languages, fields, faults }: LettersPageProps) {
  const { of, association } = frame
  const { t } = of.translator
  return (
    <form method="post" action={urls.associationLetters(association)} novalidate>
      <h2 class="govuk-heading-m">{t('letters.start.title')}</h2>
      <input type="hidden" name="id" value={id} />
      <Select
        name="language"
        label={t('standards.start.language')}
        value={fields.get('language')?.[0] ?? languages[0]?.code ?? 'en'}
        items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
      />
      <LetterFields of={of} fields={fields} faults={faults} />
      <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
    </form>
  )
}

/** The model letters of an association. */
export function LettersPage(props: LettersPageProps) {
  const { frame, letters, faults, done } = props
  const { of, association, workplace } = frame
  const { t, tag } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('letters.title')}
      refused={faults.length > 0}
      done={done && t(`content.done.${done}`)}
      first={
        faults.length > 0 && (
          <ErrorSummary title={t('checklist.office.form.errors')} errors={letterErrors(of, faults)} />
        )
      }
    >
      <p class="govuk-body">{t('letters.about')}</p>
      {letters.length === 0 ? (
        <p class="govuk-body">{t('letters.none')}</p>
      ) : (
        <SummaryList
          rows={letters.map(({ id, title, state, languages }) => ({
            key: <bdi>{title}</bdi>,
            value: (
              <>
                <Tag classes={letterColours[state]}>{t(`standards.state.${state}`)}</Tag>
                <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">{withCommas(tag, languages)}</p>
              </>
            ),
            actions: [
              {
                href: urls.associationLetter(association, id),
                text: t('standards.list.open'),
                visuallyHiddenText: title,
              },
            ],
          }))}
        />
      )}
      <Start {...props} />
    </OfficeFrame>
  )
}
