import { Button } from '../../../ui/components/button/button.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import { catchmentKinds } from '../area-rules.ts'
import { type AreaFaultShown, type AreasFrame, AreasFramed, errorIn } from './areas-frame.tsx'

export interface NewPageProps {
  readonly frame: AreasFrame
  /** Made with the form: sent twice, it brings one list. */
  readonly id: string
  readonly value: (field: string) => string
  readonly fault: AreaFaultShown | undefined
}

/** One area, made by hand. */
export function NewPage({ frame, id, value, fault }: NewPageProps) {
  const { t } = frame.of.translator
  const error = errorIn(frame, fault)
  return (
    <AreasFramed frame={frame} title={t('catchments.new')} below fault={fault}>
      <p class="govuk-body">{t('catchments.new.about')}</p>
      <form method="post" action={urls.catchmentsAct(frame.association, 'new')} novalidate>
        <input type="hidden" name="id" value={id} />
        <TextInput
          name="name"
          label={t('catchments.name')}
          labelClasses="govuk-label--s"
          hint={t('catchments.name.hint')}
          value={value('name')}
          dir="auto"
          error={error('name')}
        />
        <Radios
          name="kind"
          legend={t('catchments.kind')}
          legendClasses="govuk-fieldset__legend--s"
          items={catchmentKinds.map((kind) => ({ value: kind, text: t(`catchments.kind.${kind}`) }))}
          value={value('kind')}
          error={error('kind')}
        />
        <TextInput
          name="code"
          label={t('catchments.code')}
          labelClasses="govuk-label--s"
          hint={t('catchments.code.hint')}
          value={value('code')}
          dir="ltr"
          classes="govuk-input--width-20"
          error={error('code')}
        />
        <Textarea
          name="towns"
          label={t('catchments.towns')}
          labelClasses="govuk-label--s"
          hint={t('catchments.towns.hint')}
          value={value('towns')}
          rows={8}
          dir="ltr"
          spellcheck={false}
          error={error('towns')}
        />
        <Button preventDoubleClick>{t('members.bring.look')}</Button>
      </form>
    </AreasFramed>
  )
}
