import type { Translator } from '../../platform/i18n/messages.ts'

export interface PieceLanguage {
  readonly name: string
  readonly lang: string
  readonly href: string
  readonly current: boolean
  readonly original: boolean
}

/** In which languages a piece of a library can be read; nothing where it is one alone. */
export function PieceLanguages({
  translator,
  languages,
}: {
  readonly translator: Translator
  readonly languages: readonly PieceLanguage[]
}) {
  const { t } = translator
  if (languages.length === 1) return null
  return (
    <nav aria-label={t('library.read.in')}>
      <ul class="lang">
        {languages.map(({ name, lang, href, current, original }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              <bdi lang={lang}>{name}</bdi>
            </a>
            {original && <span class="dim"> {t('library.read.original')}</span>}
          </li>
        ))}
      </ul>
    </nav>
  )
}
