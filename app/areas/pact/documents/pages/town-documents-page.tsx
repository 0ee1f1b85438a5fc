import type { OfficeFor } from '../../../../platform/http/env.ts'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'
import type { DocumentKind } from '../document-rules.ts'

export interface TownDocumentsFrame {
  readonly of: OfficeFor
  readonly town: { readonly country: string; readonly slug: string }
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

export interface TownDocumentsPageProps {
  readonly frame: TownDocumentsFrame
  readonly kinds: readonly {
    readonly kind: DocumentKind
    readonly documents: readonly {
      readonly code: string
      readonly tag: string
      readonly autonym: string
      readonly href: string
      /** The association whose words they are; undefined: shipped. */
      readonly by: string | undefined
    }[]
  }[]
  /** There is a text that a council could accept. */
  readonly hasText: boolean
}

/** The documents by which the council of a town decides about the Pact. */
export function TownDocumentsPage({ frame: { of, workplace }, kinds, hasText }: TownDocumentsPageProps) {
  const { t, language } = of.translator
  return (
    <OfficeFrame of={of} workplace={workplace} title={t('pact.documents.title')}>
      <p class="govuk-body">
        {t('pact.documents.about')}{' '}
        <a class="govuk-link" href={urls.pact(language)}>
          {t('pact.title')}
        </a>
      </p>
      {!hasText && <InsetText>{t('pact.documents.noText')}</InsetText>}
      {hasText &&
        kinds.map(({ kind, documents }) => (
          <section aria-labelledby={kind}>
            <h2 class="govuk-heading-m" id={kind}>
              {t(`pact.documents.kind.${kind}`)}
            </h2>
            <SummaryList
              rows={documents.map(({ tag, autonym, href, by }) => ({
                key: <bdi lang={tag}>{autonym}</bdi>,
                value: by === undefined ? t('pact.documents.shipped') : <bdi>{by}</bdi>,
                actions: [
                  {
                    href,
                    text: t('pact.documents.read'),
                    visuallyHiddenText: `${t(`pact.documents.kind.${kind}`)}, ${autonym}`,
                  },
                ],
              }))}
            />
          </section>
        ))}
    </OfficeFrame>
  )
}
