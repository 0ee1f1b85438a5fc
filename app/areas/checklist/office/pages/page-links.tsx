import type { Translator } from '../../../../platform/i18n/messages.ts'
import { Pagination } from '../../../../ui/components/pagination/pagination.tsx'

/** Where somebody is in a long list. */
export interface PagesView {
  /** Of the page that is shown, beginning with 1. */
  readonly number: number
  readonly count: number
}

/** Ways to the page before and after; nothing where there is only one. */
export function PageLinks({
  translator,
  pages,
  href,
}: {
  translator: Translator
  pages: PagesView
  href: (page: number) => string
}) {
  const { t } = translator
  const { number, count } = pages
  const to = (page: number, text: string) =>
    page < 1 || page > count
      ? undefined
      : { href: href(page), text, labelText: t('checklist.office.pages.of', { page: `${page}`, count: `${count}` }) }
  const [previous, next] = [
    to(number - 1, t('checklist.office.pages.previous')),
    to(number + 1, t('checklist.office.pages.next')),
  ]
  if (!previous && !next) return null
  return <Pagination landmarkLabel={t('checklist.office.pages.label')} previous={previous} next={next} />
}
