import { Fieldset } from '../../../../ui/components/fieldset/fieldset.tsx'
import { urls } from '../../../../urls.ts'
import { KindsField, NameFields, WrittenInField } from './about-fields.tsx'
import { ConflictNotice, type ConflictView } from './conflict-notice.tsx'
import { FormErrors, type FormView } from './fields.tsx'
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
  readonly conflict?: ConflictView | undefined
  readonly about: PartView
}

/** The least that a service begins with; everything else follows on its own page. */
export function NewServicePage({ frame, view, id, kind, revision, conflict, about }: NewServicePageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.newService.title')}
      section="checklist"
      refused={view.faults.length > 0 || conflict !== undefined}
      back={{ href: urls.officeKind(frame.town, kind.id), text: kind.name }}
      first={
        <>
          <FormErrors view={view} />
          {conflict && <ConflictNotice translator={frame.translator} conflict={conflict} />}
        </>
      }
    >
      <p class="govuk-body">{t('checklist.office.newService.about')}</p>
      <OfficeForm
        of={frame.of}
        revision={revision}
        submit={t(conflict ? 'checklist.office.conflict.save' : 'checklist.office.newService.save')}
      >
        <input type="hidden" name="id" value={id} />
        <WrittenInField view={view} about={about} />
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
