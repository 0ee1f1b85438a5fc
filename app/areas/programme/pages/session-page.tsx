import { Button } from '../../../ui/components/button/button.tsx'
import { FormLine, FormSelect, FormText } from '../../../ui/form-lines.tsx'
import { FormFrame } from '../../../ui/layout/form-frame.tsx'
import { urls } from '../../../urls.ts'
import type { MeetingTown, OpenMeeting } from '../../meetings/index.ts'
import type { Room } from '../schema.ts'
import type { SessionFault } from '../session-form.ts'
import { errorsOf, formOf } from './form-words.ts'

export interface SessionPageProps {
  readonly opened: OpenMeeting<MeetingTown>
  readonly id: string
  /** Undefined: it is new. */
  readonly revision: number | undefined
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly SessionFault[]
  readonly changed: boolean
  readonly rooms: readonly Room[]
  readonly languages: readonly { readonly value: string; readonly text: string }[]
  readonly stand: 'planned' | 'cancelled'
  /** Everybody was told of it. */
  readonly released: boolean
}

function Fields(props: SessionPageProps) {
  const { opened, rooms, languages } = props
  const { t } = opened.of.translator
  const form = formOf(opened.of, props)
  const line = (name: 'title' | 'day' | 'starts' | 'ends' | 'interpreted') => ({
    ...{ form, name, label: t(`programme.form.${name}`) },
  })
  const text = (name: 'what' | 'speakers' | 'materials') => ({
    ...{ form, name, label: t(`programme.form.${name}`), hint: t(`programme.hint.${name}`) },
  })
  return (
    <>
      <FormLine {...line('title')} />
      <FormText {...text('what')} />
      <FormSelect form={form} name="language" label={t('programme.form.language')} items={languages} />
      <FormLine {...line('day')} hint={t('programme.hint.day')} width="govuk-input--width-10" />
      <FormLine {...line('starts')} hint={t('programme.hint.starts')} width="govuk-input--width-5" />
      <FormLine {...line('ends')} width="govuk-input--width-5" />
      <FormSelect
        {...{ form, name: 'room', label: t('programme.form.room') }}
        items={[
          { value: '', text: t('programme.form.noRoom') },
          ...rooms.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <FormText {...text('speakers')} rows={3} />
      <FormLine {...line('interpreted')} hint={t('programme.hint.interpreted')} />
      <FormText {...text('materials')} rows={3} dir="ltr" />
    </>
  )
}

/** A session, and taking it out. */
export function SessionPage(props: SessionPageProps) {
  const { opened, id, revision, faults, changed, stand, released } = props
  const { of, workplace, town, meeting } = opened
  const { t } = of.translator
  const isNew = revision === undefined
  const { year } = meeting
  const act = stand === 'cancelled' ? 'bring-back' : 'take-out'
  const words = stand === 'cancelled' ? 'bringBack' : released ? 'cancel' : 'discard'
  return (
    <FormFrame
      {...{ of, workplace }}
      title={t(isNew ? 'programme.add' : 'programme.session')}
      back={{ href: urls.hostProgramme(town, year), text: t('programme.title', { year: `${year}` }) }}
      errors={errorsOf(of, faults)}
      changed={changed ? t('programme.changed') : undefined}
    >
      <form method="post" action={isNew ? urls.hostProgramme(town, year) : urls.hostSession(town, year, id)} novalidate>
        <input type="hidden" name="id" value={id} />
        {!isNew && <input type="hidden" name="revision" value={`${revision}`} />}
        <Fields {...props} />
        <Button preventDoubleClick>{t('programme.save')}</Button>
      </form>
      {!isNew && (
        <form method="post" action={urls.hostSessionAct(town, year, id, act)}>
          <p class="govuk-body">{t(`programme.${words}.about`)}</p>
          <Button classes={act === 'take-out' ? 'govuk-button--warning' : 'govuk-button--secondary'} preventDoubleClick>
            {t(`programme.${words}`)}
          </Button>
        </form>
      )}
    </FormFrame>
  )
}
