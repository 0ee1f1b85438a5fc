import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { LetterText, type LetterTextProps } from '../../../../ui/components/letter-text/letter-text.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'
import type { DocumentKind } from '../document-rules.ts'
import type { TownDocumentsFrame } from './town-documents-page.tsx'

export interface TownDocumentPageProps {
  readonly frame: TownDocumentsFrame
  readonly kind: DocumentKind
  readonly letter: LetterTextProps
  /** No person has checked the words yet. */
  readonly machine: boolean
  /** The text to be accepted is for a demonstration. */
  readonly demonstration: boolean
  /** The text is not approved in the language of the document. */
  readonly otherLanguage: boolean
  /** Of the text to be accepted. */
  readonly textHref: string
  readonly files: readonly { readonly format: 'docx' | 'pdf'; readonly href: string }[]
}

/** One of the documents, filled in. */
export function TownDocumentPage(props: TownDocumentPageProps) {
  const { frame, kind, letter, machine, demonstration, otherLanguage, textHref, files } = props
  const { of, town, workplace } = frame
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t(`pact.documents.kind.${kind}`)}
      back={{ href: urls.townPactDocuments(town), text: t('pact.documents.back') }}
    >
      {machine && <InsetText>{t('letters.town.machine')}</InsetText>}
      {demonstration && <InsetText>{t('pact.demonstration')}</InsetText>}
      <p class="govuk-body">{t('pact.documents.fill')}</p>
      {otherLanguage && <p class="govuk-body">{t('pact.documents.otherLanguage')}</p>}
      <ul class="govuk-list">
        {files.map(({ format, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {t(`letters.town.file.${format}`)}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={textHref}>
            {t('pact.documents.text')}
          </a>
        </li>
      </ul>
      <LetterText {...letter} />
    </OfficeFrame>
  )
}
