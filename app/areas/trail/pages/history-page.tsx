import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { Details } from '../../../ui/components/details/details.tsx'
import { Pagination } from '../../../ui/components/pagination/pagination.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { Table } from '../../../ui/components/table/table.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { inSentence } from '../../../ui/lists.ts'
import type { ChangedView, TrailEntry } from '../present-trail.ts'

export interface HistoryPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly about: string
  readonly entries: readonly TrailEntry[]
  /** Everybody who stands in the trail. */
  readonly persons: readonly { readonly id: string; readonly name: string }[]
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
  /** What is chosen; empty: everything. */
  readonly chosen: { readonly person: string; readonly kind: string }
  readonly pages: { readonly previous: string | undefined; readonly next: string | undefined }
  readonly files: { readonly csv: string; readonly json: string }
  readonly versionHref: ((version: number) => string) | undefined
}

function Filter({ of, persons, kinds, chosen }: HistoryPageProps) {
  const { t } = of.translator
  const options = (all: string, items: readonly { readonly id: string; readonly name: string }[]) => [
    { value: '', text: all },
    ...items.map(({ id, name }) => ({ value: id, text: name })),
  ]
  return (
    <form method="get">
      <Select
        name="person"
        label={t('trail.filter.person')}
        value={chosen.person}
        items={options(t('trail.filter.everybody'), persons)}
      />
      <Select
        name="kind"
        label={t('trail.filter.kind')}
        value={chosen.kind}
        items={options(t('trail.filter.everything'), kinds)}
      />
      <button type="submit" class="govuk-button govuk-button--secondary">
        {t('trail.filter.show')}
      </button>
    </form>
  )
}

function Value({ translator: { t }, text }: { translator: Translator; text: string }) {
  if (text === '') return <span class="govuk-hint">{t('checklist.office.conflict.nothing')}</span>
  return (
    <bdi>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </bdi>
  )
}

function Changed({ translator, change }: { translator: Translator; change: ChangedView }) {
  const { t } = translator
  return (
    <Table
      caption={change.thing}
      captionClasses="govuk-table__caption--s"
      head={[
        { content: t('checklist.office.conflict.field') },
        { content: t('trail.before') },
        { content: t('trail.after') },
      ]}
      firstCellIsHeader
      rows={change.differences.map(({ label, before, after }) => [
        { content: label },
        { content: <Value translator={translator} text={before} /> },
        { content: <Value translator={translator} text={after} /> },
      ])}
    />
  )
}

function Entry({ of, entry, versionHref }: Pick<HistoryPageProps, 'of' | 'versionHref'> & { entry: TrailEntry }) {
  const { t } = of.translator
  const { what, about, version, who, when, changes, fields } = entry
  return (
    <li class="govuk-!-margin-bottom-4">
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        {what}
        {about && (
          <>
            {': '}
            <bdi>{about}</bdi>
          </>
        )}
      </h2>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {t('trail.who', { person: who, when })}
        {version !== undefined && versionHref && (
          <>
            {' '}
            <a class="govuk-link" href={versionHref(version)}>
              {t('checklist.office.versions.number', { version: `${version}` })}
            </a>
          </>
        )}
      </p>
      {fields.length > 0 && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          {t('checklist.office.change.fields', { fields: inSentence(of.translator.tag, fields) })}
        </p>
      )}
      {changes.length > 0 && (
        <Details
          summary={
            <>
              {t('trail.changes')}
              <span class="govuk-visually-hidden"> {about ?? what}</span>
            </>
          }
          classes="govuk-!-margin-bottom-2"
        >
          {changes.map((change) => (
            <Changed translator={of.translator} change={change} />
          ))}
        </Details>
      )}
    </li>
  )
}

/** Who did what when, newest first, each act with what it changed. */
export function HistoryPage(props: HistoryPageProps) {
  const { of, workplace, about, entries, pages, files, versionHref } = props
  const { t } = of.translator
  const link = (href: string | undefined, text: string) => (href === undefined ? undefined : { href, text })
  return (
    <OfficeFrame of={of} title={t('trail.title')} workplace={workplace}>
      <p class="govuk-body">{about}</p>
      <Filter {...props} />
      {entries.length === 0 ? (
        <p class="govuk-body">{t('trail.none')}</p>
      ) : (
        <ol class="govuk-list">
          {entries.map((entry) => (
            <Entry of={of} entry={entry} versionHref={versionHref} />
          ))}
        </ol>
      )}
      {(pages.previous ?? pages.next) !== undefined && (
        <Pagination
          landmarkLabel={t('trail.pages')}
          previous={link(pages.previous, t('trail.newer'))}
          next={link(pages.next, t('trail.older'))}
        />
      )}
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={files.csv}>
            {t('trail.export.csv')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={files.json}>
            {t('trail.export.json')}
          </a>
        </li>
      </ul>
    </OfficeFrame>
  )
}
