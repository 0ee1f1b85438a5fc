import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { inSentence } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import { type ElectedKind, electedKinds } from '../kind-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

export interface ElectionsPageProps {
  readonly frame: PactFrame
  readonly name: string
  readonly union: Parameters<typeof urls.pactElections>[0]
  readonly elections: readonly {
    readonly id: string
    readonly name: string
    readonly scope: 'country' | 'members'
    readonly kinds: readonly ElectedKind[]
    readonly on: string
    /** On which day councils were invited. */
    readonly invited: string | undefined
  }[]
  /** Made with the page: the form sent twice adds one. */
  readonly id: string
  /** After the elections, until councils are invited. */
  readonly days: number
  readonly fields: FormFields
  readonly faults: readonly ToldFault[]
  readonly done: DoneNotice | undefined
}

function List({ frame, union, elections }: ElectionsPageProps) {
  const { t, tag } = frame.of.translator
  return (
    <SummaryList
      rows={elections.map(({ id, name, scope, kinds, on, invited }) => ({
        key: on,
        value: (
          <>
            <p class="govuk-body">
              <bdi>{name}</bdi>, {t(`signing.elections.${scope}`)}:{' '}
              {inSentence(
                tag,
                kinds.map((one) => t(`signing.elections.of.${one}`)),
              )}
            </p>
            {invited === undefined ? (
              <form method="post" action={urls.pactElectionRemove(union)}>
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

/** When councils are elected, as an association enters it. */
export function ElectionsPage(props: ElectionsPageProps) {
  const { frame, name, union, elections, id, days, fields, faults, done } = props
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
      <form method="post" action={urls.pactElections(union)} novalidate>
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
          items={[
            { value: 'country', text: t('signing.elections.country') },
            { value: 'members', text: t('signing.elections.members') },
          ]}
        />
        <Button preventDoubleClick>{t('signing.elections.submit')}</Button>
      </form>
    </PactPageFrame>
  )
}
