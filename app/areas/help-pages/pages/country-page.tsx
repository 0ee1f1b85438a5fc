import { type HelpNumber, HelpNumbers } from '../../../ui/components/help-numbers/help-numbers.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import { withCommas } from '../../../ui/lists.ts'
import type { Chrome } from '../chrome.ts'
import { FindTown, type FindTownProps } from './find-town.tsx'
import { SitePage } from './site-page.tsx'

export interface CountryPageProps {
  readonly chrome: Chrome
  readonly name: string
  readonly find: FindTownProps
  /** The search and, in lower case, the country whose numbers it shows. */
  readonly search: { readonly action: string; readonly country: string }
  readonly allNumbers: readonly HelpNumber[]
  /** Lines known by name alone: no number, no address that we may give. */
  readonly namesOnly: readonly string[]
  /** Who confirmed what, and when. */
  readonly helplinesHref: string
  /** What the law of the country says; undefined where nobody has written it. */
  readonly legalHref: string | undefined
  /** How many have signed the Pact, and the way to who; undefined where nobody has. */
  readonly signed: { readonly text: string; readonly href: string } | undefined
  readonly sources: readonly { readonly href: string; readonly text: string }[]
  readonly towns: readonly { readonly href: string; readonly name: string }[]
  readonly nextHref: string | undefined
  readonly guides: readonly { readonly href: string; readonly title: string }[]
}

function Towns({ chrome, name, towns, nextHref }: CountryPageProps) {
  const { t } = chrome.translator
  return (
    <>
      <h2>{t('country.towns')}</h2>
      {towns.length === 0 && <p>{t('country.towns.none', { country: name })}</p>}
      {towns.length > 0 && (
        <ul class="links">
          {towns.map((town) => (
            <li>
              <a href={town.href}>{town.name}</a>
            </li>
          ))}
        </ul>
      )}
      {nextHref && (
        <p>
          <a href={nextHref}>{t('country.next')}</a>
        </p>
      )}
    </>
  )
}

function Sources({ chrome, sources, namesOnly }: CountryPageProps) {
  const { t } = chrome.translator
  return (
    <details>
      <summary>{t('help.sources')}</summary>
      <p>{t('help.sources.about')}</p>
      <ul>
        {sources.map(({ href, text }) => (
          <li>
            <OutsideLink href={href}>{text}</OutsideLink>
          </li>
        ))}
      </ul>
      {namesOnly.length > 0 && <p>{t('help.namesOnly', { names: withCommas(chrome.translator.tag, namesOnly) })}</p>}
    </details>
  )
}

/** By a form: nobody's country stands in an address of the search. */
function ToSearch({ chrome, search }: CountryPageProps) {
  return (
    <form action={search.action} method="post">
      <input type="hidden" name="country" value={search.country} />
      <p>
        <button type="submit" class="alt">
          {chrome.translator.t('search.link')}
        </button>
      </p>
    </form>
  )
}

/** A country: every help number, its towns, the guides under its numbers. */
export function countryPage(props: CountryPageProps): string {
  const { chrome, name, find, allNumbers, guides } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      picture={chrome.picture}
      hasForm
      chrome={chrome}
      title={t('page.metaTitleCountry', { country: name })}
      description={t('page.titleCountry', { country: name })}
    >
      <h1>{t('page.titleCountry', { country: name })}</h1>
      <FindTown {...find} />
      <ToSearch {...props} />
      <HelpNumbers title={t('help.all', { country: name })} id="all-numbers" numbers={allNumbers} />
      <p>
        <a href={props.helplinesHref}>{t('country.helplines')}</a>
      </p>
      <Sources {...props} />
      {props.legalHref && (
        <p>
          <a href={props.legalHref}>{t('legal.link', { country: name })}</a>
        </p>
      )}
      <h2>{t('page.guides')}</h2>
      <ul class="links">
        {guides.map(({ href, title }) => (
          <li>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
      <Towns {...props} />
      {props.signed && (
        <p>
          {props.signed.text} <a href={props.signed.href}>{t('register.home.link')}</a>
        </p>
      )}
    </SitePage>,
  )
}
