import { Table } from '../../../ui/components/table/table.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import type { CellState } from '../matrix-rules.ts'
import { type OwnerFrame, OwnerPage } from './owner-frame.tsx'

export interface MatrixCell {
  readonly state: CellState
  /** The text in that language, or where one for the kind is begun. */
  readonly href: string
}

export interface MatrixLine {
  readonly kind: string
  /** What a town does, rather than help to call: it is named. */
  readonly duty: boolean
  /** In the order of the languages. */
  readonly cells: readonly MatrixCell[]
}

export interface MatrixPageProps {
  readonly frame: OwnerFrame
  readonly languages: readonly { readonly tag: string; readonly autonym: string }[]
  /** In the order of the checklist. */
  readonly lines: readonly MatrixLine[]
  readonly counts: readonly (readonly [CellState, number])[]
}

const colours = {
  missing: 'govuk-tag--grey',
  outdated: 'govuk-tag--yellow',
  machine: 'govuk-tag--blue',
  written: 'govuk-tag--green',
} as const

/** Standard texts of all kinds in the languages of the country, with the way to each. */
export function MatrixPage({ frame, languages, lines, counts }: MatrixPageProps) {
  const { t } = frame.of.translator
  const cell = ({ state, href }: MatrixCell, kind: string, language: string) => (
    <a class="govuk-link" href={href}>
      <Tag classes={colours[state]}>{t(`standards.cell.${state}`)}</Tag>
      <span class="govuk-visually-hidden">
        {' '}
        {kind}, {language}
      </span>
    </a>
  )
  return (
    <OwnerPage frame={frame} title={t('standards.matrix.title')}>
      <p class="govuk-body">{t('standards.matrix.about')}</p>
      <ul class="govuk-list">
        {counts.map(([state, count]) => (
          <li>
            <Tag classes={colours[state]}>{t(`standards.cell.${state}`)}</Tag> {`${count}`}
          </li>
        ))}
      </ul>
      {/* Wider than a telephone: it scrolls by itself, also by keyboard. */}
      <section class="app-scroll" tabindex={0} aria-label={t('standards.matrix.title')}>
        <Table
          head={[
            { content: t('standards.start.kind') },
            ...languages.map(({ tag, autonym }) => ({
              content: (
                <bdi lang={tag} dir="auto">
                  {autonym}
                </bdi>
              ),
            })),
          ]}
          firstCellIsHeader
          rows={lines.map(({ kind, duty, cells }) => [
            {
              content: (
                <>
                  {kind}
                  {duty && <div class="govuk-hint govuk-!-margin-bottom-0">{t('standards.cell.duty')}</div>}
                </>
              ),
            },
            ...cells.map((one, index) => ({ content: cell(one, kind, languages[index]?.autonym ?? '') })),
          ])}
        />
      </section>
    </OwnerPage>
  )
}
