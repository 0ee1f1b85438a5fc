export type LanguageLink = {
  /** BCP 47. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** The language's own name for itself. */
  name: string
  /** The same page in that language. */
  href: string
  current?: boolean | undefined
}

export type LanguageSwitchProps = { label: string; languages: readonly LanguageLink[] }

/** Names of languages, never flags: a flag is a country, and a language is spoken in several. */
export function LanguageSwitch({ label, languages }: LanguageSwitchProps) {
  return (
    <nav aria-label={label}>
      <ul class="lang">
        {languages.map(({ lang, dir, name, href, current }) => (
          <li>
            <a
              href={href}
              lang={lang}
              hreflang={lang}
              dir={dir === 'rtl' ? dir : undefined}
              aria-current={current ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
