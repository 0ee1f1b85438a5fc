/** Having the website looked at, and what was seen. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import type { FindingView, LookView } from '../present-website.ts'

export interface LookSectionProps {
  readonly of: OfficeFor
  readonly town: Parameters<typeof urls.officeTown>[0]
  /** As it was typed, looked at last, or guessed. */
  readonly address: string
  /** What was typed is none. */
  readonly refused: boolean
  readonly look: LookView | undefined
  readonly revision: number
}

const colours = {
  good: 'govuk-tag--green',
  bad: 'govuk-tag--red',
  look: 'govuk-tag--yellow',
  told: 'govuk-tag--grey',
} as const

function Finding({ finding: { tone, toneText, text, details } }: { readonly finding: FindingView }) {
  return (
    <li class="govuk-!-margin-bottom-4">
      <Tag classes={colours[tone]}>{toneText}</Tag> {text}
      {details.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {details.map((detail) => (
            <li class="govuk-!-text-break-word">
              <bdi>{detail}</bdi>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Seen({ of: { translator }, look }: { readonly of: OfficeFor; readonly look: LookView }) {
  const { t } = translator
  return (
    <section aria-labelledby="seen">
      <h2 class="govuk-heading-m" id="seen">
        {t('websites.seen.title')}
      </h2>
      <p class="govuk-body govuk-!-text-break-word">
        {look.when} <bdi>{look.address}</bdi>
      </p>
      <ul class="govuk-list">
        {look.findings.map((one) => (
          <Finding finding={one} />
        ))}
      </ul>
      <p class="govuk-hint">{t('websites.seen.limits')}</p>
    </section>
  )
}

export function LookSection({ of, town, address, refused, look, revision }: LookSectionProps) {
  const { t } = of.translator
  const fault = { prefix: t('checklist.office.form.error'), text: t('websites.try.fault') }
  return (
    <>
      {!of.support && (
        <section aria-labelledby="try">
          <h2 class="govuk-heading-m" id="try">
            {t('websites.try.title')}
          </h2>
          <p class="govuk-body">{t('websites.try.about')}</p>
          <form method="post" action={urls.officeWebsite(town)} novalidate>
            <input type="hidden" name="revision" value={String(revision)} />
            <TextInput
              name="address"
              type="url"
              dir="ltr"
              label={t('websites.try.address')}
              value={address}
              error={refused ? fault : undefined}
              spellcheck={false}
              autocomplete="url"
            />
            <Button preventDoubleClick>{t('websites.try.submit')}</Button>
          </form>
        </section>
      )}
      {look && <Seen of={of} look={look} />}
    </>
  )
}
