import { Button } from '../../../../ui/components/button/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../../urls.ts'
import { errorAt, type FormError, type UnionFrame, UnionPage } from '../../pages/union-frame.tsx'
import type { Contact, TypedContact } from '../contact-rules.ts'
import { ContactLines } from './contacts-page.tsx'

export interface ContactPageProps {
  readonly frame: UnionFrame
  /** Id. */
  readonly authority: string
  readonly town: string
  /** As it stands. */
  readonly contact: Contact | undefined
  readonly typed: TypedContact
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly autonym: string }[]
  readonly errors: readonly FormError[]
  readonly conflict: boolean
}

/** Where one member is written to. */
export function ContactPage(props: ContactPageProps) {
  const { frame, authority, town, contact, errors, conflict } = props
  const { t } = frame.of.translator
  const action = urls.townContact(frame.union, authority)
  const revision = <input type="hidden" name="revision" value={`${contact?.revision ?? 0}`} />
  return (
    <UnionPage
      frame={frame}
      title={t('campaigns.contact.title', { town })}
      errors={errors}
      conflict={conflict}
      back={{ href: urls.townContacts(frame.union), text: t('campaigns.contacts.back') }}
    >
      {(conflict || contact?.refused || contact?.stopped) && (
        <InsetText>
          <ContactLines frame={frame} contact={contact} />
        </InsetText>
      )}
      {contact?.refused && <p class="govuk-body">{t('campaigns.contact.again')}</p>}
      <form method="post" action={action} novalidate>
        {revision}
        <Fields {...props} />
        <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
      </form>
      {contact && (
        <form method="post" action={action}>
          {revision}
          <input type="hidden" name="do" value="remove" />
          <Button preventDoubleClick classes="govuk-button--secondary">
            {t('campaigns.contact.remove')}
          </Button>
        </form>
      )}
    </UnionPage>
  )
}

function Fields({ frame, typed, languages, errors }: ContactPageProps) {
  const { t } = frame.of.translator
  return (
    <>
      <TextInput
        name="office"
        label={t('campaigns.contact.office')}
        hint={t('campaigns.contact.officeHint')}
        dir="auto"
        value={typed.office}
        error={errorAt(frame, errors, 'office')}
      />
      <TextInput
        name="email"
        type="email"
        label={t('campaigns.contact.email')}
        hint={t('campaigns.contact.emailHint')}
        dir="ltr"
        spellcheck={false}
        value={typed.email}
        error={errorAt(frame, errors, 'email')}
      />
      <Textarea
        name="postal"
        label={t('campaigns.contact.postal')}
        hint={t('campaigns.contact.postalHint')}
        dir="auto"
        rows={5}
        value={typed.postal}
        error={errorAt(frame, errors, 'postal')}
      />
      <Select
        name="language"
        label={t('campaigns.contact.language')}
        value={typed.language}
        items={[
          { value: '', text: t('campaigns.contact.languageOwn') },
          ...languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag })),
        ]}
      />
    </>
  )
}
