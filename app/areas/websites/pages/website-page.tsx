import type { OfficeFor } from '../../../platform/http/env.ts'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { CodeSection, type CodeSectionProps } from './code-section.tsx'
import { LookSection, type LookSectionProps } from './look-section.tsx'

/** What was just done. */
export const lookOutcomes = ['looked', 'before'] as const
export type LookOutcome = (typeof lookOutcomes)[number]

export interface WebsitePageProps extends CodeSectionProps, LookSectionProps {
  readonly workplace: OfficeFrameProps['workplace']
  readonly hosts: readonly string[]
  readonly outcome: LookOutcome | undefined
}

function Domains({ of: { translator }, hosts }: { readonly of: OfficeFor; readonly hosts: readonly string[] }) {
  const { t } = translator
  return (
    <section aria-labelledby="domains">
      <h2 class="govuk-heading-m" id="domains">
        {t('websites.domains.title')}
      </h2>
      {hosts.length === 0 ? (
        <InsetText>{t('websites.domains.none')}</InsetText>
      ) : (
        <>
          <p class="govuk-body">{t('websites.domains.about')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {hosts.map((host) => (
              <li>
                <bdi>{host}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">{t('websites.domains.missing')}</p>
    </section>
  )
}

/** How the help page gets into the town's own website, and whether it stands there as it should. */
export function WebsitePage(props: WebsitePageProps) {
  const { of, workplace, hosts, outcome, refused } = props
  const { t } = of.translator
  // Whoever has pasted the code comes back to see whether it works.
  const looksFirst = props.look !== undefined || refused
  const errors = [{ text: t('websites.try.fault'), href: '#address' }]
  return (
    <OfficeFrame
      of={of}
      title={t('websites.title')}
      workplace={workplace}
      refused={refused}
      first={refused && <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />}
      done={outcome && t(`websites.done.${outcome}`)}
    >
      <p class="govuk-body">{t('websites.about')}</p>
      {looksFirst && <LookSection {...props} />}
      <CodeSection {...props} />
      {!looksFirst && <LookSection {...props} />}
      <Domains of={of} hosts={hosts} />
    </OfficeFrame>
  )
}
