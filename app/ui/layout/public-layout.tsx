import { QuickExit } from '../components/quick-exit/quick-exit.tsx'
import type { Content } from '../content.ts'
import { inlineStyle, jsonLdScript } from './document.ts'

export type PublicLayoutProps = {
  /** BCP 47. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** Neutral: it stands in the history and in the list of windows of a shared phone. */
  title: string
  description?: string | undefined
  /** Absolute address of this page. */
  canonical?: string | undefined
  /** The same page in each language, absolute; `x-default` where no language fits. */
  alternates: readonly { lang: string; href: string }[]
  /** `noindex` for a town that nobody looks after yet. */
  robots?: string | undefined
  /** The compiled `public.gen.css`; the page needs nothing else to be read. */
  css: string
  /** Address of the sheet for printers. */
  printHref?: string | undefined
  /** Address of the neutral icon. */
  iconHref?: string | undefined
  /** Undefined in a frame: the website around has its own. */
  brand: { href: string; name: Content } | undefined
  /** The hint says honestly what leaving does not do: it erases no history. */
  quickExit: { href: string; label: Content; hint: Content }
  skipLabel: Content
  /** `HelpNumbers`, or `CountryChooser` on a page that belongs to no country. */
  helpNumbers: Content
  jsonLd?: object | undefined
  /** Absolute address of the picture beside a link to this page. */
  picture?: string | undefined
  /** The page is a file that stands alone, anywhere: what it may do is told in it, with its dates for programs. */
  copy?: { policy: string; made: string; expires: string } | undefined
  /** Deferred; the page works without them. */
  scripts?: readonly string[] | undefined
  children: Content
  footer: Content
}

/** The policy stands before everything it holds for. */
function CopyHead({ policy, made, expires }: NonNullable<PublicLayoutProps['copy']>) {
  return (
    <>
      <meta http-equiv="content-security-policy" content={policy} />
      <meta name="safe-towns-export" content={made} />
      <meta name="safe-towns-expires" content={expires} />
    </>
  )
}

function PublicHead(props: PublicLayoutProps) {
  const {
    title,
    description,
    canonical,
    alternates,
    robots,
    css,
    printHref,
    iconHref,
    jsonLd,
    picture,
    copy,
    scripts = [],
  } = props
  return (
    <head>
      <meta charset="utf-8" />
      {copy && <CopyHead {...copy} />}
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {robots && <meta name="robots" content={robots} />}
      <meta name="referrer" content="no-referrer" />
      <meta name="format-detection" content="telephone=no" />
      {canonical && <link rel="canonical" href={canonical} />}
      {alternates.map(({ lang, href }) => (
        <link rel="alternate" hreflang={lang} href={href} />
      ))}
      {picture && <meta property="og:image" content={picture} />}
      {iconHref && <link rel="icon" href={iconHref} type="image/svg+xml" />}
      {inlineStyle(css)}
      {printHref && <link rel="stylesheet" href={printHref} media="print" />}
      {jsonLd && jsonLdScript(jsonLd)}
      {scripts.map((src) => (
        <script src={src} defer></script>
      ))}
    </head>
  )
}

/** A public page: the way out, then help, then everything else; in the same place everywhere. */
export function PublicLayout(props: PublicLayoutProps) {
  const { lang, dir, brand, quickExit, skipLabel, helpNumbers, children, footer } = props
  return (
    <html lang={lang} dir={dir}>
      <PublicHead {...props} />
      <body>
        <a class="skip" href="#main">
          {skipLabel}
        </a>
        <header>
          <div class="top">
            {brand ? (
              <a class="brand" href={brand.href}>
                {brand.name}
              </a>
            ) : (
              // Keeps the way out at its place.
              <span></span>
            )}
            <QuickExit href={quickExit.href} label={quickExit.label} />
          </div>
          <p class="top-note">{quickExit.hint}</p>
        </header>
        {helpNumbers}
        <main id="main">{children}</main>
        {footer}
      </body>
    </html>
  )
}
