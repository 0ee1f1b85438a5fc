/** What pages share on which an office writes something in several languages and publishes it. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { Button } from '../components/button/button.tsx'
import { ErrorSummary } from '../components/error-summary/error-summary.tsx'
import { NotificationBanner } from '../components/notification-banner/notification-banner.tsx'
import { Select } from '../components/select/select.tsx'
import type { Content } from '../content.ts'

export interface LanguageChoice {
  readonly code: string
  readonly tag: string
  readonly autonym: string
}

/** Another language: a form of its own, by GET, so that nothing typed is in it. */
export function LanguageForm({
  translator: { t },
  action,
  language,
  languages,
}: {
  readonly translator: Translator
  readonly action: string
  /** That the form is in. */
  readonly language: LanguageChoice
  readonly languages: readonly LanguageChoice[]
}) {
  return (
    <form method="get" action={action}>
      <Select
        name="into"
        label={t('standards.text.language')}
        value={language.code}
        items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
      />
      <Button classes="govuk-button--secondary">{t('checklist.office.languages.choose')}</Button>
    </form>
  )
}

/** Above the heading: what is to be put right, or why nothing was saved or published. */
export function RefusedFirst({
  translator: { t },
  errors,
  told,
}: {
  readonly translator: Translator
  readonly errors: readonly { readonly text: string; readonly href: string }[]
  readonly told: 'changed' | 'second-pair' | undefined
}) {
  return (
    <>
      {errors.length > 0 && <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />}
      {told && (
        <NotificationBanner
          title={t('checklist.office.conflict.title')}
          role="alert"
          text={t(`standards.told.${told}`)}
        />
      )}
    </>
  )
}

/** The draft becomes public by a button; below it the way to take it back. */
export function PublishSection({
  translator: { t },
  published,
  action,
  revision,
  about,
  submit,
  withdraw,
}: {
  readonly translator: Translator
  /** Nothing is new. */
  readonly published: boolean
  readonly action: string
  readonly revision: number
  /** What publishing does. */
  readonly about: Content
  readonly submit: string
  readonly withdraw: Content
}) {
  return (
    <section aria-labelledby="publish">
      <h2 class="govuk-heading-m" id="publish">
        {t('standards.publish.title')}
      </h2>
      {published ? (
        <p class="govuk-body">{t('standards.publish.nothing')}</p>
      ) : (
        <form method="post" action={action}>
          {about}
          <input type="hidden" name="revision" value={`${revision}`} />
          <Button preventDoubleClick>{submit}</Button>
        </form>
      )}
      {withdraw}
    </section>
  )
}
