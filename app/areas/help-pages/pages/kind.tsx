/** What pages with the services of a kind have in common. */
import { Notice } from '../../../ui/components/notice/notice.tsx'
import { createKeptMarkup, type KeptMarkup } from '../../../ui/kept-markup.ts'
import { urls } from '../../../urls.ts'
import type { ServiceView } from '../present-service.ts'
import type { KindView } from '../present-town.ts'
import type { Reader } from '../reader.ts'
import { ServiceCard, type ServiceCardProps } from './service-card.tsx'
import { Text } from './text.tsx'

export interface KindProps {
  readonly reader: Reader
  readonly place: { readonly country: string; readonly slug: string }
  readonly kind: KindView
  readonly foreignLanguage: string | undefined
  /** Where cards are kept, if not with those of all pages. */
  readonly cards?: KeptCards | undefined
  /** Of the names of services among the headings, where it is not the fourth. */
  readonly level?: 2 | undefined
}

export type KeptCards = KeptMarkup<ServiceView, string | undefined>

/** What the town has answered. */
export function Answer({ reader, kind }: Pick<KindProps, 'reader' | 'kind'>) {
  const { t } = reader.translator
  const { answer, status } = kind
  if (!answer) return null
  const bare = status === 'available' && kind.services.length + kind.alsoHere.length > 0
  return (
    <>
      {!(bare && !answer.note) && (
        <p>
          {!bare && <strong>{answer.words}</strong>}
          {!bare && answer.note && ': '}
          {answer.note && <Text reader={reader} value={answer.note} />}
        </p>
      )}
      {answer.deadEnd && (
        <p>
          {t('answer.instead')} <a href="#help-now">{t('answer.instead.link')}</a>
        </p>
      )}
      {!bare && <p class="dim">{answer.given}</p>}
    </>
  )
}

/** Views are kept while they are true: their markup need not be made twice. */
const keptCards: KeptCards = createKeptMarkup()
/** Those of a page that is of one kind alone. */
const keptCardsOfOneKind: KeptCards = createKeptMarkup()

function KeptCard({ cards, ...props }: ServiceCardProps & { readonly cards: KeptCards }) {
  return cards(props.service, props.languageTold, () => <ServiceCard {...props} />)
}

export function Cards({
  reader,
  place,
  kind,
  foreignLanguage,
  level,
  cards = level ? keptCardsOfOneKind : keptCards,
}: KindProps) {
  const href = (id: string) => urls.service(reader.translator.language, place, id)
  return (
    <>
      {kind.services.map((service) => (
        <KeptCard
          cards={cards}
          reader={reader}
          service={service}
          href={href(service.id)}
          languageTold={foreignLanguage}
          level={level}
        />
      ))}
    </>
  )
}

/** Services whose card stands under an earlier kind. */
export function AlsoHere({ reader, place, kind: { alsoHere } }: KindProps) {
  const { t, language } = reader.translator
  if (alsoHere.length === 0) return null
  return (
    <p>
      {t('service.alsoHere')}{' '}
      {alsoHere.map(({ id, name }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={urls.service(language, place, id)}>
            <Text reader={reader} value={name} />
          </a>
        </>
      ))}
    </p>
  )
}

/** What whoever reads the page has to know about it first. */
export function TownNotices({
  reader,
  demonstration,
  preview,
}: {
  reader: Reader
  demonstration: boolean
  preview: boolean
}) {
  const { t } = reader.translator
  return (
    <>
      {preview && (
        <Notice kind="alert">
          <p>{t('page.preview')}</p>
        </Notice>
      )}
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('page.demonstration')}</p>
        </Notice>
      )}
    </>
  )
}

export function ForeignLanguage({ reader, language }: { reader: Reader; language: string | undefined }) {
  if (!language) return null
  return <p class="dim">{reader.translator.t('page.servicesIn', { language: reader.languageName(language) })}</p>
}
