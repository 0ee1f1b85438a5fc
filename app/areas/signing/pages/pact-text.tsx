/** The text that is accepted, whole. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'

export interface PactTextView {
  readonly value: string
  readonly version: string
  readonly languageName: string
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  readonly body: string
  readonly demonstration: boolean
}

export function PactText({ translator: { t }, text }: { translator: Translator; text: PactTextView }) {
  return (
    <>
      {text.demonstration && <InsetText>{t('signing.text.demonstration')}</InsetText>}
      <section class="govuk-inset-text" lang={text.tag} dir={text.dir} aria-labelledby="pact-text">
        <h2 class="govuk-heading-m" id="pact-text">
          {text.title}
        </h2>
        {text.body
          .split(/\n{2,}/)
          .map((part) =>
            part.startsWith('# ') ? (
              <h3 class="govuk-heading-s">{part.slice(2)}</h3>
            ) : (
              <p class="govuk-body office-said">{part}</p>
            ),
          )}
      </section>
    </>
  )
}
