import { Button } from '../../../ui/components/button/button.tsx'
import { FileUpload } from '../../../ui/components/file-upload/file-upload.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import type { FileFault } from '../deps.ts'
import { listActs } from '../member-rules.ts'
import { type MembersFrame, MembersFramed } from './members-frame.tsx'

export interface BringFault {
  readonly field: 'list' | 'lines' | 'area'
  readonly code: FileFault | 'nothing' | 'no-area' | 'several-areas'
}

export interface BringPageProps {
  readonly frame: MembersFrame
  /** Made with the form: sent twice, it brings one list. */
  readonly id: string
  readonly value: (field: string) => string
  readonly fault: BringFault | undefined
}

const accept = '.csv,.xlsx,.json,.txt,text/csv,text/plain,application/json'

function faultText({ frame, fault }: BringPageProps): string {
  const { t } = frame.of.translator
  if (!fault) return ''
  switch (fault.code) {
    case 'nothing':
    case 'no-area':
    case 'several-areas':
      return t(`members.fault.${fault.code}`)
    default:
      return t(`mergers.new.fault.${fault.code}`)
  }
}

const errorIn = (props: BringPageProps) => (field: BringFault['field']) =>
  props.fault?.field === field
    ? { prefix: props.frame.of.translator.t('checklist.office.form.error'), text: faultText(props) }
    : undefined

/** What happens to those that are named; the two forms of the page each ask it. */
function WhatHappens({ frame, value, name }: BringPageProps & { readonly name: 'act' | 'areaAct' }) {
  const { t } = frame.of.translator
  return (
    <Radios
      name={name}
      legend={t('members.bring.act')}
      legendClasses="govuk-fieldset__legend--s"
      items={listActs.map((act) => ({ value: act, text: t(`members.bring.${act}`) }))}
      value={value(name) || 'add'}
      error={undefined}
    />
  )
}

function ListForm(props: BringPageProps) {
  const { frame, id, value } = props
  const { t } = frame.of.translator
  const error = errorIn(props)
  return (
    <form
      method="post"
      action={urls.associationMembersAct(frame.association, 'bring')}
      enctype="multipart/form-data"
      novalidate
    >
      <h2 class="govuk-heading-m">{t('members.bring.list')}</h2>
      <input type="hidden" name="id" value={id} />
      <Textarea
        name="lines"
        label={t('members.bring.lines')}
        labelClasses="govuk-label--s"
        hint={t('members.bring.lines.hint')}
        value={value('lines')}
        rows={8}
        dir="auto"
        spellcheck={false}
        error={error('lines')}
      />
      <FileUpload
        accept={accept}
        name="list"
        label={t('members.bring.file')}
        labelClasses="govuk-label--s"
        hint={t('members.bring.file.hint')}
        error={error('list')}
      />
      <WhatHappens {...props} name="act" />
      <Button preventDoubleClick>{t('members.bring.look')}</Button>
    </form>
  )
}

function AreaForm(props: BringPageProps) {
  const { frame, id, value } = props
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.associationMembersAct(frame.association, 'area')} novalidate>
      <h2 class="govuk-heading-m">{t('members.bring.areaTitle')}</h2>
      <input type="hidden" name="areaId" value={id} />
      <TextInput
        name="area"
        label={t('members.bring.area')}
        labelClasses="govuk-label--s"
        hint={t('members.bring.area.hint')}
        value={value('area')}
        dir="auto"
        classes="govuk-input--width-20"
        error={errorIn(props)('area')}
      />
      <WhatHappens {...props} name="areaAct" />
      <Button preventDoubleClick>{t('members.bring.look')}</Button>
    </form>
  )
}

/** Many at once: by a list, or all towns of an area. Nothing happens before it was looked through. */
export function BringPage(props: BringPageProps) {
  const { frame, fault } = props
  const { t } = frame.of.translator
  return (
    <MembersFramed
      frame={frame}
      title={t('members.several')}
      below
      fault={fault && { text: faultText(props), href: `#${fault.field}` }}
    >
      <p class="govuk-body">{t('members.bring.about')}</p>
      <ListForm {...props} />
      <AreaForm {...props} />
    </MembersFramed>
  )
}
