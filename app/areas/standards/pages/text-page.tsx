import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { type LanguageChoice, LanguageForm, PublishSection, RefusedFirst } from '../../../ui/layout/written-text.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import { audienceChoices, machineField, type TextFault, type textSlots } from '../text-rules.ts'
import { type OwnerFrame, OwnerPage } from './owner-frame.tsx'
import type { TextState } from './texts-page.tsx'

export interface SlotView {
  readonly slot: (typeof textSlots)[number]
  /** What stands there in the language it is written in; empty on the form of that language. */
  readonly source: string
  /** The source was changed since this was translated. */
  readonly outdated: boolean
  /** Where somebody else was first: what they wrote. */
  readonly theirs: string
}

export interface TextPageProps {
  readonly frame: OwnerFrame
  readonly id: string
  readonly kind: string
  /** A duty of the town: its answer may begin with the words. */
  readonly duty: boolean
  readonly state: TextState
  readonly version: number | undefined
  readonly towns: number
  readonly revision: number
  readonly source: LanguageChoice
  /** That the form is in. */
  readonly language: LanguageChoice
  readonly languages: readonly LanguageChoice[]
  readonly slots: readonly SlotView[]
  readonly fields: FormFields
  readonly faults: readonly TextFault[]
  /** Why it was not published, or not saved. */
  readonly told: 'changed' | 'second-pair' | undefined
  readonly done: DoneNotice | undefined
}

function Slot({ frame, duty, source, language, fields, faults, view }: TextPageProps & { view: SlotView }) {
  const { t } = frame.of.translator
  const { slot, source: said, outdated, theirs } = view
  const fault = faults.find(({ field }) => field === slot)
  const translates = source.code !== language.code
  return (
    <>
      {said !== '' && (
        <blockquote class="govuk-inset-text" lang={source.tag} dir="auto">
          {said}
        </blockquote>
      )}
      {outdated && (
        <p class="govuk-body">
          <strong>{t('checklist.office.languages.outdated')}</strong>
        </p>
      )}
      <Textarea
        name={slot}
        label={t(duty ? 'standards.slot.duty' : `standards.slot.${slot}`)}
        labelClasses="govuk-label--s"
        hint={t(duty ? 'standards.slot.duty.hint' : `standards.slot.${slot}.hint`)}
        lang={language.tag}
        dir="auto"
        rows={slot === 'whatHappens' ? 6 : 3}
        value={fields.get(slot)?.[0] ?? ''}
        error={fault && { prefix: t('checklist.office.form.error'), text: t(`standards.error.${fault.code}`) }}
      />
      {theirs !== '' && (
        <InsetText>
          {t('standards.theirs')} <bdi lang={language.tag}>{theirs}</bdi>
        </InsetText>
      )}
      {translates && (
        <Checkboxes
          name={machineField(slot)}
          values={fields.get(machineField(slot)) ?? []}
          items={[{ value: 'yes', text: t('checklist.office.languages.machine') }]}
          classes="govuk-checkboxes--small"
        />
      )}
    </>
  )
}

function Words(props: TextPageProps) {
  const { frame, id, duty, revision, source, language, slots, fields } = props
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.standardText(frame.texts, id)} novalidate>
      <h2 class="govuk-heading-m">
        {t('standards.text.words')} <bdi lang={language.tag}>{language.autonym}</bdi>
      </h2>
      <input type="hidden" name="revision" value={`${revision}`} />
      <input type="hidden" name="into" value={language.code} />
      {slots.map((view) => (
        <Slot {...props} view={view} />
      ))}
      {!duty && source.code === language.code && (
        <Checkboxes
          name="audiences"
          legend={t('service.forWhom')}
          legendClasses="govuk-fieldset__legend--s"
          values={fields.get('audiences') ?? []}
          items={audienceChoices.map((one) => ({ value: one, text: t(`service.audience.${one}`) }))}
          classes="govuk-checkboxes--small"
        />
      )}
      <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
    </form>
  )
}

function Publish({ frame, id, duty, state, revision, towns }: TextPageProps) {
  const { translator } = frame.of
  const { t } = translator
  const about = (
    <>
      <p class="govuk-body">{t(duty ? 'standards.publish.aboutDuty' : 'standards.publish.about', { towns })}</p>
      {towns > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.standardReach(urls.standardText(frame.texts, id))}>
            {t(duty ? 'reach.linkBegan' : 'reach.link')}
          </a>
        </p>
      )}
    </>
  )
  return (
    <PublishSection
      translator={translator}
      published={state === 'published'}
      action={urls.standardTextPublish(frame.texts, id)}
      revision={revision}
      about={about}
      submit={t('standards.publish.submit')}
      withdraw={
        <p class="govuk-body">
          <a class="govuk-link" href={urls.standardTextWithdraw(frame.texts, id)}>
            {t('standards.withdraw.link')}
          </a>
        </p>
      }
    />
  )
}

/** A standard text in one of its languages; publishing it. */
export function TextPage(props: TextPageProps) {
  const { frame, id, kind, duty, state, version, language, languages, faults, told, done } = props
  const { t } = frame.of.translator
  const errors = faults.map(({ field, code }) => ({ text: t(`standards.error.${code}`), href: `#${field}` }))
  return (
    <OwnerPage
      frame={frame}
      title={kind}
      refused={faults.length > 0 || told !== undefined}
      done={done && t(duty && done === 'published' ? 'standards.done.publishedDuty' : `standards.done.${done}`)}
      first={<RefusedFirst translator={frame.of.translator} errors={errors} told={told} />}
    >
      <p class="govuk-body">
        {t(`standards.state.${state}`)}
        {version !== undefined && ` · ${t('standards.list.version', { version: `${version}` })}`}
      </p>
      <LanguageForm
        translator={frame.of.translator}
        action={urls.standardText(frame.texts, id)}
        language={language}
        languages={languages}
      />
      <Words {...props} />
      <Publish {...props} />
    </OwnerPage>
  )
}
