import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { urls } from '../../../urls.ts'
import type { CollectionFault } from '../message-rules.ts'
import type { PracticesFrame } from '../office-request.ts'
import { PracticesPageFrame } from './practices-frame.tsx'

export interface CollectionFormPageProps {
  readonly frame: PracticesFrame
  readonly action: string
  readonly id: string
  readonly revision: number
  readonly collection: { readonly id: string } | undefined
  readonly languages: readonly SelectOption[]
  readonly fields: FormFields
  readonly faults: readonly CollectionFault[]
  readonly changed: boolean
  /** What somebody else has written, where they were faster. */
  readonly theirs: FormFields | undefined
}

function Fields({ frame, fields, faults, languages, theirs }: CollectionFormPageProps) {
  const { t } = frame.of.translator
  const typed = (name: string) => fields.get(name)?.[0] ?? ''
  const errorOf = (name: string) => {
    const fault = faults.find(({ field }) => field === name)
    return fault && { prefix: t('checklist.office.form.error'), text: t(`practices.error.${fault.code}`) }
  }
  const other = (name: 'title' | 'sentence' | 'practices') => {
    const text = theirs?.get(name)?.[0] ?? ''
    return (
      text !== '' &&
      text !== typed(name) && (
        <InsetText>
          {t('standards.theirs')} <bdi>{text}</bdi>
        </InsetText>
      )
    )
  }
  const shared = (name: 'title' | 'sentence' | 'practices') => ({
    ...{ name, label: t(`practices.collection.${name}`), labelClasses: 'govuk-label--s' },
    ...{ value: typed(name), error: errorOf(name) },
  })
  return (
    <>
      <Select
        name="language"
        label={t('practices.form.language')}
        labelClasses="govuk-label--s"
        value={typed('language')}
        error={errorOf('language')}
        items={languages}
      />
      <TextInput {...shared('title')} dir="auto" />
      {other('title')}
      <TextInput {...shared('sentence')} dir="auto" />
      {other('sentence')}
      <Textarea {...shared('practices')} hint={t('practices.collection.practicesHint')} rows={8} dir="ltr" />
      {other('practices')}
    </>
  )
}

/** Beginning a collection, or changing one. */
export function CollectionFormPage(props: CollectionFormPageProps) {
  const { frame, action, id, revision, collection, faults, changed } = props
  const { t } = frame.of.translator
  const errors = faults.map(({ field, code }) => ({ text: t(`practices.error.${code}`), href: `#${field}` }))
  return (
    <PracticesPageFrame
      frame={frame}
      title={t(collection ? 'practices.collections.change' : 'practices.collections.new')}
      back={{ href: urls.practiceCollections(), text: t('practices.collections.title') }}
      refused={errors.length > 0 || changed}
      first={
        <Refused
          translator={frame.of.translator}
          errors={errors}
          changed={changed ? t('standards.told.changed') : undefined}
        />
      }
    >
      <form method="post" action={action} novalidate>
        {!collection && <input type="hidden" name="id" value={id} />}
        <input type="hidden" name="revision" value={`${revision}`} />
        <Fields {...props} />
        <Button preventDoubleClick>{t('practices.form.save')}</Button>
      </form>
      {collection && (
        <Details summary={t('practices.collection.remove')}>
          <form method="post" action={urls.practiceCollectionRemove(collection.id)}>
            <p class="govuk-body">{t('practices.collection.removeAbout')}</p>
            <Button classes="govuk-button--warning" preventDoubleClick>
              {t('practices.collection.remove')}
            </Button>
          </form>
        </Details>
      )}
    </PracticesPageFrame>
  )
}
