import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice, PracticesFrame } from '../office-request.ts'
import { PracticesPageFrame } from './practices-frame.tsx'

export interface CollectionsPageProps {
  readonly frame: PracticesFrame
  readonly collections: readonly {
    readonly id: string
    readonly title: string
    readonly tag: string
    readonly count: number
  }[]
  readonly done: DoneNotice | undefined
}

/** The collections of the secretariat. */
export function CollectionsPage({ frame, collections, done }: CollectionsPageProps) {
  const { t, language } = frame.of.translator
  return (
    <PracticesPageFrame frame={frame} title={t('practices.collections.title')} done={done}>
      <p class="govuk-body">{t('practices.collections.about')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.practiceCollectionNew()}>
          {t('practices.collections.new')}
        </a>
      </p>
      {collections.length > 0 && (
        <SummaryList
          rows={collections.map(({ id, title, tag, count }) => ({
            key: <bdi lang={tag}>{title}</bdi>,
            value: t('practices.collections.count', { count }),
            actions: [
              {
                href: urls.practiceCollectionEdit(id),
                text: t('practices.collections.change'),
                visuallyHiddenText: title,
              },
              {
                href: urls.practiceCollection(language, id),
                text: t('practices.own.public'),
                visuallyHiddenText: title,
              },
            ],
          }))}
        />
      )}
    </PracticesPageFrame>
  )
}
