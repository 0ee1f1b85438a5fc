/** What people are told about roles, in words. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { NoticeText } from '../../../platform/mail/notice.ts'
import type { RoleName } from '../../../platform/session/actor.ts'
import { inSentence } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { Place } from './place.ts'
import { longDay } from './wording.ts'

type About = Pick<Place, 'nameIn' | 'path'>
type Compose = (translator: Translator) => NoticeText

const nameOf = (place: About, { language }: Translator) => place.nameIn(language)

function roleNames({ t, tag }: Translator, roles: readonly RoleName[]): string {
  return inSentence(
    tag,
    roles.map((role) => t(`people.role.${role}`)),
  )
}

/** To an address that may have no account. @param given `replaces`: the successor takes over somebody's roles. */
export function invitationLetter(
  translator: Translator,
  place: Place,
  given: {
    readonly role: RoleName
    readonly token: string
    readonly expires: Temporal.Instant
    readonly instance: string
    /** They asked for it themselves, by the letter of their association. */
    readonly asked: boolean
  },
): NoticeText {
  const { t } = translator
  const [name, instance] = [nameOf(place, translator), given.instance]
  const until = longDay(translator, given.expires, place.timeZone)
  return {
    subject: t('people.mail.invited.subject', { place: name, date: until }),
    paragraphs: [
      t('people.mail.hello'),
      t('people.mail.invited.text', { place: name, instance, role: t(`people.role.${given.role}`) }),
      t('people.mail.invited.how', { date: until }),
    ],
    action: { text: t('people.mail.invited.action'), path: urls.invitation(given.token) },
    reason: given.asked ? t('people.mail.invited.asked', { place: name }) : t('people.mail.invited.reason'),
  }
}

/** To somebody who asks: proves that the address is theirs. */
export function proofLetter(
  translator: Translator,
  given: { readonly town: string; readonly name: string; readonly token: string; readonly instance: string },
): NoticeText {
  const { t } = translator
  const { town, name, token, instance } = given
  return {
    subject: t('people.mail.proof.subject', { town }),
    paragraphs: [t('people.mail.helloName', { name }), t('people.mail.proof.text', { town, instance })],
    action: { text: t('people.mail.proof.action'), path: urls.joinConfirm(token) },
    reason: t('people.mail.proof.reason'),
  }
}

export function acceptedLetter(
  translator: Translator,
  place: About,
  given: { readonly name: string; readonly role: RoleName },
): NoticeText {
  const { t } = translator
  const town = nameOf(place, translator)
  return {
    subject: t('people.mail.accepted.subject', { town }),
    paragraphs: [
      t('people.mail.helloName', { name: given.name }),
      t('people.mail.accepted.text', { town, role: t(`people.role.${given.role}`) }),
    ],
    action: { text: t('people.mail.accepted.action'), path: urls.signIn() },
    reason: t('people.mail.asked.reason', { town }),
  }
}

/** @param given `words`: what those who decided say, as they wrote it. */
export function refusedLetter(
  translator: Translator,
  place: About,
  given: { readonly name: string; readonly words: string },
): NoticeText {
  const { t } = translator
  const town = nameOf(place, translator)
  return {
    subject: t('people.mail.refused.subject', { town }),
    paragraphs: [
      t('people.mail.helloName', { name: given.name }),
      t('people.mail.refused.text', { town }),
      given.words,
      t('people.mail.refused.kept'),
    ],
    reason: t('people.mail.asked.reason', { town }),
  }
}

/** To those who decide. @param until a request that nobody has decided about is forgotten then. */
export function someoneAsks(place: About & Pick<Place, 'timeZone'>, request: string, until: Temporal.Instant): Compose {
  return (translator) => {
    const { t } = translator
    const town = nameOf(place, translator)
    return {
      subject: t('people.notice.asks.subject', { town, date: longDay(translator, until, place.timeZone) }),
      paragraphs: [t('people.notice.asks.text', { town })],
      action: { text: t('people.notice.asks.action'), path: urls.peopleRequest(place.path, request) },
      reason: t('people.notice.asks.reason', { town }),
    }
  }
}

/** To whoever invited. */
export function invitationAccepted(place: About, given: { readonly name: string; readonly role: RoleName }): Compose {
  return (translator) => {
    const { t } = translator
    const [name, role] = [nameOf(place, translator), t(`people.role.${given.role}`)]
    return {
      subject: t('people.notice.accepted.subject', { person: given.name, place: name }),
      paragraphs: [t('people.notice.accepted.text', { person: given.name, place: name, role })],
      action: { text: t('people.notice.people'), path: place.path },
      reason: t('people.notice.accepted.reason'),
    }
  }
}

/** To the person. @param roles before and after; without `after` the role was taken away. */
export function roleChanged(place: About, before: RoleName, after: RoleName | undefined): Compose {
  return (translator) => {
    const { t } = translator
    const facts = { place: nameOf(place, translator), role: t(`people.role.${before}`) }
    return {
      subject: t('people.notice.changed.subject', { place: facts.place }),
      paragraphs: [
        after
          ? t('people.notice.changed.text', { ...facts, after: t(`people.role.${after}`) })
          : t('people.notice.taken.text', facts),
        t('people.notice.changed.ask', { place: facts.place }),
      ],
      action: { text: t('people.notice.office'), path: urls.office() },
      reason: t('people.notice.changed.reason', { place: facts.place }),
    }
  }
}

/** To the successor. */
export function tookOver(place: About, from: string, roles: readonly RoleName[]): Compose {
  return (translator) => {
    const { t } = translator
    const facts = { place: nameOf(place, translator), person: from, roles: roleNames(translator, roles) }
    return {
      subject: t('people.notice.tookOver.subject', { place: facts.place, person: from }),
      paragraphs: [t('people.notice.tookOver.text', facts)],
      action: { text: t('people.notice.people'), path: place.path },
      reason: t('people.notice.changed.reason', { place: facts.place }),
    }
  }
}

/** To the only person of a town, when its association has invited somebody to take over. */
export function handingOver(place: About): Compose {
  return (translator) => {
    const { t } = translator
    const facts = { place: nameOf(place, translator) }
    return {
      subject: t('people.notice.handingOver.subject', facts),
      paragraphs: [t('people.notice.handingOver.text', facts), t('people.notice.handingOver.still')],
      action: { text: t('people.notice.people'), path: place.path },
      reason: t('people.notice.changed.reason', facts),
    }
  }
}

/** To whoever handed over. */
export function handedOver(place: About, to: string, roles: readonly RoleName[]): Compose {
  return (translator) => {
    const { t } = translator
    const facts = { place: nameOf(place, translator), person: to, roles: roleNames(translator, roles) }
    return {
      subject: t('people.notice.handedOver.subject', { place: facts.place, person: to }),
      paragraphs: [t('people.notice.handedOver.text', facts)],
      action: { text: t('people.notice.office'), path: urls.office() },
      reason: t('people.notice.handedOver.reason', { place: facts.place }),
    }
  }
}

/** To those who look after the people of a place. Without a name: whoever has gone asked to be forgotten. */
export function colleagueGone(place: About, roles: readonly RoleName[]): Compose {
  return (translator) => {
    const { t } = translator
    const facts = { place: nameOf(place, translator), roles: roleNames(translator, roles) }
    return {
      subject: t('people.notice.gone.subject', { place: facts.place }),
      paragraphs: [t('people.notice.gone.text', facts), t('people.notice.gone.check')],
      action: { text: t('people.notice.people'), path: place.path },
      reason: t('people.notice.changed.reason', { place: facts.place }),
    }
  }
}
