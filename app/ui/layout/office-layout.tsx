import { SkipLink } from '../components/skip-link/skip-link.tsx'
import type { Content } from '../content.ts'

export type OfficeNavigationItem = { href: string; text: Content; current?: boolean | undefined }

export type OfficeLayoutProps = {
  /** BCP 47. */
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  /** Address of the compiled `office.gen.css`. */
  cssHref: string
  iconHref?: string | undefined
  serviceName: { href: string; text: Content }
  skipLabel: Content
  navigation: { label: string; items: readonly OfficeNavigationItem[] }
  /** Where one is, and its parts. */
  sections?: { label: string; items: readonly OfficeNavigationItem[] } | undefined
  /** Who is signed in. */
  person?: Content
  /** A form that is POSTed: a link could be followed by a prefetch. */
  signOut?: { action: string; label: Content; csrfToken?: string | undefined } | undefined
  /** Above the content: demonstration, support view, read only. */
  notice?: Content
  /** Back link or breadcrumbs: before the main content, so that the skip link passes them. */
  beforeContent?: Content
  /** After the main content, in the same place on every page. */
  footer?: Content
  children: Content
}

function SignOut({ action, label, csrfToken }: NonNullable<OfficeLayoutProps['signOut']>) {
  return (
    <form action={action} method="post" class="office-sign-out">
      {csrfToken !== undefined && <input type="hidden" name="csrf" value={csrfToken} />}
      <button type="submit" class="office-bar__button">
        {label}
      </button>
    </form>
  )
}

function Links({ items }: { items: readonly OfficeNavigationItem[] }) {
  return (
    <ul class="office-bar__list">
      {items.map(({ href, text, current }) => (
        <li>
          <a class="office-bar__link" href={href} aria-current={current ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Under the bar: the name of where one is, as a label that can be seen, and its parts. */
function Sections({ label, items }: NonNullable<OfficeLayoutProps['sections']>) {
  return (
    <nav class="office-sections" aria-labelledby="sections">
      <div class="govuk-width-container office-bar__row">
        <p class="office-sections__name" id="sections">
          <bdi>{label}</bdi>
        </p>
        <Links items={items} />
      </div>
    </nav>
  )
}

function OfficeBar({ serviceName, navigation, person, signOut }: OfficeLayoutProps) {
  return (
    <header class="office-bar">
      <div class="govuk-width-container office-bar__row">
        <a class="office-bar__name" href={serviceName.href}>
          {serviceName.text}
        </a>
        {navigation.items.length > 0 && (
          <nav aria-label={navigation.label}>
            <Links items={navigation.items} />
          </nav>
        )}
        {person && <p class="office-bar__person">{person}</p>}
        {signOut && <SignOut {...signOut} />}
      </div>
    </header>
  )
}

/** A page of the back office. */
export function OfficeLayout(props: OfficeLayoutProps) {
  const { lang, dir, title, cssHref, iconHref, skipLabel, sections, notice, beforeContent, footer, children } = props
  return (
    <html lang={lang} dir={dir} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex, nofollow" />
        {iconHref && <link rel="icon" href={iconHref} type="image/svg+xml" />}
        <link rel="stylesheet" href={cssHref} />
      </head>
      <body class="govuk-template__body">
        <SkipLink href="#main">{skipLabel}</SkipLink>
        <OfficeBar {...props} />
        {sections && <Sections {...sections} />}
        <div class="govuk-width-container">
          {notice}
          {beforeContent}
          <main class="govuk-main-wrapper" id="main">
            {children}
          </main>
        </div>
        {footer}
      </body>
    </html>
  )
}
