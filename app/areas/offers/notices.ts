/** An office is told once what is offered to it; a publisher, that somebody does not show its service. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { urls } from '../../urls.ts'
import { type DeclineReason, type LocalText, textIn } from '../checklist/index.ts'
import type { OfferPlace } from './deps.ts'

export const placeName = ({ language }: Translator, { name, names }: Pick<OfferPlace, 'name' | 'names'>): string =>
  names[language] ?? name

export const serviceName = ({ language }: Translator, place: OfferPlace, name: LocalText): string =>
  textIn(name, [language, ...place.officialLanguages]) ?? ''

/** Services named in a mail; the page has all of them. */
const mostNamed = 10

export interface OfferedService {
  readonly publisher: OfferPlace
  readonly name: LocalText
}

/** @param whom `office`: somebody who works for the place; `country`: who may decide because nobody does. */
export function offeredNotice(
  translator: Translator,
  place: OfferPlace,
  services: readonly OfferedService[],
  whom: 'office' | 'country',
): NoticeText {
  const { t } = translator
  const town = placeName(translator, place)
  const lines = services.slice(0, mostNamed).map(({ publisher, name }) => {
    return t('offers.mail.offered.one', {
      service: serviceName(translator, publisher, name),
      owner: placeName(translator, publisher),
    })
  })
  return {
    subject: t('offers.mail.offered.subject', { town, count: services.length }),
    paragraphs: [t('offers.mail.offered.text', { town }), lines.join('\n'), t('offers.mail.offered.how')],
    action: {
      text: t('offers.mail.offered.open'),
      path: whom === 'office' ? urls.officeOffers(place) : urls.officeOffersIn(place.country),
    },
    reason: t(`offers.mail.offered.reason.${whom}`, { town }),
  }
}

export function declinedNotice(
  translator: Translator,
  told: { readonly publisher: OfferPlace; readonly place: OfferPlace; readonly name: LocalText },
  service: { readonly id: string; readonly reason: DeclineReason },
): NoticeText {
  const { t } = translator
  const words = {
    town: placeName(translator, told.place),
    owner: placeName(translator, told.publisher),
    service: serviceName(translator, told.publisher, told.name),
  }
  return {
    subject: t('offers.mail.declined.subject', words),
    paragraphs: [
      t('offers.mail.declined.text', { ...words, reason: t(`offers.reason.${service.reason}`) }),
      t('offers.mail.declined.how', words),
    ],
    action: {
      text: t('offers.mail.declined.open'),
      path: urls.officeServicePart(told.publisher, service.id, 'area'),
    },
    reason: t('offers.mail.declined.reason', words),
  }
}
