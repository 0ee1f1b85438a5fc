import { urls } from '../../../urls.ts'
import type { BadgeShown } from '../../certificates/index.ts'
import type { EntryView, HistoryView, LinkView } from '../present-entry.ts'
import { type FrameProps, registerDocument } from './register-frame.tsx'

export interface EntryPageProps extends Omit<FrameProps, 'children' | 'section' | 'title' | 'description'> {
  /** What it has promised, where it has published that. */
  readonly planHref: string | undefined
  readonly entry: EntryView
  /** What proves the signature, for as long as it holds. */
  readonly proof:
    | { readonly certificateHref: string; readonly credentialHref: string; readonly badges: readonly BadgeShown[] }
    | undefined
}

type Part<K extends keyof EntryView> = Pick<EntryPageProps, 'chrome'> & { readonly entry: Pick<EntryView, K> }

function Facts({ entry: { facts } }: Part<'facts'>) {
  return (
    <dl>
      {facts.map(({ label, value, href, own }) => (
        <>
          <dt>{label}</dt>
          <dd>{href ? <a href={href}>{value}</a> : own ? <bdi>{value}</bdi> : value}</dd>
        </>
      ))}
    </dl>
  )
}

function Links({ title, links }: { readonly title: string; readonly links: readonly LinkView[] }) {
  if (links.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {links.map(({ name, href, entry }) => (
          <li>
            <a href={href}>
              <bdi>{name}</bdi>
            </a>
            {entry && (
              <>
                {' · '}
                <a href={entry.href}>{entry.text}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Happened({ chrome, one }: Pick<EntryPageProps, 'chrome'> & { readonly one: HistoryView }) {
  const { t } = chrome.translator
  return (
    <li>
      <strong>{one.date}</strong>: {one.text}
      {one.dated && <span class="dim"> {one.dated}</span>}
      {one.words && (
        <blockquote>
          <p class="dim">{t('register.words')}</p>
          <p dir="auto">{one.words}</p>
        </blockquote>
      )}
      {one.wordsErased && <p class="dim">{t('register.words.erased')}</p>}
    </li>
  )
}

/** What somebody needs who computes it anew: the line byte for byte, and what its commitments stand for. */
function Line({ chrome, one }: Pick<EntryPageProps, 'chrome'> & { readonly one: HistoryView }) {
  const { t } = chrome.translator
  return (
    <details>
      <summary>{t('register.check.line', { number: one.number })}</summary>
      <p>
        <a href={one.lineHref}>{t('register.check.raw')}</a>
      </p>
      <p class="code" dir="ltr">
        <code>{one.line}</code>
      </p>
      <p>{t('register.check.hash', { method })}</p>
      <p class="code" dir="ltr">
        <code>{one.hash}</code>
      </p>
      {one.vouched.map((each) => (
        <>
          <p>
            {each.label}
            {each.state !== 'open' && `: ${t(`register.check.${each.state}`)}`}
          </p>
          {each.state === 'open' && (
            <p class="code" dir="ltr">
              <code>{JSON.stringify({ salt: each.salt, value: each.value })}</code>
            </p>
          )}
        </>
      ))}
    </details>
  )
}

/** Anybody may paste it: what it shows stands on this page, and it changes with it. */
function Badges({ chrome, badges }: Pick<EntryPageProps, 'chrome'> & { readonly badges: readonly BadgeShown[] }) {
  const { t } = chrome.translator
  if (badges.length === 0) return null
  return (
    <>
      <h2 id="badge">{t('register.badge.title')}</h2>
      <p>{t('register.badge.about')}</p>
      {badges.map(({ size, wide, high, src, alt, code }) => (
        <details>
          <summary>
            {t(`certificates.office.size.${size}`)} ({wide} × {high})
          </summary>
          <p>
            <img src={src} width={wide} height={high} alt={alt} loading="lazy" />
          </p>
          <p class="code" dir="ltr" translate="no">
            <code>{code}</code>
          </p>
        </details>
      ))}
    </>
  )
}

/** How hashes of the history are made: no word of any language. */
const method = 'SHA-256'

/** One signatory: everything public, with its dated history and the way to check it. */
export function entryPage(props: EntryPageProps): string {
  const { chrome, entry, proof, planHref } = props
  const { language, t } = chrome.translator
  const { name, signedAs, status, history, pageHref } = entry
  return registerDocument({
    ...props,
    section: undefined,
    title: name,
    children: (
      <>
        {signedAs && (
          <p>
            {t('register.signedAs')} <bdi>{signedAs}</bdi>
          </p>
        )}
        <p>
          <strong>{status}</strong>
        </p>
        {pageHref && (
          <p>
            <a href={pageHref}>{t('register.toPage')}</a>
          </p>
        )}
        {planHref && (
          <p>
            <a href={planHref}>{t('register.entry.plan')}</a>
          </p>
        )}
        <Facts chrome={chrome} entry={entry} />
        <Links title={t('register.together.title')} links={entry.together} />
        <Links title={t('register.successors.title')} links={entry.successors} />
        <Links title={t('register.predecessors.title')} links={entry.predecessors} />
        <h2>{t('register.history.title')}</h2>
        <ol class="log">
          {history.map((one) => (
            <Happened chrome={chrome} one={one} />
          ))}
        </ol>
        {proof && <Badges chrome={chrome} badges={proof.badges} />}
        <h2>{t('register.check.title')}</h2>
        <p>{t('register.check.text', { method })}</p>
        {history.map((one) => (
          <Line chrome={chrome} one={one} />
        ))}
        <ul class="lang">
          {proof && (
            <>
              <li>
                <a href={proof.certificateHref}>{t('certificates.stages.pdf')}</a>
              </li>
              <li>
                <a href={proof.credentialHref}>{t('certificates.check.credential')}</a>
              </li>
            </>
          )}
          <li>
            <a href={urls.verifyForm(language)}>{t('certificates.verify.title')}</a>
          </li>
          <li>
            <a href={urls.registerHead()}>{t('register.check.head')}</a>
          </li>
          <li>
            <a href={urls.did()}>{t('register.check.keys')}</a>
          </li>
          <li>
            <a href={urls.register(language)}>{t('register.toList')}</a>
          </li>
        </ul>
      </>
    ),
  })
}
