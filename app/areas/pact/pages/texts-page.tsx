import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import type { NamedLanguage, TextsFrame } from './texts-frame.ts'

/** `own`: the reader wrote the words, somebody else approves them. */
export type TextState = 'approved' | 'waits' | 'own'

export interface TextLine {
  readonly language: NamedLanguage
  readonly state: TextState
  /** When it was approved or written, as a sentence. */
  readonly when: string
  readonly href: string
}

export interface TextsPageProps {
  readonly frame: TextsFrame
  /** The newest first. */
  readonly versions: readonly {
    readonly version: string
    readonly demonstration: boolean
    readonly texts: readonly TextLine[]
  }[]
  readonly done: DoneNotice | undefined
}

const colours = { approved: 'govuk-tag--green', waits: 'govuk-tag--yellow', own: 'govuk-tag--grey' } as const

function Version({ frame, version: one }: { frame: TextsFrame; version: TextsPageProps['versions'][number] }) {
  const { t } = frame.of.translator
  const { version, demonstration, texts } = one
  return (
    <section aria-labelledby={`version-${version}`}>
      <h2 class="govuk-heading-m" id={`version-${version}`}>
        {t('pact.texts.version', { version })}
      </h2>
      {demonstration && <p class="govuk-body">{t('pact.demonstration')}</p>}
      <SummaryList
        rows={texts.map(({ language, state, when, href }) => ({
          key: <bdi lang={language.tag}>{language.autonym}</bdi>,
          value: (
            <>
              <Tag classes={colours[state]}>{t(`pact.texts.state.${state}`)}</Tag>
              <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">{when}</p>
            </>
          ),
          actions: [
            {
              href,
              text: t(state === 'approved' ? 'pact.texts.read' : 'pact.texts.open'),
              visuallyHiddenText: `${version}, ${language.autonym}`,
            },
          ],
        }))}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.pactTextNew({ version })}>
          {t('pact.texts.another', { version })}
        </a>
      </p>
    </section>
  )
}

/** Versions of the Pact's text by language: approved ones, and those that wait. */
export function TextsPage({ frame, versions, done }: TextsPageProps) {
  const { of, workplace } = frame
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('pact.texts.title')}
      done={done && t(`pact.texts.done.${done}`)}
    >
      <p class="govuk-body">{t('pact.texts.about')}</p>
      <Button href={urls.pactTextNew()}>{t('pact.texts.new')}</Button>
      {versions.length === 0 && <p class="govuk-body">{t('pact.texts.none')}</p>}
      {versions.map((version) => (
        <Version frame={frame} version={version} />
      ))}
    </OfficeFrame>
  )
}
