import { Button } from '../../../../ui/components/button/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { Table } from '../../../../ui/components/table/table.tsx'
import { Tag } from '../../../../ui/components/tag/tag.tsx'
import { LinkTroubleList, type LinkTroubleView } from '../../../../ui/layout/link-troubles.tsx'
import { apart } from '../../../../ui/lists.ts'
import { urls } from '../../../../urls.ts'
import type { LineState } from '../../keeping-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import type { LineView } from '../present-lines.ts'
import { type CountryFrame, CountryPage } from './country-frame.tsx'

export interface ListPageProps {
  readonly frame: CountryFrame
  readonly groups: readonly { readonly title: string; readonly lines: readonly LineView[] }[]
  /** How many wait to be confirmed. */
  readonly due: number
  /** The first of them, for whoever confirms. */
  readonly next: LineView | undefined
  readonly links: readonly LinkTroubleView[]
  readonly keeps: boolean
  readonly publicHref: string
  readonly done: DoneNotice | undefined
}

const colours = {
  never: 'govuk-tag--yellow',
  expiring: 'govuk-tag--yellow',
  expired: 'govuk-tag--red',
  confirmed: 'govuk-tag--green',
  withdrawn: 'govuk-tag--grey',
} as const satisfies Record<LineState, string>

export function StateTag({ frame, line }: { frame: CountryFrame; line: LineView }) {
  return <Tag classes={colours[line.state]}>{frame.of.translator.t(`helplines.office.tag.${line.state}`)}</Tag>
}

function Lines({ frame, lines }: { frame: CountryFrame; lines: readonly LineView[] }) {
  const { t } = frame.of.translator
  return (
    <Table
      head={[{ content: t('helplines.office.column.line') }, { content: t('helplines.office.column.state') }]}
      rows={lines.map((line) => [
        {
          content: (
            <>
              <a class="govuk-link" href={urls.officeHelpline(frame.country, line.key)}>
                {line.kind}
                {t('ui.colonAfter', { what: '' })} <bdi>{line.what}</bdi>
              </a>
              {line.name && (
                <p class="govuk-hint govuk-!-margin-bottom-0">
                  <bdi>{line.name}</bdi>
                </p>
              )}
            </>
          ),
        },
        {
          content: (
            <>
              <StateTag frame={frame} line={line} />
              <p class="govuk-hint govuk-!-margin-bottom-0">
                {line.stateText}
                {line.hidden && ` ${t('helplines.office.notShown')}`}
              </p>
            </>
          ),
        },
      ])}
    />
  )
}

/** Every help number of a country and how it stands. */
export function ListPage({ frame, groups, due, next, links, keeps, publicHref, done }: ListPageProps) {
  const { t } = frame.of.translator
  return (
    <CountryPage
      frame={frame}
      title={t('helplines.office.title')}
      back={{ href: urls.office(), text: t('office.frame.work') }}
      done={done}
    >
      <p class="govuk-body">{t('helplines.office.about')}</p>
      {!keeps && <InsetText>{t('helplines.office.withdrawOnly')}</InsetText>}
      <p class="govuk-body">
        <strong>{t('helplines.office.due', { count: due })}</strong>
      </p>
      {next && (
        <Button href={urls.officeHelpline(frame.country, next.key)}>
          {t('helplines.office.next', { line: `${t('ui.colonAfter', { what: next.kind })} ${apart(next.what)}` })}
        </Button>
      )}
      <LinkTroubleList translator={frame.of.translator} links={links} />
      {groups.map(({ title, lines }) => (
        <section>
          <h2 class="govuk-heading-m">{title}</h2>
          <Lines frame={frame} lines={lines} />
        </section>
      ))}
      {keeps && (
        <Button href={urls.officeHelplineNew(frame.country)} classes="govuk-button--secondary">
          {t('helplines.office.add')}
        </Button>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={publicHref}>
          {t('helplines.office.public')}
        </a>
      </p>
    </CountryPage>
  )
}
