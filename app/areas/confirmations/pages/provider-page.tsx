import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput, type TextInputProps } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { townSections } from '../../../ui/layout/town-sections.ts'
import { urls } from '../../../urls.ts'
import type { FactFault } from '../../checklist/index.ts'
import type { ChangePart } from '../schema.ts'
import { Bullets } from './bullets.tsx'
import { type LinkPageProps, PublishedFacts } from './link-page.tsx'

export type ProviderFault =
  | {
      readonly field: 'email' | 'postal' | 'deputy' | 'language' | 'parts'
      readonly code: 'email' | 'first' | 'noPostal' | 'postal' | 'language' | 'parts'
    }
  | { readonly field: 'parts'; readonly fact: FactFault['code'] }

/** What a provider has sent and nobody has decided on. */
export interface SentView {
  readonly id: string
  /** In words. */
  readonly on: string
  readonly parts: readonly {
    readonly part: ChangePart
    /** As drafted now; empty where a look at it takes more than a line. */
    readonly now: readonly string[]
    readonly wanted: readonly string[]
    /** The software cannot write it down by itself. */
    readonly byHand: boolean
  }[]
}

export interface ProviderPageProps {
  readonly of: OfficeFor
  readonly town: { readonly country: string; readonly slug: string }
  readonly townName: string
  readonly id: string
  readonly name: string
  readonly done: 'contact' | 'taken' | 'refused' | 'asked' | undefined
  /** Of the contact. */
  readonly revision: number
  readonly way: 'mail' | 'letter'
  readonly email: string
  /** Lines. */
  readonly postal: string
  /** Its place is: no postal lines are asked for, nor shown. */
  readonly confidential: boolean
  readonly deputy: string
  readonly language: string
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly autonym: string }[]
  /** What was done to ask, line by line; undefined: nothing yet. */
  readonly asked: readonly string[] | undefined
  /** The same of the round before, where nobody answered it. */
  readonly before: readonly string[] | undefined
  /** A letter is to be printed or posted. */
  readonly letterWaits: boolean
  /** Addresses that a mail server takes nothing for; days in words. */
  readonly refusals: readonly { readonly address: string; readonly on: string; readonly answer: string }[]
  readonly sent: SentView | undefined
  readonly draftRevision: number
  /** What the public sees, with its hash; undefined where it sees nothing. */
  readonly published: { readonly seen: string; readonly words: LinkPageProps['words'] } | undefined
  /** In words. */
  readonly today: string
  readonly faults: readonly ProviderFault[]
  /** A colleague was faster. */
  readonly late: boolean
}

function faultWords({ of: { translator } }: ProviderPageProps, fault: ProviderFault): string {
  const { t } = translator
  return 'fact' in fault ? t(`checklist.fault.${fault.fact}`) : t(`confirm.error.${fault.code}`)
}

function errorOf(props: ProviderPageProps, field: ProviderFault['field']) {
  const fault = props.faults.find((one) => one.field === field)
  return fault && { prefix: props.of.translator.t('checklist.office.form.error'), text: faultWords(props, fault) }
}

/** Of somebody else: nothing for the browser to fill in. */
function AddressInput(props: Pick<TextInputProps, 'name' | 'label' | 'hint' | 'value' | 'error'>) {
  return <TextInput {...props} type="email" dir="ltr" autocomplete="off" spellcheck={false} />
}

function EmailInput(props: ProviderPageProps) {
  const { t } = props.of.translator
  return (
    <AddressInput
      name="email"
      label={t('confirm.office.email')}
      hint={t('confirm.office.emailHint')}
      value={props.email}
      error={errorOf(props, 'email')}
    />
  )
}

/** By mail or by letter; of a confidential place by mail alone. */
function Way(props: ProviderPageProps) {
  const { of, way, postal, confidential } = props
  const { t } = of.translator
  if (confidential) {
    return (
      <>
        <InsetText>{t('confirm.office.noPostal')}</InsetText>
        <EmailInput {...props} />
      </>
    )
  }
  const lines = (
    <Textarea
      name="postal"
      label={t('confirm.office.postal')}
      hint={t('confirm.office.postalHint')}
      rows={6}
      value={postal}
      error={errorOf(props, 'postal')}
      dir="auto"
      autocomplete="off"
      spellcheck={false}
    />
  )
  return (
    <Radios
      name="way"
      legend={t('confirm.office.way')}
      legendClasses="govuk-fieldset__legend--s"
      value={way}
      items={[
        { value: 'mail', text: t('confirm.office.way.mail'), conditional: <EmailInput {...props} /> },
        {
          value: 'letter',
          text: t('confirm.office.way.letter'),
          hint: t('confirm.office.way.letterHint'),
          conditional: lines,
        },
      ]}
    />
  )
}

function ContactForm(props: ProviderPageProps) {
  const { of, town, id, deputy, language, languages, revision } = props
  const { t } = of.translator
  return (
    <form method="post" action={urls.officeProvider(town, id)} novalidate>
      <h2 class="govuk-heading-m">{t('confirm.office.contact')}</h2>
      <p class="govuk-body">{t('confirm.office.contactAbout')}</p>
      <input type="hidden" name="revision" value={`${revision}`} />
      <Way {...props} />
      <AddressInput
        name="deputy"
        label={t('confirm.office.deputy')}
        hint={t('confirm.office.deputyHint')}
        value={deputy}
        error={errorOf(props, 'deputy')}
      />
      <Select
        name="language"
        label={t('confirm.office.language')}
        value={language}
        error={errorOf(props, 'language')}
        items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
      />
      <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
    </form>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <p class="govuk-body govuk-!-margin-bottom-1">
          <bdi>{line}</bdi>
        </p>
      ))}
    </>
  )
}

function Sent(props: ProviderPageProps & { readonly sent: SentView }) {
  const { of, sent, draftRevision, town, id } = props
  const { t } = of.translator
  return (
    <section aria-labelledby="sent">
      <h2 class="govuk-heading-m" id="sent">
        {t('confirm.office.sent')}
      </h2>
      <p class="govuk-body">{t('confirm.office.sentAbout', { date: sent.on })}</p>
      {sent.parts.map(({ part, now, wanted }) => (
        <SummaryList
          card={{ title: t(`confirm.part.${part}`), headingLevel: 3 }}
          rows={[
            { key: t('confirm.office.wanted'), value: <Lines lines={wanted} /> },
            ...(now.length > 0 ? [{ key: t('confirm.office.now'), value: <Lines lines={now} /> }] : []),
          ]}
        />
      ))}
      <form method="post" action={urls.officeProviderChange(town, id)} novalidate>
        <input type="hidden" name="change" value={sent.id} />
        <input type="hidden" name="revision" value={`${draftRevision}`} />
        <Checkboxes
          name="parts"
          legend={t('confirm.office.take')}
          legendClasses="govuk-fieldset__legend--s"
          hint={t('confirm.office.takeHint')}
          classes="govuk-checkboxes--small"
          values={[]}
          error={errorOf(props, 'parts')}
          items={sent.parts.map(({ part, byHand }) => ({
            value: part,
            text: t(`confirm.part.${part}`),
            ...(byHand ? { hint: t('confirm.office.byHand') } : {}),
          }))}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick name="decision" value="take">
            {t('confirm.office.takeButton')}
          </Button>
          <Button preventDoubleClick name="decision" value="refuse" classes="govuk-button--secondary">
            {t('confirm.office.refuseButton')}
          </Button>
        </div>
      </form>
    </section>
  )
}

function AskedLines({ of: { translator }, town, asked, before, letterWaits, revision }: ProviderPageProps) {
  const { t } = translator
  if (!asked) return revision === 0 ? null : <p class="govuk-body">{t('confirm.office.neverAsked')}</p>
  return (
    <>
      <Bullets lines={asked} />
      {before && (
        <>
          <p class="govuk-body">{t('confirm.office.before')}</p>
          <Bullets lines={before} />
        </>
      )}
      {letterWaits && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeLetters(town)}>
            {t('confirm.letters.title')}
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.officeSilentProviders(town)}>
          {t('confirm.silent.all')}
        </a>
      </p>
    </>
  )
}

/** What a foreign server has answered, word by word: it helps whoever looks after the mailbox. */
function Refusals({ of: { translator }, refusals }: ProviderPageProps) {
  const { t } = translator
  if (refusals.length === 0) return null
  return (
    <section aria-labelledby="refused">
      <h2 class="govuk-heading-m" id="refused">
        {t('confirm.office.refused')}
      </h2>
      {refusals.map(({ address, on, answer }) => (
        <SummaryList
          rows={[
            { key: t('confirm.office.refusedAddress'), value: <bdi>{address}</bdi> },
            { key: t('confirm.office.refusedOn'), value: on },
            {
              key: t('confirm.office.refusedAnswer'),
              value: (
                <bdi lang="en" dir="ltr">
                  {answer}
                </bdi>
              ),
            },
          ]}
        />
      ))}
      <p class="govuk-body">{t('confirm.office.refusedHow')}</p>
    </section>
  )
}

/** Asked by telephone: about what the public sees, not about the draft. */
function Telephone({ of, town, id, published, today }: ProviderPageProps) {
  const { t } = of.translator
  if (!published) return null
  return (
    <form method="post" action={urls.officeProviderAsked(town, id)}>
      <h2 class="govuk-heading-m">{t('confirm.office.telephone')}</h2>
      <p class="govuk-body">{t('confirm.office.telephoneAbout', { date: today })}</p>
      <Details summary={t('confirm.change.published')}>
        <PublishedFacts of={of} words={published.words} />
      </Details>
      <input type="hidden" name="seen" value={published.seen} />
      <Button preventDoubleClick classes="govuk-button--secondary">
        {t('confirm.office.telephoneButton')}
      </Button>
    </form>
  )
}

/** Who confirms a service. */
export function ProviderPage(props: ProviderPageProps) {
  const { of, town, townName, id, name, done, sent, faults, late } = props
  const { t } = of.translator
  const errors = faults.map((fault) => ({ text: faultWords(props, fault), href: `#${fault.field}` }))
  return (
    <OfficeFrame
      of={of}
      title={t('confirm.office.title')}
      caption={name}
      workplace={{ name: townName, items: townSections(of, town, 'checklist') }}
      back={{ href: urls.officeService(town, id), text: t('checklist.office.form.backToService') }}
      done={done && t(`confirm.office.done.${done}`)}
      refused={errors.length > 0 || late}
      first={
        <Refused translator={of.translator} errors={errors} changed={late ? t('confirm.office.late') : undefined} />
      }
    >
      {sent && <Sent {...props} sent={sent} />}
      <p class="govuk-body">{t('confirm.office.about')}</p>
      <AskedLines {...props} />
      <Refusals {...props} />
      <Telephone {...props} />
      <ContactForm {...props} />
    </OfficeFrame>
  )
}
