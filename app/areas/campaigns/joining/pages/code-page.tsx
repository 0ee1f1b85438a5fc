import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../../ui/components/error-summary/error-summary.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { NotHere } from '../../../../ui/layout/not-here.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'

export interface CodePageProps {
  readonly of: OfficeFor
  readonly typed: string
  readonly refused: boolean
}

/** Where whoever got a printed letter of their association types its code. */
export function CodePage({ of, typed, refused }: CodePageProps) {
  const { t } = of.translator
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
      <NotHere of={of} text={t('campaigns.invited.notHere')} />
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
