import { CallButton } from '../../../ui/components/call-button/call-button.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { Chrome } from '../chrome.ts'
import type { SourcedLineView } from '../present-helplines.ts'
import { SitePage } from './site-page.tsx'

export interface HelplinesPageProps {
  readonly chrome: Chrome
  /** Of the country. */
  readonly name: string
  readonly countryHref: string
  readonly groups: readonly { readonly title: string; readonly lines: readonly SourcedLineView[] }[]
  /** A sentence for each. */
  readonly withdrawn: readonly string[]
}

function Sources({ chrome, line }: { chrome: Chrome; line: SourcedLineView }) {
  const { t } = chrome.translator
  if (line.sources.length === 0) return null
  return (
    <details>
      <summary>{t('helplines.sources', { count: line.sources.length })}</summary>
      <ul>
        {line.sources.map(({ href, text }) => (
          <li>
            <OutsideLink href={href}>{text}</OutsideLink>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Line({ chrome, line }: { chrome: Chrome; line: SourcedLineView }) {
  return (
    <article>
      <h3>
        {line.kind}
        {line.name && (
          <>
            : <bdi>{line.name}</bdi>
          </>
        )}
      </h3>
      <p>
        {line.number !== null && <CallButton number={line.number} dial={line.dial} context={`${line.kind}:`} />}{' '}
        {line.url !== null && <OutsideLink href={line.url}>{new URL(line.url).host}</OutsideLink>}
      </p>
      <ul class="tags">
        <li class={`tag ${line.tone}`}>{line.state}</li>
      </ul>
      <dl>
        {line.facts.map(({ label, values }) => (
          <>
            <dt>{label}</dt>
            {values.map((value) => (
              <dd>{value}</dd>
            ))}
          </>
        ))}
      </dl>
      <Sources chrome={chrome} line={line} />
    </article>
  )
}

/** Every number of a country that may be shown: who confirmed it and when, and what is known of it. */
export function helplinesPage({ chrome, name, countryHref, groups, withdrawn }: HelplinesPageProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      chrome={chrome}
      title={t('page.metaTitleCountry', { country: name })}
      description={t('helplines.title', { country: name })}
    >
      <h1>{t('helplines.title', { country: name })}</h1>
      <p>{t('helplines.about')}</p>
      {groups.map(({ title, lines }) => (
        <section>
          <h2>{title}</h2>
          {lines.map((line) => (
            <Line chrome={chrome} line={line} />
          ))}
        </section>
      ))}
      {withdrawn.length > 0 && (
        <section>
          <h2>{t('helplines.withdrawn')}</h2>
          <ul>
            {withdrawn.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={countryHref}>{t('page.titleCountry', { country: name })}</a>
      </p>
    </SitePage>,
  )
}
