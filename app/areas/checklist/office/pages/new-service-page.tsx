import { Fieldset } from '../../../../ui/components/fieldset/fieldset.tsx'
import { urls } from '../../../../urls.ts'
import { KindsField, NameFields, WrittenInField } from './about-fields.tsx'
import { BeginField, type BeginView } from './begin-field.tsx'
import { FormErrors, type FormView } from './fields.tsx'
import { MergeChoices, MergeNotice, type MergeView } from './merge-notice.tsx'
import { type Frame, OfficeForm, OfficePage } from './office-page.tsx'
import type { PartView } from './part-view.ts'
import { AddressRow, PlaceChoice } from './place-fields.tsx'

export interface NewServicePageProps {
  readonly frame: Frame
  readonly view: FormView
  /** Made with the form: sending it twice makes one service. */
  readonly id: string
  readonly kind: { readonly id: string; readonly name: string }
  /** 0, or that of the service which the same form made before. */
  readonly revision: number
  readonly merge?: MergeView | undefined
  readonly about: PartView
  /** Undefined once the service is there. */
  readonly begin: BeginView | undefined
}

/** The least that a service begins with; everything else follows on its own page. */
export function NewServicePage({ frame, view, id, kind, revision, merge, about, begin }: NewServicePageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.newService.title')}
      section="checklist"
      refused={view.faults.length > 0 || merge?.told !== undefined}
      back={{ href: urls.officeKind(frame.town, kind.id), text: kind.name }}
      first={
        <>
          <FormErrors view={view} />
          <MergeNotice translator={frame.translator} merge={merge} />
        </>
      }
    >
      <p class="govuk-body">{t('checklist.office.newService.about')}</p>
      <OfficeForm
        of={frame.of}
        revision={revision}
        submit={t(merge ? 'checklist.office.conflict.save' : 'checklist.office.newService.save')}
      >
        <input type="hidden" name="id" value={id} />
        <MergeChoices view={view} merge={merge} />
        <WrittenInField view={view} about={about} />
        {begin && <BeginField view={view} begin={begin} />}
        <NameFields view={view} about={about} />
        <PlaceChoice
          view={view}
          addresses={
            <Fieldset legend={t('checklist.office.newService.address')} legendClasses="govuk-fieldset__legend--m">
              <p class="govuk-hint office-always-shown">{t('checklist.office.newService.addressHint')}</p>
              <AddressRow view={view} index={0} lang={about.writtenIn.tag} />
            </Fieldset>
          }
        />
        <KindsField view={view} about={about} />
      </OfficeForm>
    </OfficePage>
  )
}
