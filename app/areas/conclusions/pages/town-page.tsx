import { Button } from '../../../ui/components/button/button.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import type { PartyPlace } from '../../../urls/conclusion-urls.ts'
import { urls } from '../../../urls.ts'
import { amendmentKinds, type Stage } from '../conclusion-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import type { AmendmentView } from '../present-lines.ts'
import { Amendments } from './amendment-list.tsx'
import { ConclusionPageFrame, errorOf, type FormProps, Said, Text, typed } from './conclusion-frame.tsx'
import { StageTag } from './set-page.tsx'

export interface TownPageProps extends FormProps {
  readonly place: PartyPlace
  readonly year: number
  readonly stage: Stage
  readonly language: string
  readonly lines: readonly {
    readonly id: string
    readonly number: number
    readonly body: string
    readonly asks: string
    /** In the reader's language, where it differs. */
    readonly translation: { readonly text: string; readonly language: string; readonly older: boolean } | undefined
  }[]
  readonly amendments: readonly AmendmentView[]
  readonly mayPropose: boolean
  readonly fresh: string
  readonly refused: string | undefined
  readonly done: DoneNotice | undefined
}

function Propose(props: TownPageProps) {
  const { frame, place, year, lines, fresh } = props
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.partyConclusions(place, year)} novalidate>
      <h2 class="govuk-heading-m">{t('conclusion.amendment.propose')}</h2>
      <p class="govuk-body">{t('conclusion.amendment.about')}</p>
      <input type="hidden" name="id" value={typed(props, 'id') || fresh} />
      <Select
        name="conclusion"
        label={t('conclusion.amendment.which')}
        labelClasses="govuk-label--s"
        items={lines.map(({ id, number }) => ({ value: id, text: t('conclusion.number', { number: `${number}` }) }))}
        value={typed(props, 'conclusion')}
      />
      <Radios
        name="kind"
        legend={t('conclusion.amendment.kind')}
        legendClasses="govuk-fieldset__legend--s"
        value={typed(props, 'kind')}
        error={errorOf(props, 'kind')}
        items={amendmentKinds.map((kind) => ({ value: kind, text: t(`conclusion.amendment.kindIs.${kind}`) }))}
      />
      <Text
        {...props}
        name="body"
        label={t('conclusion.amendment.body')}
        hint={t('conclusion.amendment.bodyHint')}
        rows={6}
      />
      <Text {...props} name="reason" label={t('conclusion.amendment.reason')} />
      <Button preventDoubleClick>{t('conclusion.amendment.send')}</Button>
    </form>
  )
}

/** The draft of a meeting, for a town or an association that took part in it. */
export function TownPage(props: TownPageProps) {
  const { frame, year, stage, language, lines, amendments, mayPropose, faults, refused, done } = props
  const { t } = frame.of.translator
  return (
    <ConclusionPageFrame
      frame={frame}
      title={t('conclusion.title', { year: `${year}` })}
      faults={faults}
      refused={refused}
      done={done}
    >
      <p class="govuk-body">
        <StageTag frame={frame} stage={stage} />
      </p>
      <p class="govuk-body">{t(`conclusion.forTown.${stage}`)}</p>
      {lines.map(({ id, number, body, asks, translation }) => (
        <section aria-labelledby={`c-${id}`}>
          <h2 class="govuk-heading-m" id={`c-${id}`}>
            {t('conclusion.number', { number: `${number}` })}
          </h2>
          <Said frame={frame} language={language}>
            {body}
          </Said>
          {translation && (
            <>
              <p class="govuk-hint">
                {t(translation.older ? 'conclusion.translationOlder' : 'conclusion.translationIs')}
              </p>
              <Said frame={frame} language={translation.language}>
                {translation.text}
              </Said>
            </>
          )}
          {asks !== '' && (
            <p class="govuk-body">
              {t('conclusion.asksLabel')} <bdi>{asks}</bdi>
            </p>
          )}
        </section>
      ))}
      {mayPropose && <Propose {...props} />}
      {amendments.length > 0 && (
        <Amendments
          frame={frame}
          language={language}
          amendments={amendments}
          heading={stage === 'open' ? 'conclusion.amendment.own' : 'conclusion.amendment.all'}
        />
      )}
    </ConclusionPageFrame>
  )
}
