/** The search: one form, and what it found. */
import type { Content } from '../../../ui/content.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { NoReport } from '../../../ui/library/no-report.tsx'
import { withCommas } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { Chrome } from '../chrome.ts'
import type { NeedId } from '../needs.ts'
import type { ServiceView } from '../present-service.ts'
import type { KindView } from '../present-town.ts'
import type { Reader } from '../reader.ts'
import type { FilterName } from '../search/search-rules.ts'
import type { SearchQuery } from '../search/search-schema.ts'
import { Danger } from './danger.tsx'
import { Answer, TownNotices } from './kind.tsx'
import { ServiceCard } from './service-card.tsx'
import { SitePage } from './site-page.tsx'

export interface ResultView {
  readonly service: ServiceView
  readonly href: string
  /** How far away, in words. */
  readonly distance: string | undefined
}

export interface TownChoice {
  /** `nl/example-town` */
  readonly value: string
  readonly name: string
}

export interface SearchPageProps {
  readonly chrome: Chrome
  readonly reader: Reader
  readonly query: SearchQuery
  /** What was chosen in place of words, as families call it. */
  readonly chosen: string | undefined
  readonly languages: readonly { readonly code: string; readonly name: string }[]
  /** Undefined before a search. */
  readonly answer:
    | {
        readonly urgent: boolean
        /** What was looked for, in words. */
        readonly meaning: readonly string[]
        readonly place: { readonly name: string; readonly href: string; readonly guessed: boolean } | undefined
        readonly others: readonly TownChoice[]
        readonly placeUnknown: boolean
        /** Something of it is fictional. */
        readonly demonstration: boolean
        /** What the town says of kinds for which it has no service. */
        readonly said: readonly KindView[]
        readonly responsible: readonly ResultView[]
        readonly elsewhere: readonly ResultView[]
        readonly more: boolean
        readonly tooNarrow: readonly FilterName[]
      }
    | undefined
  /** What to choose from, and the kind that each stands for. */
  readonly needs: readonly { readonly id: NeedId; readonly kind: string }[]
}

type Found = NonNullable<SearchPageProps['answer']>

function Checkbox({ name, checked, children }: { name: FilterName | 'across'; checked: boolean; children: string }) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value="yes" checked={checked} /> {children}
    </label>
  )
}

const ticks = ['open', 'free', 'accessible', 'online', 'across'] as const

function MoreChoices({ chrome, query, languages }: SearchPageProps) {
  const { t } = chrome.translator
  const chosen = query.age !== null || query.spoken !== null || ticks.some((name) => query[name])
  return (
    <details open={chosen}>
      <summary>{t('search.more')}</summary>
      <p class="field">
        <label for="age">{t('search.age')}</label>
        <input id="age" name="age" type="text" inputmode="numeric" maxlength={3} value={query.age?.toString() ?? ''} />
      </p>
      <p class="field">
        <label for="spoken">{t('search.spoken')}</label>
        <select id="spoken" name="spoken">
          <option value="">{t('search.spoken.any')}</option>
          {languages.map(({ code, name }) => (
            <option value={code} selected={code === query.spoken}>
              {name}
            </option>
          ))}
        </select>
      </p>
      {ticks.map((name) => (
        <p>
          <Checkbox name={name} checked={query[name]}>
            {t(`search.${name}`)}
          </Checkbox>
        </p>
      ))}
    </details>
  )
}

/** A field for words in any language; the browser keeps none of them. */
function Words({
  chrome,
  name,
  value,
  longest,
}: Pick<SearchPageProps, 'chrome'> & { name: 'q' | 'near'; value: string; longest: number }) {
  const { t } = chrome.translator
  return (
    <>
      <label for={name}>{t(`search.${name}`)}</label>
      <p class="hint" id={`${name}-hint`}>
        {t(`search.${name}.hint`)}
      </p>
      <input
        id={name}
        name={name}
        type="search"
        value={value}
        autocomplete="off"
        dir="auto"
        maxlength={longest}
        aria-describedby={`${name}-hint`}
      />
    </>
  )
}

function Form(props: SearchPageProps) {
  const { chrome, query, chosen } = props
  const { t, language } = chrome.translator
  return (
    <form action={urls.search(language)} method="post">
      <NoReport>{t('page.reportHere')}</NoReport>
      {query.country && <input type="hidden" name="country" value={query.country.toLowerCase()} />}
      {query.town && <input type="hidden" name="town" value={townValue(query.town)} />}
      {chosen !== undefined && (
        <p>
          <input type="hidden" name="kind" value={query.kind} />
          {t('search.chosen', { kind: chosen })}
        </p>
      )}
      <div class="field">
        <Words chrome={chrome} name="q" value={query.q} longest={200} />
      </div>
      <div class="field">
        <Words chrome={chrome} name="near" value={query.near} longest={100} />{' '}
        <button type="button" class="alt" data-position hidden>
          {t('search.position')}
        </button>
        <p class="bad" data-position-failed role="status" hidden>
          {t('search.position.failed')}
        </p>
      </div>
      <MoreChoices {...props} />
      <p>
        <button type="submit">{t('search.submit')}</button>
      </p>
    </form>
  )
}

const townValue = ({ country, slug }: { country: string; slug: string }) => `${country.toLowerCase()}/${slug}`

/** The same search again, with something changed by the button that sends it. */
function Again({
  chrome,
  query,
  without,
  children,
}: Pick<SearchPageProps, 'chrome' | 'query'> & {
  without: readonly (keyof SearchQuery)[]
  children: Content
}) {
  const kept: [string, string][] = [
    ['q', query.q],
    ['kind', query.kind],
    ['near', query.near],
    ['town', query.town ? townValue(query.town) : ''],
    ['country', query.country?.toLowerCase() ?? ''],
    ['age', query.age?.toString() ?? ''],
    ['spoken', query.spoken ?? ''],
    ...ticks.map((name): [string, string] => [name, query[name] ? 'yes' : '']),
  ]
  return (
    <form action={urls.search(chrome.translator.language)} method="post">
      {kept
        .filter(([name, value]) => value !== '' && !without.some((each) => each === name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      {children}
    </form>
  )
}

/** For which place: said where it is not what was typed. */
function Place({ chrome, query, answer }: SearchPageProps & { answer: Found }) {
  const { t } = chrome.translator
  const { place, others } = answer
  if (answer.placeUnknown) return <p class="note">{t('search.placeUnknown')}</p>
  if (!place) return <p class="note">{t('search.sayWhere')}</p>
  return (
    <>
      {place.guessed && <p>{t('search.place.guessed', { town: place.name })}</p>}
      {others.length > 0 && (
        <details>
          <summary>{t('search.place.other', { town: place.name })}</summary>
          <Again chrome={chrome} query={query} without={['near', 'town', 'country']}>
            {others.map(({ value, name }) => (
              <p>
                <button type="submit" class="alt" name="town" value={value}>
                  {name}
                </button>
              </p>
            ))}
          </Again>
        </details>
      )}
    </>
  )
}

function Results({ reader, results }: { reader: Reader; results: readonly ResultView[] }) {
  return (
    <>
      {results.map(({ service, href, distance }) => (
        <ServiceCard reader={reader} service={service} href={href} distance={distance} />
      ))}
    </>
  )
}

/** No result is never the end. */
function Instead({ chrome, query, answer }: SearchPageProps & { answer: Found }) {
  const { t, tag } = chrome.translator
  const { tooNarrow } = answer
  return (
    <div data-instead>
      <h3>{t('search.instead')}</h3>
      {tooNarrow.length > 0 && (
        <Again chrome={chrome} query={query} without={tooNarrow}>
          <p>
            <button type="submit" class="alt">
              {t('search.wider', {
                filters: withCommas(
                  tag,
                  tooNarrow.map((name) => t(`search.${name}`)),
                ),
              })}
            </button>
          </p>
        </Again>
      )}
      <p>
        {t('answer.instead')} <a href="#help-now">{t('answer.instead.link')}</a>
      </p>
    </div>
  )
}

/** For whoever has no words for it, or whose words we do not know. */
function Needs({ chrome, query, needs, answer }: SearchPageProps) {
  const { t } = chrome.translator
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">
        {t(query.q !== '' && answer?.meaning.length === 0 ? 'search.needs.notUnderstood' : 'search.needs')}
      </h2>
      <Again chrome={chrome} query={query} without={['q', 'kind']}>
        {needs.map(({ id, kind }) => (
          <p>
            <button type="submit" class="alt" name="kind" value={kind}>
              {t(`need.${id}`)}
            </button>
          </p>
        ))}
      </Again>
    </section>
  )
}

function FoundThere(props: SearchPageProps & { answer: Found }) {
  const { chrome, reader, answer } = props
  const { t, tag } = chrome.translator
  const { responsible, elsewhere, place, meaning } = answer
  const count = responsible.length + elsewhere.length
  // Nothing was looked through yet: nobody is told that there is nothing.
  const asksWhere = count === 0 && !place && !answer.placeUnknown
  return (
    <section aria-labelledby="results">
      <h2 id="results">{asksWhere ? t('search.near') : t('search.results', { count })}</h2>
      <TownNotices reader={reader} demonstration={answer.demonstration} preview={false} />
      {meaning.length > 0 && <p>{t('search.meaning', { kinds: withCommas(tag, meaning) })}</p>}
      <Place {...props} />
      {answer.said.map((kind) => (
        <div data-answer={kind.status}>
          <h3>{kind.title}</h3>
          <Answer reader={reader} kind={kind} />
        </div>
      ))}
      {responsible.length > 0 && place && <h3>{t('search.responsible', { town: place.name })}</h3>}
      <Results reader={reader} results={responsible} />
      {elsewhere.length > 0 && <h3>{place ? t('search.nearby', { town: place.name }) : t('search.named')}</h3>}
      <Results reader={reader} results={elsewhere} />
      {count === 0 && answer.said.length === 0 && !asksWhere && <Instead {...props} />}
      {place && (
        <p>
          {answer.more && t('search.moreThere')} <a href={place.href}>{t('service.back', { town: place.name })}</a>
        </p>
      )}
    </section>
  )
}

export function searchPage(props: SearchPageProps): string {
  const { chrome, answer } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      hasForm
      chrome={chrome}
      title={t('search.metaTitle')}
      description={t('search.title')}
      robots={answer ? 'noindex' : undefined}
      moreScript={urls.script('position')}
    >
      <h1>{t('search.title')}</h1>
      {answer?.urgent && <Danger chrome={chrome} />}
      {answer && <FoundThere {...props} answer={answer} />}
      {answer && <h2>{t('search.again')}</h2>}
      <Form {...props} />
      <Needs {...props} />
    </SitePage>,
  )
}
