/** The code to paste, and where. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import type { Content } from '../../../ui/content.ts'
import { urls } from '../../../urls.ts'

export interface CodeSectionProps {
  readonly of: OfficeFor
  readonly town: Parameters<typeof urls.officeTown>[0]
  readonly languages: readonly SelectOption[]
  readonly chosen: { readonly lang: string; readonly heading: string }
  readonly headings: readonly string[]
  readonly code: {
    readonly frame: string
    readonly element: string
    readonly fragment: string
    /** A line of PHP that makes this instance known to WordPress. */
    readonly wordpress: string
  }
}

/** One click marks all of it. Always from left to right, and in no language. */
function Code({ children }: { readonly children: string }) {
  return (
    <pre class="app-code" dir="ltr" translate="no">
      <code>{children}</code>
    </pre>
  )
}

function Choice({ of: { translator }, town, languages, chosen, headings }: CodeSectionProps) {
  const { t } = translator
  return (
    <form method="get" action={urls.officeWebsite(town)}>
      <Select name="lang" label={t('websites.code.language')} items={languages} value={chosen.lang} />
      <Select
        name="heading"
        label={t('websites.code.heading')}
        hint={t('websites.code.heading.hint')}
        items={headings.map((text) => ({ text }))}
        value={chosen.heading}
      />
      <Button classes="govuk-button--secondary">{t('websites.code.show')}</Button>
    </form>
  )
}

function System({ name, children }: { readonly name: string; readonly children: Content }) {
  return <Details summary={name}>{children}</Details>
}

/** Names of products are the same in every language. */
function Systems({ of: { translator }, code }: CodeSectionProps) {
  const { t } = translator
  return (
    <section aria-labelledby="systems">
      <h2 class="govuk-heading-m" id="systems">
        {t('websites.systems.title')}
      </h2>
      <System name="WordPress">
        <p>{t('websites.systems.wordpress')}</p>
        <p>{t('websites.systems.wordpress.provider')}</p>
        <Code>{code.wordpress}</Code>
      </System>
      <System name="TYPO3">
        <p>{t('websites.systems.typo3')}</p>
      </System>
      <System name="Drupal">
        <p>{t('websites.systems.drupal')}</p>
      </System>
      <System name="Joomla">
        <p>{t('websites.systems.joomla')}</p>
      </System>
      <System name={t('websites.systems.html')}>
        <p>{t('websites.systems.html.about')}</p>
      </System>
    </section>
  )
}

export function CodeSection(props: CodeSectionProps) {
  const { of, town, chosen, code } = props
  const { t } = of.translator
  return (
    <>
      <section aria-labelledby="code">
        <h2 class="govuk-heading-m" id="code">
          {t('websites.code.title')}
        </h2>
        <Choice {...props} />
        <h3 class="govuk-heading-s">{t('websites.code.frame')}</h3>
        <Code>{code.frame}</Code>
        <p class="govuk-body">{t('websites.code.frame.about')}</p>
        <h3 class="govuk-heading-s">{t('websites.code.element')}</h3>
        <Code>{code.element}</Code>
        <h3 class="govuk-heading-s">{t('websites.code.fragment')}</h3>
        <Code>{code.fragment}</Code>
        <p class="govuk-body">{t('websites.code.fragment.about')}</p>
        <h3 class="govuk-heading-s">{t('websites.code.files')}</h3>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.site(chosen.lang, town)}>
            {t('websites.code.files.link')}
          </a>
        </p>
        <p class="govuk-body">{t('websites.code.files.about')}</p>
      </section>
      <Systems {...props} />
    </>
  )
}
