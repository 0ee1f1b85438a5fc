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
  /** The association has noted that its office wants no letters. */
  readonly wantsNone: boolean
  readonly typed: TypedContact
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly autonym: string }[]
  readonly errors: readonly FormError[]
  readonly conflict: boolean
}

/** Where one member is written to. */
export function ContactPage(props: ContactPageProps) {
  const { frame, authority, town, contact, wantsNone, errors, conflict } = props
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
      {(conflict || contact?.refused || contact?.stopped || wantsNone) && (
        <InsetText>
          <ContactLines frame={frame} contact={contact} wantsNone={wantsNone} />
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
      <NoLetters {...props} />
    </UnionPage>
  )
}

/** A no that came on paper or by telephone; and the office's own later yes. */
function NoLetters({ frame, authority, wantsNone }: ContactPageProps) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.townContact(frame.union, authority)}>
      <h2 class="govuk-heading-m">{t('campaigns.contact.noLetters')}</h2>
      <p class="govuk-body">{t(wantsNone ? 'campaigns.contact.noLettersBack' : 'campaigns.contact.noLettersAbout')}</p>
      <input type="hidden" name="do" value={wantsNone ? 'letters' : 'no-letters'} />
      <Button preventDoubleClick classes="govuk-button--secondary">
        {t(wantsNone ? 'campaigns.contact.lettersAgain' : 'campaigns.contact.noLettersNote')}
      </Button>
    </form>
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
