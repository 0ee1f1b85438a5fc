import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { LetterText, type LetterTextProps } from '../../../ui/components/letter-text/letter-text.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { type LanguageChoice, LanguageForm, PublishSection, RefusedFirst } from '../../../ui/layout/written-text.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../country-request.ts'
import type { LetterFault } from '../letter-rules.ts'
import { LetterFields, type LettersFrame, letterErrors } from './letter-fields.tsx'
import { type LetterState, letterColours } from './letters-page.tsx'

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
  /** Towns that find it once it is published. */
  readonly members: number
  /** What is kept, with a member's words in it. */
  readonly preview: { readonly letter: LetterTextProps; readonly town: string } | undefined
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

function Preview({ frame, preview }: LetterPageProps) {
  const { t } = frame.of.translator
  if (!preview) return null
  return (
    <section aria-labelledby="preview">
      <h2 class="govuk-heading-m" id="preview">
        {t('letters.preview.title')}
      </h2>
      <p class="govuk-body">{t('letters.preview.about', { town: preview.town })}</p>
      <LetterText {...preview.letter} />
    </section>
  )
}

function Publish({ frame, id, state, revision, members }: LetterPageProps) {
  const { of, association } = frame
  const { t } = of.translator
  return (
    <PublishSection
      translator={of.translator}
      published={state === 'published'}
      action={urls.associationLetterAct(association, id, 'publish')}
      revision={revision}
      about={
        <p class="govuk-body">
          {t('letters.publish.about', { members })}{' '}
          {members > 0 && (
            <a class="govuk-link" href={urls.associationMembers(association)}>
              {t('letters.publish.members')}
            </a>
          )}
        </p>
      }
      submit={t('letters.publish.submit')}
      withdraw={
        <Details summary={t('letters.withdraw.link')}>
          <form method="post" action={urls.associationLetterAct(association, id, 'withdraw')}>
            <p class="govuk-body">{t('letters.withdraw.about')}</p>
            <Button preventDoubleClick classes="govuk-button--warning">
              {t('letters.withdraw.submit')}
            </Button>
          </form>
        </Details>
      }
    />
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
      done={done && t(done === 'published' ? 'content.done.publishedForTowns' : `content.done.${done}`)}
      back={{ href: urls.associationLetters(association), text: t('letters.back') }}
      first={<RefusedFirst translator={of.translator} errors={letterErrors(of, faults)} told={told} />}
    >
      <p class="govuk-body">
        <Tag classes={letterColours[state]}>{t(`standards.state.${state}`)}</Tag>
      </p>
      <LanguageForm
        translator={of.translator}
        action={urls.associationLetter(association, id)}
        language={language}
        languages={languages}
      />
      <Words {...props} />
      <Preview {...props} />
      <Publish {...props} />
    </OfficeFrame>
  )
}
