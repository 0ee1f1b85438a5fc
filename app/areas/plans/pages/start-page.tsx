import type { Translator } from '../../../platform/i18n/messages.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office/office-request.ts'
import type { Section } from '../schema.ts'
import { ChoiceFilter, type ChoiceFilterProps } from './choice-filter.tsx'
import { type PlanFrame, PlanPageFrame } from './plan-frame.tsx'

export interface StartChoice {
  readonly id: string
  readonly title: string
  readonly what: string
  /** Why it is offered, in sentences. */
  readonly because: readonly string[]
  /** Of the Convention, in words; empty where there is none. */
  readonly articles: string
  /** From what it was written. */
  readonly sources: readonly { readonly title: string; readonly publisher: string; readonly url?: string | undefined }[]
  readonly lang: string | undefined
  readonly dir: 'ltr' | 'rtl' | undefined
}

export interface StartPageProps {
  readonly frame: PlanFrame
  readonly plan: { readonly id: string; readonly title: string }
  /** What fits this town first. */
  readonly suggested: readonly StartChoice[]
  /** All others, by section. */
  readonly others: readonly { readonly section: Section; readonly choices: readonly StartChoice[] }[]
  /** Nobody who knows the field has checked the texts. */
  readonly unreviewed: boolean
  /** By article. */
  readonly filter: ChoiceFilterProps['selects'][number]
  /** Nothing was chosen. */
  readonly refused: string | undefined
  readonly done: DoneNotice | undefined
}

/** As it is published; in English. */
function SourceTitle({ source: { title, url } }: { source: StartChoice['sources'][number] }) {
  const words = <bdi lang="en">{title}</bdi>
  return url === undefined ? (
    words
  ) : (
    <OutsideLink class="govuk-link" href={url}>
      {words}
    </OutsideLink>
  )
}

const itemsOf = ({ t }: Translator, choices: readonly StartChoice[]) =>
  choices.map(({ id, title, what, because, articles, sources, lang, dir }) => ({
    value: id,
    text: (
      <span lang={lang} dir={dir}>
        {title}
      </span>
    ),
    hint: (
      <>
        <span lang={lang} dir={dir}>
          {what}
        </span>
        {because.map((one) => (
          <>
            <br />
            <strong>{one}</strong>
          </>
        ))}
        {articles !== '' && (
          <>
            <br />
            {articles}
          </>
        )}
        <br />
        {t('plans.start.sources')}{' '}
        {sources.map((one, index) => (
          <>
            {index > 0 && ' · '}
            <SourceTitle source={one} /> (<bdi lang="en">{one.publisher}</bdi>)
          </>
        ))}
      </>
    ),
  }))

/** So that nobody faces an empty page: what others do, what this town's own checklist lacks. */
export function StartPage(props: StartPageProps) {
  const { frame, plan, suggested, others, unreviewed, refused, done } = props
  const { t } = frame.of.translator
  const path = urls.townPlanPage(frame.town, plan.id, 'start')
  return (
    <PlanPageFrame
      frame={frame}
      title={t('plans.start.title')}
      caption={plan.title}
      back={{ href: urls.townPlan(frame.town, plan.id), text: t('plans.back.plan') }}
      refused={refused}
      done={done}
    >
      <p class="govuk-body">{t('plans.start.about')}</p>
      {unreviewed && <InsetText>{t('plans.start.unreviewed')}</InsetText>}
      <ChoiceFilter action={path} kept={{}} selects={[props.filter]} show={t('plans.start.show')} />
      <form method="post" action={path} novalidate>
        {suggested.length > 0 && (
          <Checkboxes
            name="measure"
            idPrefix="suggested"
            legend={t('plans.start.suggested')}
            legendClasses="govuk-fieldset__legend--m"
            items={itemsOf(frame.of.translator, suggested)}
          />
        )}
        {others.map(({ section, choices }) => (
          <Details
            open={props.filter.value !== ''}
            summary={t('plans.start.more', { section: t(`plans.section.${section}`), count: choices.length })}
          >
            <Checkboxes
              name="measure"
              idPrefix={section}
              legend={t(`plans.section.${section}`)}
              legendClasses="govuk-visually-hidden"
              items={itemsOf(frame.of.translator, choices)}
            />
          </Details>
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>{t('plans.start.add')}</Button>
          <a class="govuk-link" href={urls.townPlan(frame.town, plan.id)}>
            {t('plans.start.skip')}
          </a>
        </div>
      </form>
    </PlanPageFrame>
  )
}
