import type { OfficeFor } from '../../../platform/http/env.ts'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import { Bullets } from './bullets.tsx'

export interface SilentView {
  readonly name: string
  /** Undefined where all are of one town. */
  readonly town: string | undefined
  /** Where one sees more of it. */
  readonly href: string
  /** Who works in the town; undefined: whoever reads does. */
  readonly people: string | undefined
  /** What was done to ask, with its days in words. */
  readonly lines: readonly string[]
}

export interface SilentPageProps {
  readonly of: OfficeFor
  readonly whose: 'office' | 'association' | 'secretariat'
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
  readonly back: NonNullable<OfficeFrameProps['back']>
  readonly total: number
  /** Who waits longest comes first. */
  readonly lines: readonly SilentView[]
  readonly pages: PagesView
  href(page: number): string
}

function Line({ of: { translator }, line }: { readonly of: OfficeFor; readonly line: SilentView }) {
  const { t } = translator
  const { name, town, href, people, lines } = line
  return (
    <li class="office-line">
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={href}>
          <bdi>{name}</bdi>
        </a>
      </h2>
      {town && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <bdi>{town}</bdi>
          {people && (
            <>
              {' · '}
              <a class="govuk-link" href={people}>
                {t('confirm.silent.people')}
                <span class="govuk-visually-hidden"> ({town})</span>
              </a>
            </>
          )}
        </p>
      )}
      <Bullets lines={lines} />
    </li>
  )
}

/** Providers who have not answered, each once, with what was done to reach them. */
export function SilentPage({ of, whose, workplace, back, total, lines, pages, href }: SilentPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('confirm.silent.title')} workplace={workplace} back={back}>
      <p class="govuk-body">{t(`confirm.silent.about.${whose}`)}</p>
      {total === 0 ? (
        <InsetText>{t('confirm.silent.none')}</InsetText>
      ) : (
        <>
          <p class="govuk-body">{t('confirm.silent.total', { count: total })}</p>
          <ul class="govuk-list">
            {lines.map((line) => (
              <Line of={of} line={line} />
            ))}
          </ul>
        </>
      )}
      <PageLinks translator={of.translator} pages={pages} href={href} />
    </OfficeFrame>
  )
}
