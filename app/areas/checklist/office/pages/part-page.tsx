import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import type { Content } from '../../../../ui/content.ts'
import { urls } from '../../../../urls.ts'
import type { PartId } from '../service-parts.ts'
import { AboutFields } from './about-fields.tsx'
import { AreaFields } from './area-fields.tsx'
import { ConditionsFields } from './conditions-fields.tsx'
import { ContactFields } from './contact-fields.tsx'
import { FormErrors, type FormView } from './fields.tsx'
import { HoursFields } from './hours-fields.tsx'
import { LanguagePicker, TranslationFields } from './language-fields.tsx'
import { MergeChoices, MergeNotice, type MergeView } from './merge-notice.tsx'
import { NoticeFields } from './notice-fields.tsx'
import { type Frame, OfficeForm, OfficePage } from './office-page.tsx'
import type { PartView } from './part-view.ts'
import { PlaceFields } from './place-fields.tsx'

export interface PartPageProps {
  readonly frame: Frame
  readonly view: FormView
  readonly id: string
  readonly name: string
  readonly revision: number | string
  readonly part: PartId
  readonly merge?: MergeView | undefined
  /** Somebody has taken the service out: saving brings it back. */
  readonly gone: boolean
  readonly about: PartView
}

type Fields = (props: { view: FormView; about: PartView }) => Content

const fieldsOf: Readonly<Record<PartId, Fields>> = {
  about: AboutFields,
  contact: ContactFields,
  place: PlaceFields,
  hours: HoursFields,
  conditions: ConditionsFields,
  area: AreaFields,
  notice: NoticeFields,
  languages: TranslationFields,
}

/** Parts with rows that can be repeated: saving shows the form again, with fresh rows. */
const repeating: readonly PartId[] = ['contact', 'place', 'hours']

/** Parts with words that a standard text may fill in. */
const withStandard: readonly PartId[] = ['about', 'conditions']

/** One part of a service, to be filled in. */
export function PartPage({ frame, view, id, name, revision, part, merge, gone, about }: PartPageProps) {
  const { t } = frame.translator
  const Fields = fieldsOf[part]
  const more = repeating.includes(part) && (
    <button type="submit" name="after" value="more" class="govuk-button govuk-button--secondary">
      {t('checklist.office.form.saveAndMore')}
    </button>
  )
  const pick = part === 'languages' && <LanguagePicker view={view} about={about} />
  return (
    <OfficePage
      frame={frame}
      title={t(`checklist.office.part.${part}`)}
      caption={name}
      section="checklist"
      refused={view.faults.length > 0 || merge?.told !== undefined}
      back={{ href: urls.officeService(frame.town, id), text: t('checklist.office.form.backToService') }}
      first={
        <>
          <FormErrors view={view} />
          <MergeNotice translator={frame.translator} merge={merge} />
        </>
      }
    >
      {pick}
      {about.usesStandard && withStandard.includes(part) && (
        <InsetText>{t('checklist.office.standard.inForm')}</InsetText>
      )}
      {(part !== 'languages' || about.translateInto !== undefined) && (
        <OfficeForm
          of={frame.of}
          revision={revision}
          submit={t(
            gone
              ? 'checklist.office.conflict.bringBack'
              : merge
                ? 'checklist.office.conflict.save'
                : 'checklist.office.form.save',
          )}
          extra={more}
        >
          {gone && <input type="hidden" name="back" value="yes" />}
          <MergeChoices view={view} merge={merge} />
          {Fields({ view, about })}
        </OfficeForm>
      )}
    </OfficePage>
  )
}
