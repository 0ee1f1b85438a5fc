import type { OfficeFor } from '../../../platform/http/env.ts'
import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'

export type KeptFormPageProps = {
  of: OfficeFor
  /** Why it could not be taken. */
  missing: 'signed-out' | 'half-proven' | 'long-ago'
  /** Where the person shows what is missing. */
  showAt: string
  /** Where the form was sent. */
  action: string
  /** Everything that was sent, the button that was pressed included. */
  fields: FormFields
}

const inAnotherTab = { target: '_blank', rel: 'noopener' } as const

/** In place of an answer to a form whose sender has first to show who they are: holds what was typed until then. */
export function KeptFormPage({ of, missing, showAt, action, fields }: KeptFormPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t(`accounts.kept.${missing}.title`)}>
      <p class="govuk-body">{t(`accounts.kept.${missing}.why`)}</p>
      <ol class="govuk-list govuk-list--number">
        <li>
          <p class="govuk-body">{t('accounts.kept.first')}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={showAt} {...inAnotherTab}>
              {t(`accounts.kept.${missing}.show`)}
            </a>
          </p>
        </li>
        <li>
          <p class="govuk-body">{t('accounts.kept.second')}</p>
          <form method="post" action={action}>
            {[...fields].flatMap(([name, values]) =>
              values.map((value) => <input type="hidden" name={name} value={value} />),
            )}
            <Button preventDoubleClick>{t('accounts.kept.save')}</Button>
          </form>
        </li>
      </ol>
    </OfficeFrame>
  )
}
