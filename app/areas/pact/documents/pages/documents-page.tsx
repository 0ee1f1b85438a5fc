import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag/tag.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'
import { type DocumentKind, documentKinds } from '../document-rules.ts'

export interface DocumentsFrame {
  readonly of: OfficeFor
  readonly association: { readonly country: string; readonly slug: string }
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

interface Named {
  readonly code: string
  /** BCP 47. */
  readonly tag: string
  readonly autonym: string
}

export interface DocumentsPageProps {
  readonly frame: DocumentsFrame
  readonly kinds: readonly {
    readonly kind: DocumentKind
    /** `own`: towns get the association's words; `none`: nobody has written any. */
    readonly languages: readonly (Named & { readonly state: 'own' | 'shipped' | 'none' })[]
  }[]
  /** All of them. */
  readonly languages: readonly Named[]
}

const colours = { own: 'govuk-tag--green', shipped: 'govuk-tag--blue', none: 'govuk-tag--grey' } as const

function OneMore({ frame, languages }: DocumentsPageProps) {
  const { of, association } = frame
  const { t } = of.translator
  return (
    <form method="get" action={urls.associationPactDocuments(association)}>
      <h2 class="govuk-heading-m">{t('pact.documents.more')}</h2>
      <Select
        name="document"
        label={t('pact.documents.which')}
        items={documentKinds.map((kind) => ({ value: kind, text: t(`pact.documents.kind.${kind}`) }))}
      />
      <Select
        name="language"
        label={t('pact.text.language')}
        items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
      />
      <Button classes="govuk-button--secondary">{t('pact.documents.write')}</Button>
    </form>
  )
}

/** The model documents by kind and language. */
export function DocumentsPage(props: DocumentsPageProps) {
  const { frame, kinds } = props
  const { of, association, workplace } = frame
  const { t } = of.translator
  return (
    <OfficeFrame of={of} workplace={workplace} title={t('pact.documents.title')}>
      <p class="govuk-body">{t('pact.documents.forAssociation')}</p>
      {kinds.map(({ kind, languages }) => (
        <section aria-labelledby={kind}>
          <h2 class="govuk-heading-m" id={kind}>
            {t(`pact.documents.kind.${kind}`)}
          </h2>
          <SummaryList
            rows={languages.map(({ code, tag, autonym, state }) => ({
              key: <bdi lang={tag}>{autonym}</bdi>,
              value: <Tag classes={colours[state]}>{t(`pact.documents.state.${state}`)}</Tag>,
              actions: [
                {
                  href: urls.associationPactDocument(association, kind, code),
                  text: t('pact.documents.write'),
                  visuallyHiddenText: `${t(`pact.documents.kind.${kind}`)}, ${autonym}`,
                },
              ],
            }))}
          />
        </section>
      ))}
      <OneMore {...props} />
    </OfficeFrame>
  )
}
