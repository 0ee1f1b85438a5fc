import type { Translator } from '../../../platform/i18n/messages.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'

export interface DutyReachProps {
  readonly translator: Translator
  readonly total: number
  /** Of this page, by name, with the public page of each. */
  readonly towns: readonly { readonly name: string; readonly href: string }[]
  readonly pages: PagesView
  href(page: number): string
}

/** The towns whose answer to a duty began with the words. */
export function DutyReach({ translator, total, towns, pages, href }: DutyReachProps) {
  return (
    <>
      <p class="govuk-body">{translator.t('reach.aboutBegan', { towns: total })}</p>
      <ul class="govuk-list">
        {towns.map((town) => (
          <li>
            <a class="govuk-link" href={town.href}>
              <bdi>{town.name}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <PageLinks translator={translator} pages={pages} href={href} />
    </>
  )
}
