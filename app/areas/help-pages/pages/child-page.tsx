/** The view for children and teenagers: three big buttons, words for their age, who answers here. */
import type { HelpNumber } from '../../../ui/components/help-numbers/help-numbers.tsx'
import { Notice } from '../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import type { Content } from '../../../ui/content.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import type { AgeGroup } from '../children/child-rules.ts'
import type { ChildText } from '../children/child-texts.ts'
import type { Chrome } from '../chrome.ts'
import type { ServiceView } from '../present-service.ts'
import type { Reader } from '../reader.ts'
import { Door, Hands, Morning, Talking } from './drawings.tsx'
import { ForNow, Phone } from './service-card.tsx'
import { SitePage } from './site-page.tsx'
import { spoken, Text } from './text.tsx'

export interface ChildServiceView {
  readonly service: ServiceView
  readonly href: string
  readonly quiet: boolean
}

export interface ChildPageProps {
  readonly chrome: Chrome
  readonly reader: Reader
  readonly town: { readonly name: string; readonly href: string; readonly demonstration: boolean }
  readonly age: AgeGroup | undefined
  readonly ages: readonly { readonly age: AgeGroup; readonly href: string }[]
  /** In the language of the page, or else in English. */
  readonly text: ChildText
  /** Where the words are not in the page's language. */
  readonly textLanguage: { readonly lang: string; readonly dir: 'ltr' | 'rtl' } | undefined
  readonly machine: boolean
  readonly emergency: HelpNumber | undefined
  readonly childLine: HelpNumber | undefined
  readonly services: readonly ChildServiceView[]
  readonly robots: string | undefined
}

/** The three things that matter most. */
function Buttons({ chrome, emergency, childLine, services }: ChildPageProps) {
  const { t } = chrome.translator
  const quiet = services.some((one) => one.quiet)
  return (
    <ul class="big" data-child-buttons>
      {emergency?.number && emergency.dial !== null && (
        <li>
          <a class="go danger" href={`tel:${emergency.dial}`}>
            <span>{t('children.danger')}</span> <bdi dir="ltr">{emergency.number}</bdi>
          </a>
        </li>
      )}
      {childLine?.number && childLine.dial !== null && (
        <li>
          <a class="go" href={`tel:${childLine.dial}`}>
            <span>{t('children.talk')}</span> <bdi dir="ltr">{childLine.number}</bdi>
          </a>
        </li>
      )}
      <li>
        <a class="go" href={quiet ? '#quiet' : '#who'}>
          {t(quiet ? 'children.write' : 'children.who')}
        </a>
      </li>
    </ul>
  )
}

function Ages({ chrome, age, ages }: ChildPageProps) {
  const { t } = chrome.translator
  return (
    <nav aria-label={t('children.age')}>
      <ul class="links">
        {ages.map(({ age: one, href }) => (
          <li>
            <a href={href} aria-current={one === age ? 'page' : undefined}>
              {t(`children.age.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const drawings: Record<string, () => Content> = {
  fault: () => <Morning />,
  do: () => <Door />,
  call: () => <Talking />,
  friend: () => <Hands />,
}

function Sections({ chrome, text, textLanguage, services, reader }: ChildPageProps) {
  const { t } = chrome.translator
  return (
    <div {...(textLanguage ?? {})} data-read-aloud>
      <p>{text.lead}</p>
      {text.sections.map(({ id, heading, paragraphs, list }) => (
        <section aria-labelledby={id}>
          <h2 id={id}>{heading}</h2>
          {drawings[id]?.()}
          {paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          {list.length > 0 && (
            <ul>
              {list.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          )}
          {id === 'quiet' && <Quiet reader={reader} services={services} none={t('children.write.none')} />}
        </section>
      ))}
    </div>
  )
}

/** Every way here that needs no voice. */
function Quiet({ reader, services, none }: { reader: Reader; services: ChildPageProps['services']; none: string }) {
  const quiet = services.filter((one) => one.quiet)
  return quiet.length === 0 ? <p>{none}</p> : <Names reader={reader} services={quiet} />
}

function Names({ reader, services }: Pick<ChildPageProps, 'reader' | 'services'>) {
  return (
    <ul class="links">
      {services.map(({ service, href }) => (
        <li>
          <a href={href}>
            <Text reader={reader} value={service.name} />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What a child wants to know of it; all the rest stands on its own page. */
function Card({ reader, one }: { reader: Reader; one: ChildServiceView }) {
  const { t } = reader.translator
  const { service, href } = one
  const { state } = service.hours
  return (
    <article data-service={service.id} data-kinds={service.kinds.join(' ')}>
      <h3>
        <a href={href} {...spoken(reader, service.name)}>
          {service.name.text}
        </a>
      </h3>
      {service.machine && (
        <p class="dim" data-origin="machine">
          {t('service.machine')}
        </p>
      )}
      <ForNow reader={reader} service={service} />
      {state && !service.closure?.begun && (
        <ul class="tags">
          <li class={state.tone === 'open' ? 'tag yes' : 'tag no'}>{state.text}</li>
        </ul>
      )}
      {service.whatHappens && <p {...spoken(reader, service.whatHappens)}>{service.whatHappens.text}</p>}
      {service.phones.map((phone) => (
        <Phone reader={reader} phone={phone} />
      ))}
      {service.chat && (
        <p>
          <OutsideLink class="btn" href={service.chat}>
            {t('service.chat')}
          </OutsideLink>
        </p>
      )}
      <dl>
        {service.questions.map(({ label, words, text }) => (
          <>
            <dt>{label}</dt>
            <dd>
              {words}
              {text && (
                <>
                  . <Text reader={reader} value={text} />
                </>
              )}
            </dd>
          </>
        ))}
        {service.fee && (
          <>
            <dt>{t('service.fee')}</dt>
            <dd>{service.fee}</dd>
          </>
        )}
      </dl>
    </article>
  )
}

/** Nobody scrolls through thirty: those that help soonest, and the names of the others. */
const mostCards = 8

function Who({ chrome, reader, town, services }: ChildPageProps) {
  const { t } = chrome.translator
  return (
    <section aria-labelledby="who">
      <h2 id="who">{t('children.who.title', { town: town.name })}</h2>
      {services.length === 0 && (
        <p>
          {t('answer.instead')} <a href="#help-now">{t('answer.instead.link')}</a>
        </p>
      )}
      {services.slice(0, mostCards).map((one) => (
        <Card reader={reader} one={one} />
      ))}
      {services.length > mostCards && (
        <details>
          <summary>{t('children.who.more')}</summary>
          <Names reader={reader} services={services.slice(mostCards)} />
        </details>
      )}
      <p>
        <a href={town.href}>{t('service.back', { town: town.name })}</a>
      </p>
    </section>
  )
}

/** Neutral title, neutral icon: it stands in the history of a shared phone. */
export function childPage(props: ChildPageProps): string {
  const { chrome, town, machine, robots } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      hasForm
      chrome={chrome}
      title={t('children.metaTitle', { town: town.name })}
      description={t('children.metaTitle', { town: town.name })}
      robots={robots}
      moreScript={urls.script('read-aloud')}
    >
      <h1>{t('children.title')}</h1>
      {town.demonstration && (
        <Notice kind="demonstration">
          <p>{t('page.demonstration')}</p>
        </Notice>
      )}
      {machine && (
        <p class="dim" data-origin="machine">
          {t('service.machine')}
        </p>
      )}
      <Buttons {...props} />
      <Ages {...props} />
      <p>
        <button type="button" class="alt" data-read data-stop={t('children.read.stop')} hidden>
          {t('children.read')}
        </button>
      </p>
      <Sections {...props} />
      <Who {...props} />
    </SitePage>,
  )
}
