import { CallButton } from '../../../ui/components/call-button/call-button.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import type { Content } from '../../../ui/content.ts'
import type { HoursView } from '../present-hours.ts'
import type { Fact, PhoneView, ServiceView } from '../present-service.ts'
import type { Reader } from '../reader.ts'
import { spoken, Text } from './text.tsx'

export interface ServiceCardProps {
  readonly reader: Reader
  readonly service: ServiceView
  /** Address of the service's own page; absent on that page itself. */
  readonly href?: string | undefined
  /** On its own page everything is unfolded. */
  readonly unfolded?: boolean
  /** The page has said already that its services are in this language. */
  readonly languageTold?: string | undefined
  /** How far it is from the place that somebody asked for. */
  readonly distance?: string | undefined
  /** Of its name among the headings, told to screen readers: it looks the same at every level. */
  readonly level?: number | undefined
}

function Tags({ reader, service, distance }: ServiceCardProps) {
  const { state } = service.hours
  const tones = { open: 'tag yes', closed: 'tag no', unsure: 'tag no' } as const
  const closed = service.closure?.begun === true
  const tags: Content[] = [
    state && !closed && <li class={tones[state.tone]}>{state.text}</li>,
    closed && <li class="tag no">{reader.translator.t('service.closedTemporarily')}</li>,
    service.fee && <li class="tag">{service.fee}</li>,
    distance && <li class="tag">{distance}</li>,
    service.runBy && <li class="tag from">{service.runBy}</li>,
  ].filter(Boolean)
  return tags.length === 0 ? null : <ul class="tags">{tags}</ul>
}

/** What language the words are in, and who translated them: said above the words. */
function Wording({ reader, service, languageTold }: ServiceCardProps) {
  const { t, language } = reader.translator
  const foreign = [language, languageTold].includes(service.name.language) ? undefined : service.name.language
  return (
    <>
      {foreign && <p class="dim">{t('service.inLanguage', { language: reader.languageName(foreign) })}</p>}
      {service.machine && (
        <p class="dim" data-origin="machine">
          {t('service.machine')}
        </p>
      )}
    </>
  )
}

/** What holds for some days only: said before all that usually holds. */
export function ForNow({ reader, service: { alert, alertUntil, closure } }: { reader: Reader; service: ServiceView }) {
  return (
    <>
      {alert && (
        <p class="note alert">
          <Text reader={reader} value={alert} /> {alertUntil}
        </p>
      )}
      {closure && (
        <p class="note alert">
          {closure.words} {closure.text && <Text reader={reader} value={closure.text} />}
        </p>
      )}
    </>
  )
}

/** With everything that is known of this line: what it takes, languages, cost, hours of its own. */
export function Phone({ reader, phone }: { reader: Reader; phone: PhoneView }) {
  const { t } = reader.translator
  const details = phone.details.join(' · ')
  return (
    <p>
      {phone.label && (
        <>
          <Text reader={reader} value={phone.label} />{' '}
        </>
      )}
      <CallButton
        number={phone.number}
        dial={phone.dial}
        label={phone.dial === null ? undefined : t('service.callWord')}
      />
      {phone.dial === null && <span class="dim"> {t('service.fictional')}</span>}
      {details && <span class="dim"> {details}</span>}
      {phone.hours && (
        <span class="dim" {...spoken(reader, phone.hours)}>
          {' '}
          {phone.hours.text}
        </span>
      )}
    </p>
  )
}

/** Phone, chat, e-mail, website. */
function Reach({ reader, service }: ServiceCardProps) {
  const { t } = reader.translator
  const links: Content[] = [
    service.chat && (
      <OutsideLink class="btn" href={service.chat}>
        {t('service.chat')}
      </OutsideLink>
    ),
    service.email && <a href={`mailto:${service.email}`}>{service.email}</a>,
    service.web && <OutsideLink href={service.web}>{t('service.web')}</OutsideLink>,
  ].filter(Boolean)
  return (
    <>
      {service.phones.map((phone) => (
        <Phone reader={reader} phone={phone} />
      ))}
      {links.length > 0 && <p>{links.map((link, index) => [index > 0 && ' · ', link])}</p>}
    </>
  )
}

function FactRows({ reader, facts }: { reader: Reader; facts: readonly Fact[] }) {
  return (
    <>
      {facts.map(({ label, words, text }) => (
        <>
          <dt>{label}</dt>
          {text && words === '' ? (
            <dd {...spoken(reader, text)}>{text.text}</dd>
          ) : (
            <dd>
              {words}
              {text && '. '}
              {text && <Text reader={reader} value={text} />}
            </dd>
          )}
        </>
      ))}
    </>
  )
}

function HoursRows({ reader, hours }: { reader: Reader; hours: HoursView }) {
  const { t } = reader.translator
  const nothing = hours.week.length === 0 && hours.exceptions.length === 0 && !hours.note
  return (
    <>
      <dt>{t('service.hours')}</dt>
      {nothing && <dd>{t('service.hours.unknown')}</dd>}
      {hours.week.map(({ days, times }) => (
        <dd>
          {days} <bdi>{times}</bdi>
        </dd>
      ))}
      {hours.exceptions.map(({ days, times, note }) => (
        <dd>
          {days} <bdi>{times}</bdi> {note && <Text reader={reader} value={note} />}
        </dd>
      ))}
      {hours.rules.map((rule) => (
        <dd>{rule}</dd>
      ))}
      {hours.note && <dd {...spoken(reader, hours.note)}>{hours.note.text}</dd>}
      {hours.whenClosed && (
        <>
          <dt>{t('service.whenClosed')}</dt>
          <dd {...spoken(reader, hours.whenClosed)}>{hours.whenClosed.text}</dd>
        </>
      )}
    </>
  )
}

function PlaceRows({ reader, service }: ServiceCardProps) {
  const { t } = reader.translator
  const { place } = service
  if (!place.confidential && place.addresses.length === 0) return null
  return (
    <>
      <dt>{t('service.place')}</dt>
      {place.confidential && <dd>{t('service.place.confidential')}</dd>}
      {place.addresses.map(({ lines, directions }) => (
        <dd>
          <bdi>{lines.join(', ')}</bdi>
          {directions && (
            <>
              . {t('service.place.directions')}: <Text reader={reader} value={directions} />
            </>
          )}
        </dd>
      ))}
    </>
  )
}

function Details({ reader, service }: ServiceCardProps) {
  return (
    <dl>
      <HoursRows reader={reader} hours={service.hours} />
      <PlaceRows reader={reader} service={service} />
      <FactRows reader={reader} facts={service.facts} />
    </dl>
  )
}

/** The questions children ask first stand open; what a caller does not need at once folds. */
export function ServiceCard(props: ServiceCardProps) {
  const { reader, service, href, level, unfolded = false } = props
  const { t } = reader.translator
  const { name } = service
  return (
    <article data-kinds={service.kinds.join(' ')} data-service={service.id}>
      {href ? (
        <h4 aria-level={level}>
          <a href={href} {...spoken(reader, name)}>
            {name.text}
          </a>
        </h4>
      ) : (
        <h1 {...spoken(reader, name)}>{name.text}</h1>
      )}
      <Wording {...props} />
      <ForNow reader={reader} service={service} />
      <Tags {...props} />
      {service.whatHappens && <p {...spoken(reader, service.whatHappens)}>{service.whatHappens.text}</p>}
      <Reach {...props} />
      <dl>
        <FactRows reader={reader} facts={service.questions} />
      </dl>
      {unfolded ? (
        <Details {...props} />
      ) : (
        <details>
          <summary>{t('service.more')}</summary>
          <Details {...props} />
        </details>
      )}
      <p class="dim">{service.checked.words}</p>
    </article>
  )
}
