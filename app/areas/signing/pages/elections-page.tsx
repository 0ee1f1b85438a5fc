import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { FoldedChoices } from '../../../ui/components/folded-choices/folded-choices.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { apart, inSentence } from '../../../ui/lists.ts'
import { type ElectedKind, electedKinds } from '../kind-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

type Scope = 'country' | 'members' | 'areas'

export interface ElectionsPageProps {
  readonly frame: PactFrame
  readonly name: string
  /** POST adds, POST to the second takes out. */
  readonly path: string
  readonly removal: string
  readonly elections: readonly {
    readonly id: string
    readonly name: string
    readonly scope: Scope
    /** Names. */
    readonly areas: readonly string[]
    readonly areasGone: boolean
    readonly kinds: readonly ElectedKind[]
    readonly on: string
    /** On which day councils were invited. */
    readonly invited: string | undefined
  }[]
  /** Made with the page: the form sent twice adds one. */
  readonly id: string
  /** After the elections, until councils are invited. */
  readonly days: number
  /** Where they may be. */
  readonly scopes: readonly Scope[]
  readonly areas: readonly { readonly id: string; readonly kind: 'region' | 'district'; readonly name: string }[]
  readonly fields: FormFields
  readonly faults: readonly ToldFault[]
  readonly done: DoneNotice | undefined
}

function List({ frame, removal, elections }: ElectionsPageProps) {
  const { t, tag } = frame.of.translator
  const within = ({ areas, areasGone }: Pick<(typeof elections)[number], 'areas' | 'areasGone'>) => {
    const named = [...areas.map(apart), ...(areasGone ? [t('signing.elections.areaGone')] : [])]
    return named.length > 0 ? ` (${inSentence(tag, named)})` : ''
  }
  return (
    <SummaryList
      rows={elections.map(({ id, name, scope, kinds, on, invited, ...where }) => ({
        key: on,
        value: (
          <>
            <p class="govuk-body">
              <bdi>{name}</bdi>, {t(`signing.elections.${scope}`)}
              {within(where)}:{' '}
              {inSentence(
                tag,
                kinds.map((one) => t(`signing.elections.of.${one}`)),
              )}
            </p>
            {invited === undefined ? (
              <form method="post" action={removal}>
                <input type="hidden" name="election" value={id} />
                <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
                  {t('signing.elections.remove')} <span class="govuk-visually-hidden">{name}</span>
                </Button>
              </form>
            ) : (
              <p class="govuk-hint">{t('signing.elections.invited', { date: invited })}</p>
            )}
          </>
        ),
      }))}
    />
  )
}

function Areas({ frame, areas, fields, faults }: ElectionsPageProps) {
  const { t } = frame.of.translator
  const groups = (['region', 'district'] as const)
    .map((kind) => ({ kind, items: areas.filter((area) => area.kind === kind) }))
    .filter(({ items }) => items.length > 0)
  return (
    <FoldedChoices
      name="areas"
      legend={t('signing.elections.whichAreas')}
      legendClasses="govuk-fieldset__legend--s"
      hint={t('signing.elections.areasHint')}
      values={fields.get('areas') ?? []}
      error={errorOf(frame, faults, 'areas')}
      groups={groups.map(({ kind, items }) => ({
        key: kind,
        summary: (ticked) => t(`campaigns.whom.areas.${kind}`, { count: items.length, ticked }),
        items: items.map(({ id, name }) => ({ value: id, text: name })),
      }))}
    />
  )
}

/** When councils are elected, as an association or the secretariat enters it. */
export function ElectionsPage(props: ElectionsPageProps) {
  const { frame, name, path, elections, id, days, scopes, fields, faults, done } = props
  const { t } = frame.of.translator
  const typed = (field: string) => fields.get(field)?.[0] ?? ''
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.elections.title')}
      caption={name}
      back={{ href: frame.base, text: t('signing.back') }}
      faults={faults}
      done={done && t(`signing.done.${done}`)}
    >
      <p class="govuk-body">{t('signing.elections.about', { days })}</p>
      {elections.length > 0 && <List {...props} />}
      <form method="post" action={path} novalidate>
        <h2 class="govuk-heading-m">{t('signing.elections.add')}</h2>
        <input type="hidden" name="id" value={id} />
        <TextInput
          name="name"
          label={t('signing.elections.name')}
          hint={t('signing.elections.nameHint')}
          dir="auto"
          value={typed('name')}
          error={errorOf(frame, faults, 'name')}
        />
        <TextInput
          name="on"
          label={t('signing.elections.on')}
          hint={t('signing.hint.day')}
          dir="ltr"
          value={typed('on')}
          error={errorOf(frame, faults, 'on')}
        />
        <Checkboxes
          name="kinds"
          legend={t('signing.elections.kinds')}
          legendClasses="govuk-fieldset__legend--s"
          hint={t('signing.elections.kindsHint')}
          values={fields.get('kinds') ?? []}
          error={errorOf(frame, faults, 'kinds')}
          items={electedKinds.map((one) => ({ value: one, text: t(`signing.elections.of.${one}`) }))}
        />
        <Radios
          name="scope"
          legend={t('signing.elections.scope')}
          legendClasses="govuk-fieldset__legend--s"
          value={typed('scope')}
          error={errorOf(frame, faults, 'scope')}
          items={scopes.map((one) => ({
            ...{ value: one, text: t(`signing.elections.${one}`) },
            ...(one === 'areas' ? { conditional: <Areas {...props} /> } : {}),
          }))}
        />
        <Button preventDoubleClick>{t('signing.elections.submit')}</Button>
      </form>
    </PactPageFrame>
  )
}
