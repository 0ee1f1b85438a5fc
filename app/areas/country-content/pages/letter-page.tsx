import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { NotificationBanner } from '../../../ui/components/notification-banner/notification-banner.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../country-request.ts'
import type { LetterFault } from '../letter-rules.ts'
import { LetterFields, type LettersFrame, letterErrors } from './letter-fields.tsx'
import { type LetterState, letterColours } from './letters-page.tsx'
import type { LanguageChoice } from './note-page.tsx'

export interface LetterPageProps {
  readonly frame: LettersFrame
  readonly id: string
  readonly title: string
  readonly state: LetterState
  readonly revision: number
  /** In which it is written, and that of the form. */
  readonly source: LanguageChoice
  readonly language: LanguageChoice
  readonly languages: readonly LanguageChoice[]
  /** What is to be translated; undefined on the form of the language it is written in. */
  readonly original: { readonly title: string | undefined; readonly body: string | undefined } | undefined
  readonly outdated: boolean
  /** Where somebody else was first: what they wrote. */
  readonly theirs: readonly string[]
  readonly fields: FormFields
  readonly faults: readonly LetterFault[]
  /** Why it was not published, or not saved. */
  readonly told: 'changed' | undefined
  readonly done: DoneNotice | undefined
}

function Words({ frame, id, revision, source, language, fields, faults, ...props }: LetterPageProps) {
  const { of, association } = frame
  const { t } = of.translator
  const { original, outdated, theirs } = props
  return (
    <form method="post" action={urls.associationLetter(association, id)} novalidate>
      <h2 class="govuk-heading-m">
        {t('standards.text.words')} <bdi lang={language.tag}>{language.autonym}</bdi>
      </h2>
      <input type="hidden" name="revision" value={`${revision}`} />
      <input type="hidden" name="into" value={language.code} />
      {original && (
        <blockquote class="govuk-inset-text" lang={source.tag} dir="auto">
          <strong>{original.title}</strong>
          {original.body?.split('\n').map((line) => (
            <p class="govuk-body">{line}</p>
          ))}
        </blockquote>
      )}
      {outdated && (
        <p class="govuk-body">
          <strong>{t('checklist.office.languages.outdated')}</strong>
        </p>
      )}
      {theirs.map((said) => (
        <InsetText>
          {t('standards.theirs')} <bdi lang={language.tag}>{said}</bdi>
        </InsetText>
      ))}
      <LetterFields of={of} fields={fields} faults={faults} lang={language.tag} />
      {source.code !== language.code && (
        <Checkboxes
          name="machine"
          values={fields.get('machine') ?? []}
          items={[{ value: 'yes', text: t('checklist.office.languages.machine') }]}
          classes="govuk-checkboxes--small"
        />
      )}
      <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
    </form>
  )
}

function Publish({ frame, id, state, revision }: LetterPageProps) {
  const { of, association } = frame
  const { t } = of.translator
  return (
    <section aria-labelledby="publish">
      <h2 class="govuk-heading-m" id="publish">
        {t('standards.publish.title')}
      </h2>
      {state === 'published' ? (
        <p class="govuk-body">{t('standards.publish.nothing')}</p>
      ) : (
        <form method="post" action={urls.associationLetterAct(association, id, 'publish')}>
          <p class="govuk-body">{t('letters.publish.about')}</p>
          <input type="hidden" name="revision" value={`${revision}`} />
          <Button preventDoubleClick>{t('letters.publish.submit')}</Button>
        </form>
      )}
      <Details summary={t('letters.withdraw.link')}>
        <form method="post" action={urls.associationLetterAct(association, id, 'withdraw')}>
          <p class="govuk-body">{t('letters.withdraw.about')}</p>
          <Button preventDoubleClick classes="govuk-button--warning">
            {t('letters.withdraw.submit')}
          </Button>
        </form>
      </Details>
    </section>
  )
}

/** A model letter in one of its languages; publishing it. */
export function LetterPage(props: LetterPageProps) {
  const { frame, id, title, state, language, languages, faults, told, done } = props
  const { of, association, workplace } = frame
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={title}
      refused={faults.length > 0 || told !== undefined}
      done={done && t(`content.done.${done}`)}
      back={{ href: urls.associationLetters(association), text: t('letters.back') }}
      first={
        <>
          {faults.length > 0 && (
            <ErrorSummary title={t('checklist.office.form.errors')} errors={letterErrors(of, faults)} />
          )}
          {told && (
            <NotificationBanner
              title={t('checklist.office.conflict.title')}
              role="alert"
              text={t(`standards.told.${told}`)}
            />
          )}
        </>
      }
    >
      <p class="govuk-body">
        <Tag classes={letterColours[state]}>{t(`standards.state.${state}`)}</Tag>
      </p>
      <form method="get" action={urls.associationLetter(association, id)}>
        <Select
          name="into"
          label={t('standards.text.language')}
          value={language.code}
          items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
        />
        <Button classes="govuk-button--secondary">{t('checklist.office.languages.choose')}</Button>
      </form>
      <Words {...props} />
      <Publish {...props} />
    </OfficeFrame>
  )
}
