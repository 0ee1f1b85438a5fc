import type { Translator } from '../../../../platform/i18n/messages.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { Details } from '../../../../ui/components/details/details.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { PageLinks, type PagesView } from './page-links.tsx'

export interface ReachListProps {
  readonly translator: Translator
  /** How many inherit it, as a sentence. */
  readonly about: string
  /** By name, never by size. */
  readonly regions: readonly { readonly id: string; readonly name: string; readonly towns: number }[]
  readonly towns: readonly { readonly name: string; readonly preview: string }[]
  /** Id of the region that the list is of. */
  readonly chosen: string | undefined
  /** In which pages are looked at. */
  readonly lang: string
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly name: string }[]
  readonly pages: PagesView
  href(asked: { readonly area?: string | undefined; readonly page?: number; readonly lang?: string }): string
}

/** By GET: the address names a region and a language, nothing that somebody typed. */
function Choice({ translator: { t }, regions, chosen, lang, languages, href }: ReachListProps) {
  return (
    <form method="get" action={href({}).split('?')[0] ?? ''}>
      {regions.length > 0 && (
        <Select
          name="area"
          label={t('reach.region')}
          value={chosen ?? ''}
          items={[
            { value: '', text: t('reach.everywhere') },
            ...regions.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
      <Select
        name="lang"
        label={t('reach.language')}
        value={lang}
        items={languages.map(({ code, tag, name }) => ({ value: code, text: name, lang: tag }))}
      />
      <Button classes="govuk-button--secondary">{t('reach.show')}</Button>
    </form>
  )
}

/** Those who inherit a change: how many of which regions, and the page of each as it would be. */
export function ReachList(props: ReachListProps) {
  const { translator, about, regions, towns, chosen, pages, href } = props
  const { t } = translator
  return (
    <>
      <p class="govuk-body">{about}</p>
      {regions.length > 0 && (
        <Details summary={t('reach.regions', { count: regions.length })}>
          <ul class="govuk-list govuk-list--bullet">
            {regions.map(({ id, name, towns: count }) => (
              <li>
                <a class="govuk-link" href={href({ area: id })}>
                  <bdi>{name}</bdi>
                </a>
                {': '}
                {t('reach.towns', { count })}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Choice {...props} />
      {towns.length > 0 && (
        <>
          <p class="govuk-body">{t('reach.preview')}</p>
          <ul class="govuk-list">
            {towns.map(({ name, preview }) => (
              <li>
                <a class="govuk-link" href={preview}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <PageLinks translator={translator} pages={pages} href={(page) => href({ area: chosen, page })} />
    </>
  )
}
