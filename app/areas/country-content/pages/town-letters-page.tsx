import type { OfficeFor } from '../../../platform/http/env.ts'
import type { FilledLetter, LetterFormat } from '../../../platform/letters/letter-files.ts'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { LetterText } from '../../../ui/components/letter-text/letter-text.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'

export interface TownLettersFrame {
  readonly of: OfficeFor
  readonly town: { readonly country: string; readonly slug: string }
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

export interface TownLettersPageProps {
  readonly frame: TownLettersFrame
  readonly letters: readonly {
    readonly title: string
    /** Whose letter it is. */
    readonly by: string | undefined
    readonly languages: readonly { readonly tag: string; readonly autonym: string; readonly href: string }[]
  }[]
}

/** The letters that a town may send. */
export function TownLettersPage({ frame: { of, workplace }, letters }: TownLettersPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} workplace={workplace} title={t('letters.town.title')}>
      <p class="govuk-body">{t('letters.town.about')}</p>
      {letters.length === 0 ? (
        <p class="govuk-body">{t('letters.town.none')}</p>
      ) : (
        <SummaryList
          rows={letters.map(({ title, by, languages }) => ({
            key: <bdi>{title}</bdi>,
            value: (
              <>
                <ul class="govuk-list govuk-!-margin-bottom-1">
                  {languages.map(({ tag, autonym, href }) => (
                    <li>
                      <a class="govuk-link" href={href} lang={tag}>
                        <bdi>{autonym}</bdi>
                      </a>
                    </li>
                  ))}
                </ul>
                {by && (
                  <p class="govuk-body-s govuk-!-margin-bottom-0">
                    <bdi>{by}</bdi>
                  </p>
                )}
              </>
            ),
          }))}
        />
      )}
    </OfficeFrame>
  )
}

export interface TownLetterPageProps {
  readonly frame: TownLettersFrame
  readonly letter: Omit<FilledLetter, 'body'> & { readonly paragraphs: readonly (readonly string[])[] }
  /** No person has checked the words yet. */
  readonly machine: boolean
  /** Somebody has written down how the office stands above its letters. */
  readonly namesOffice: boolean
  readonly files: readonly { readonly format: LetterFormat; readonly href: string }[]
}

/** One of them, filled in. */
export function TownLetterPage({ frame, letter, machine, namesOffice, files }: TownLetterPageProps) {
  const { of, town, workplace } = frame
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('letters.town.one')}
      back={{ href: urls.officeModelLetters(town), text: t('letters.town.back') }}
    >
      {machine && <InsetText>{t('letters.town.machine')}</InsetText>}
      {!namesOffice && <p class="govuk-body">{t('letters.town.office')}</p>}
      <ul class="govuk-list">
        {files.map(({ format, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {t(`letters.town.file.${format}`)}
            </a>
          </li>
        ))}
      </ul>
      <LetterText {...letter} />
    </OfficeFrame>
  )
}
