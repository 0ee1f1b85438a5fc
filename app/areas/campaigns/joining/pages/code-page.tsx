import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'

export interface CodePageProps {
  readonly of: OfficeFor
  readonly typed: string
  readonly refused: boolean
}

/** Where whoever got a printed letter of their association types its code. */
export function CodePage({ of, typed, refused }: CodePageProps) {
  const { t, language } = of.translator
  const wrong = t('campaigns.code.wrong')
  return (
    <OfficeFrame
      of={of}
      title={t('campaigns.code.title')}
      refused={refused}
      first={
        refused && <ErrorSummary title={t('checklist.office.form.errors')} errors={[{ text: wrong, href: '#code' }]} />
      }
    >
      <InsetText>
        <p class="govuk-body">
          <strong>{t('campaigns.invited.notHere')}</strong>
        </p>
        <p class="govuk-body govuk-!-margin-bottom-0">
          <a class="govuk-link" href={urls.home(language)}>
            {t('people.join.help')}
          </a>
        </p>
      </InsetText>
      <form method="post" action={urls.invitationCode()} novalidate>
        <TextInput
          name="code"
          label={t('campaigns.code.label')}
          hint={t('campaigns.code.hint')}
          dir="ltr"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          classes="govuk-input--width-20"
          value={typed}
          error={refused ? { prefix: t('checklist.office.form.error'), text: wrong } : undefined}
        />
        <Button preventDoubleClick>{t('campaigns.code.submit')}</Button>
      </form>
    </OfficeFrame>
  )
}
