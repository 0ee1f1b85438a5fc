import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import type { FactRow } from '../present-event.ts'

/** What an event says, in the office. @param lang BCP 47 of what the town has typed. */
export function FactList({ rows, lang }: { readonly rows: readonly FactRow[]; readonly lang: string }) {
  return (
    <SummaryList
      rows={rows.map(({ label, value, own, links }) => ({
        key: label,
        value: links ? (
          <ul class="govuk-list">
            {links.map(({ href, text, lang: said }) => (
              <li>
                <a class="govuk-link" href={href} lang={said}>
                  <bdi>{text}</bdi>
                </a>
              </li>
            ))}
          </ul>
        ) : own ? (
          <bdi class="office-said" lang={lang} dir="auto">
            {value}
          </bdi>
        ) : (
          value
        ),
      }))}
    />
  )
}
