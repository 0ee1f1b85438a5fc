import { Button } from '../../../ui/components/button/button.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import { type Catchment, catchmentKinds, type InArea } from '../area-rules.ts'
import { type AreaFaultShown, type AreasFrame, AreasFramed, errorIn, kindText } from './areas-frame.tsx'

export interface AreaPageProps {
  readonly frame: AreasFrame
  readonly area: Catchment
  readonly members: readonly InArea[]
  readonly pages: PagesView
  /** Made with the form: sent twice, it brings one list. */
  readonly id: string
  /** As it was typed, else what is given here. */
  readonly value: (field: string, otherwise: string) => string
  readonly fault: AreaFaultShown | undefined
  /** A colleague was faster. */
  readonly changed: boolean
  readonly saved: boolean
}

function Members({ frame, area, members, pages }: AreaPageProps) {
  const { translator } = frame.of
  const { t } = translator
  return (
    <>
      <h2 class="govuk-heading-m">{t('catchments.members', { count: area.members })}</h2>
      {members.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {members.map(({ name, code, official }) => (
            <li>
              <bdi>{name}</bdi>
              {code && (
                <>
                  {' '}
                  (<bdi>{code}</bdi>)
                </>
              )}
              {official && ` · ${t('catchments.byOfficial')}`}
            </li>
          ))}
        </ul>
      )}
      <PageLinks
        translator={translator}
        pages={pages}
        href={(number) => urls.catchment(frame.association, area.slug, number)}
      />
    </>
  )
}

function TownsForm({ frame, area, id, value, fault }: AreaPageProps) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.catchmentAct(frame.association, area.slug, 'towns')} novalidate>
      <h2 class="govuk-heading-m">{t('catchments.change')}</h2>
      <input type="hidden" name="id" value={id} />
      <Textarea
        name="towns"
        label={t('catchments.towns')}
        labelClasses="govuk-label--s"
        hint={t('catchments.towns.hint')}
        value={value('towns', '')}
        rows={6}
        dir="ltr"
        spellcheck={false}
        error={errorIn(frame, fault)('towns')}
      />
      <Radios
        name="act"
        legend={t('members.bring.act')}
        legendClasses="govuk-fieldset__legend--s"
        items={(['add', 'end'] as const).map((act) => ({ value: act, text: t(`catchments.change.${act}`) }))}
        value={value('act', 'add') || 'add'}
        error={undefined}
      />
      <Button preventDoubleClick>{t('members.bring.look')}</Button>
    </form>
  )
}

function DescribeForm({ frame, area, value, fault }: AreaPageProps) {
  const { t } = frame.of.translator
  const error = errorIn(frame, fault)
  return (
    <form method="post" action={urls.catchmentAct(frame.association, area.slug, 'describe')} novalidate>
      <h2 class="govuk-heading-m">{t('catchments.describe')}</h2>
      <input type="hidden" name="wasName" value={area.name} />
      <input type="hidden" name="wasKind" value={area.areaKind ?? ''} />
      {area.official ? (
        <p class="govuk-body">{t('catchments.officialName')}</p>
      ) : (
        <TextInput
          name="name"
          label={t('catchments.name')}
          labelClasses="govuk-label--s"
          hint={t('catchments.name.hint')}
          value={value('name', area.name)}
          dir="auto"
          error={error('name')}
        />
      )}
      <Radios
        name="kind"
        legend={t('catchments.kind')}
        legendClasses="govuk-fieldset__legend--s"
        items={catchmentKinds.map((kind) => ({ value: kind, text: t(`catchments.kind.${kind}`) }))}
        value={value('kind', area.areaKind ?? '')}
        error={error('kind')}
      />
      <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
    </form>
  )
}

/** One area that does not nest, and everything that can be done about it. */
export function AreaPage(props: AreaPageProps) {
  const { frame, area, fault, changed, saved } = props
  const { t, language } = frame.of.translator
  return (
    <AreasFramed
      frame={frame}
      title={area.names[language] ?? area.name}
      below
      done={saved ? t('catchments.saved') : undefined}
      fault={fault}
      changed={changed ? t('catchments.changed') : undefined}
    >
      <p class="govuk-body">{kindText(frame.of, area.areaKind)}</p>
      <Members {...props} />
      <TownsForm {...props} />
      <DescribeForm {...props} />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.catchmentAct(frame.association, area.slug, 'delete')}>
          {t('catchments.delete')}
        </a>
      </p>
    </AreasFramed>
  )
}
