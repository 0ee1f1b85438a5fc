import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { LinkTroubleList, type LinkTroubleView } from '../../../ui/layout/link-troubles.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import { type OwnerFrame, OwnerPage } from './owner-frame.tsx'

export type TextState = 'draft' | 'published' | 'changed'

export interface TextLine {
  readonly id: string
  readonly kind: string
  readonly state: TextState
  readonly version: number | undefined
  readonly towns: number
  readonly services: number
  /** A duty of the town: answers begin with its words. */
  readonly duty: boolean
}

export interface TextsPageProps {
  readonly frame: OwnerFrame
  readonly texts: readonly TextLine[]
  /** Made with the page: the form sent twice begins one text. */
  readonly id: string
  /** In what towns read. */
  readonly links: readonly LinkTroubleView[]
  readonly kinds: readonly SelectOption[]
  readonly languages: readonly SelectOption[]
  readonly typed: { readonly kind: string; readonly language: string; readonly proposal: string }
  /** No kind was chosen. */
  readonly refused: boolean
  readonly done: DoneNotice | undefined
}

const colours = { draft: 'govuk-tag--grey', published: 'govuk-tag--green', changed: 'govuk-tag--yellow' } as const

function Texts({ frame, texts }: Pick<TextsPageProps, 'frame' | 'texts'>) {
  const { t } = frame.of.translator
  if (texts.length === 0) return <p class="govuk-body">{t('standards.list.none')}</p>
  return (
    <SummaryList
      rows={texts.map(({ id, kind, state, version, towns, services, duty }) => ({
        key: kind,
        value: (
          <>
            <Tag classes={colours[state]}>{t(`standards.state.${state}`)}</Tag>
            {version !== undefined && (
              <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
                {t('standards.list.version', { version: `${version}` })} ·{' '}
                {duty ? t('standards.list.began', { towns }) : t('standards.list.used', { towns, services })}
              </p>
            )}
          </>
        ),
        actions: [
          { href: urls.standardText(frame.texts, id), text: t('standards.list.open'), visuallyHiddenText: kind },
        ],
      }))}
    />
  )
}

function Start({ frame, id, kinds, languages, typed, refused }: TextsPageProps) {
  const { t } = frame.of.translator
  const error = refused ? { prefix: t('checklist.office.form.error'), text: t('standards.error.kind') } : undefined
  return (
    <form method="post" action={frame.texts} novalidate>
      <h2 class="govuk-heading-m">{t('standards.start.title')}</h2>
      <input type="hidden" name="id" value={id} />
      <Select
        name="kind"
        label={t('standards.start.kind')}
        value={typed.kind}
        error={error}
        items={[{ value: '', text: t('standards.start.choose') }, ...kinds]}
      />
      <Select
        name="language"
        label={t('standards.start.language')}
        hint={t('standards.start.languageHint')}
        value={typed.language}
        items={languages}
      />
      <Checkboxes
        name="proposal"
        values={typed.proposal === '' ? [] : [typed.proposal]}
        items={[{ value: 'yes', text: t('standards.start.proposal'), hint: t('standards.start.proposalHint') }]}
        classes="govuk-checkboxes--small"
      />
      <Button preventDoubleClick>{t('standards.start.submit')}</Button>
    </form>
  )
}

/** The standard texts of an area or of an association. */
export function TextsPage(props: TextsPageProps) {
  const { frame, links, kinds, refused, done } = props
  const { t } = frame.of.translator
  const errors = [{ text: t('standards.error.kind'), href: '#kind' }]
  return (
    <OwnerPage
      frame={frame}
      title={t('standards.title')}
      top
      refused={refused}
      done={done && t(`standards.done.${done}`)}
      first={refused && <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />}
    >
      <p class="govuk-body">{t('standards.about')}</p>
      <p class="govuk-body">{t('standards.aboutDuty')}</p>
      <p class="govuk-body">{t('standards.aboutNot')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.standardMatrix(frame.texts)}>
          {t('standards.matrix.link')}
        </a>
      </p>
      <LinkTroubleList translator={frame.of.translator} links={links} />
      <Texts {...props} />
      {kinds.length > 0 && <Start {...props} />}
    </OwnerPage>
  )
}
