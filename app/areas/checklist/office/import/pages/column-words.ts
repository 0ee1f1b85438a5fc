/** Our columns in the words of the office. */
import type { MessageKey } from '../../../../../platform/i18n/messages.gen.ts'
import type { Translator } from '../../../../../platform/i18n/messages.ts'

const keys: Readonly<Record<string, MessageKey>> = {
  name: 'checklist.office.about.name',
  what_happens: 'checklist.office.about.whatHappens',
  area_note: 'checklist.office.area.note',
  fee_note: 'checklist.office.conditions.feeNote',
  access_note: 'checklist.office.conditions.accessNote',
  parent_note: 'checklist.office.conditions.parentNote',
  tells_note: 'checklist.office.conditions.tellsNote',
  how_decided: 'checklist.office.conditions.howDecided',
  how_to_complain: 'checklist.office.conditions.howToComplain',
  hours_note: 'checklist.office.hours.note',
  when_closed: 'checklist.office.hours.whenClosed',
  alert: 'checklist.office.notice.alert',
  closed_text: 'checklist.office.notice.closureText',
  source_id: 'checklist.office.import.sourceId',
  revision: 'checklist.office.import.revision',
  kinds: 'checklist.office.about.kinds',
  provider: 'checklist.office.about.provider',
  audiences: 'checklist.office.about.audiences',
  age_min: 'checklist.office.about.ageMin',
  age_max: 'checklist.office.about.ageMax',
  phones: 'checklist.office.contact.phones',
  email: 'checklist.office.contact.email',
  web: 'checklist.office.contact.web',
  chat: 'checklist.office.contact.chat',
  confidential: 'checklist.office.import.confidential',
  street: 'checklist.office.place.street',
  address_extra: 'checklist.office.place.extra',
  postcode: 'checklist.office.place.postcode',
  town: 'checklist.office.place.town',
  latitude: 'checklist.office.import.latitude',
  longitude: 'checklist.office.import.longitude',
  hours: 'checklist.office.hours.week',
  appointment: 'checklist.office.hours.appointment',
  fee: 'checklist.office.import.fee',
  languages: 'checklist.office.conditions.languages',
  interpreters: 'checklist.office.import.interpreters',
  access: 'checklist.office.import.access',
  parent_needed: 'checklist.office.import.parentNeeded',
  tells_others: 'checklist.office.import.tellsOthers',
  anonymous: 'checklist.office.import.anonymous',
  alert_from: 'checklist.office.notice.alertFrom',
  alert_until: 'checklist.office.notice.alertUntil',
  closed_from: 'checklist.office.notice.closureFrom',
  closed_to: 'checklist.office.notice.closureTo',
  checked_on: 'checklist.office.import.checkedOn',
  confirm_email: 'checklist.office.import.confirmEmail',
  confirm_language: 'checklist.office.import.confirmLanguage',
}

/** `name_ar` → "Name of the service (العربية)". */
export function columnWords({ t }: Translator, column: string, languageName: (code: string) => string): string {
  const plain = keys[column]
  if (plain) return t(plain as 'checklist.office.about.name')
  const [, base = '', code = ''] = /^(.+)_([a-z]{2,3}(?:-[A-Za-z]{4})?)$/.exec(column) ?? []
  const key = keys[base]
  return key
    ? t('checklist.office.import.inLanguage', {
        column: t(key as 'checklist.office.about.name'),
        language: languageName(code),
      })
    : column
}
