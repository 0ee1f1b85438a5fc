import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { urls } from '../../../urls.ts'
import type { Stage } from '../conclusion-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import type { AmendmentView, LineView } from '../present-lines.ts'
import { Amendments } from './amendment-list.tsx'
import {
  type ConclusionFrame,
  ConclusionPageFrame,
  type FormProps,
  Line,
  Said,
  Text,
  typed,
} from './conclusion-frame.tsx'

export interface SetPageProps extends FormProps {
  readonly year: number
  /** Undefined: none has been written. */
  readonly stage: Stage | undefined
  readonly language: string
  readonly lines: readonly LineView[]
  readonly amendments: readonly AmendmentView[]
  /** By which button it goes on; undefined: not by a button. */
  readonly next: Exclude<Stage, 'draft' | 'adopted'> | undefined
  /** In words: what stands in the way. */
  readonly refused: string | undefined
  readonly adopted: { readonly day: string; readonly votes: string; readonly hash: string } | undefined
  readonly languages: readonly { readonly value: string; readonly text: string }[]
  readonly fresh: string
  readonly done: DoneNotice | undefined
}

export function StageTag({ frame, stage }: { frame: ConclusionFrame; stage: Stage }) {
  const colour = stage === 'published' ? 'govuk-tag--green' : stage === 'open' ? 'govuk-tag--yellow' : 'govuk-tag--grey'
  return <Tag classes={colour}>{frame.of.translator.t(`conclusion.stage.${stage}`)}</Tag>
}

function Lines({ frame, language, lines, year }: SetPageProps) {
  const { t } = frame.of.translator
  return (
    <>
      {lines.map(({ id, number, body, asks, facts }) => (
        <section aria-labelledby={`c-${id}`}>
          <h2 class="govuk-heading-m" id={`c-${id}`}>
            {t('conclusion.number', { number: `${number}` })}
          </h2>
          <Said frame={frame} language={language}>
            {body}
          </Said>
          {asks !== '' && (
            <p class="govuk-body">
              {t('conclusion.asksLabel')} <bdi>{asks}</bdi>
            </p>
          )}
          <ul class="govuk-list govuk-list--bullet">
            {facts.map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
          <p class="govuk-body">
            <a class="govuk-link" href={urls.officeConclusion(year, id)}>
              {t('conclusion.change')}
              <span class="govuk-visually-hidden"> ({t('conclusion.number', { number: `${number}` })})</span>
            </a>
          </p>
        </section>
      ))}
    </>
  )
}

function Add(props: SetPageProps) {
  const { frame, faults, fresh, year, stage, languages, lines } = props
  const { t } = frame.of.translator
  return (
    <Details summary={t('conclusion.add')} open={faults.length > 0 || lines.length === 0}>
      <form method="post" action={urls.officeConclusions(year)} novalidate>
        <input type="hidden" name="id" value={typed(props, 'id') || fresh} />
        {stage === undefined && (
          <Select
            name="language"
            label={t('conclusion.language')}
            labelClasses="govuk-label--s"
            hint={t('conclusion.languageHint')}
            items={languages}
            value={typed(props, 'language')}
          />
        )}
        <Text {...props} name="body" label={t('conclusion.body')} hint={t('conclusion.bodyHint')} rows={6} />
        <Line {...props} name="asks" label={t('conclusion.asks')} hint={t('conclusion.asksHint')} />
        <Button preventDoubleClick>{t('conclusion.save')}</Button>
      </form>
    </Details>
  )
}

function Next({ frame, stage, next, year }: SetPageProps) {
  const { t, language } = frame.of.translator
  return (
    <>
      {stage !== undefined && <p class="govuk-body">{t(`conclusion.about.${stage}`)}</p>}
      {next && (
        <form method="post" action={urls.officeConclusionsStage(year)}>
          <input type="hidden" name="to" value={next} />
          <Button preventDoubleClick>{t(`conclusion.next.${next}`)}</Button>
        </form>
      )}
      {stage === 'closed' && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeConclusionsAdopt(year)}>
            {t('conclusion.adopt.title')}
          </a>
        </p>
      )}
      <ul class="govuk-list">
        {stage === 'published' && (
          <li>
            <a class="govuk-link" href={urls.conclusions(language, year)}>
              {t('conclusion.seePublic')}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={urls.officeConclusionsReview(year)}>
            {t('conclusion.review.title')}
          </a>
        </li>
      </ul>
    </>
  )
}

/** The conclusions of a meeting, for the secretariat. */
export function SetPage(props: SetPageProps) {
  const { frame, year, stage, amendments, adopted, faults, refused, done } = props
  const { t } = frame.of.translator
  return (
    <ConclusionPageFrame
      frame={frame}
      title={t('conclusion.title', { year: `${year}` })}
      faults={faults}
      refused={refused}
      done={done}
    >
      {stage !== undefined && (
        <p class="govuk-body">
          <StageTag frame={frame} stage={stage} />
        </p>
      )}
      {adopted && (
        <p class="govuk-body">
          {t('conclusion.adoptedOn', { day: adopted.day })} {adopted.votes}
          <br />
          {t('conclusion.hash')} <code dir="ltr">{adopted.hash}</code>
        </p>
      )}
      <Lines {...props} />
      {(stage === undefined || stage === 'draft') && <Add {...props} />}
      {amendments.length > 0 && (
        <Amendments
          frame={frame}
          language={props.language}
          amendments={amendments}
          heading="conclusion.amendment.all"
        />
      )}
      <Next {...props} />
    </ConclusionPageFrame>
  )
}
