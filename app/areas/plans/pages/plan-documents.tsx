import { Button } from '../../../ui/components/button/button.tsx'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { PlanFrame } from './plan-frame.tsx'

export interface PlanDocumentsProps {
  readonly frame: PlanFrame
  readonly plan: string
  /** Of the draft and of every version. */
  readonly documents: readonly { readonly sha256: string; readonly title: string; readonly words: string }[]
}

/** What must not be seen goes from all versions, not from the next one alone. */
export function PlanDocuments({ frame, plan, documents }: PlanDocumentsProps) {
  const { t } = frame.of.translator
  if (documents.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('plans.evidence.redactTitle')}</h2>
      <p class="govuk-body">{t('plans.evidence.redactAbout')}</p>
      {documents.map(({ sha256, title, words }) => (
        <form method="post" action={urls.townPlanDocument(frame.town, plan, sha256, 'redact')}>
          <p class="govuk-body">
            <a class="govuk-link" href={urls.townPlanDocument(frame.town, plan, sha256)}>
              <bdi>{title || t('plans.evidence.add')}</bdi>
            </a>{' '}
            <bdi>{words}</bdi>
          </p>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('plans.evidence.redact', { title: apart(title || words) })}
          </Button>
        </form>
      ))}
    </>
  )
}
