import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office/office-request.ts'
import type { PlanFacts, Section } from '../schema.ts'
import { PlanDocuments, type PlanDocumentsProps } from './plan-documents.tsx'
import { type PlanFrame, PlanPageFrame } from './plan-frame.tsx'
import { type MeasureLine, StateTag } from './state-tag.tsx'

export interface PlanPageProps {
  readonly frame: PlanFrame
  readonly id: string
  readonly as: 'lead' | 'partner' | 'asked'
  readonly mayWrite: boolean
  readonly facts: PlanFacts
  /** Who began it, where that was another town. */
  readonly lead: string
  readonly together: readonly { readonly name: string; readonly agreed: boolean }[]
  readonly sections: readonly { readonly section: Section; readonly measures: readonly MeasureLine[] }[]
  /** Undefined: never published. */
  readonly published: { readonly version: number; readonly href: string } | undefined
  /** Something has changed since, or nothing is published yet. */
  readonly unpublished: boolean
  readonly waits: boolean
  /** From whoever sent it back. */
  readonly answer: string
  readonly language: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  readonly documents: PlanDocumentsProps['documents']
  readonly done: DoneNotice | undefined
}

function Invitation({ frame, id, lead }: PlanPageProps) {
  const { t } = frame.of.translator
  const act = (name: 'agree' | 'decline') => urls.townPlanAct(frame.town, id, name)
  return (
    <section class="govuk-inset-text">
      <p class="govuk-body">
        {t('plans.invited.text')} <bdi>{lead}</bdi>
      </p>
      <form method="post" action={act('agree')} class="govuk-button-group">
        <Button preventDoubleClick>{t('plans.invited.agree')}</Button>
        <Button classes="govuk-button--secondary" formAction={act('decline')} preventDoubleClick>
          {t('plans.invited.decline')}
        </Button>
      </form>
    </section>
  )
}

function State({ frame, id, published, unpublished, waits, answer, as, mayWrite }: PlanPageProps) {
  const { t } = frame.of.translator
  return (
    <>
      <p class="govuk-body">
        <Tag classes={published ? 'govuk-tag--green' : 'govuk-tag--grey'}>
          {published ? t('plans.list.published', { version: published.version }) : t('plans.list.draft')}
        </Tag>{' '}
        {waits && <Tag classes="govuk-tag--yellow">{t('plans.list.waits')}</Tag>}{' '}
        {published && (
          <a class="govuk-link" href={published.href}>
            {t('plans.page.public')}
          </a>
        )}
      </p>
      {answer !== '' && (
        <div class="govuk-inset-text">
          {t('plans.page.sentBack')} <bdi>{answer}</bdi>
        </div>
      )}
      {mayWrite && as !== 'asked' && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.townPlanPage(frame.town, id, 'publish')}>
            {t(unpublished ? 'plans.page.publish' : 'plans.page.check')}
          </a>
        </p>
      )}
    </>
  )
}

function Facts({ frame, id, facts, lead, together, language, mayWrite, as }: PlanPageProps) {
  const { translator } = frame.of
  const { t } = translator
  const text = (value: string) =>
    value === '' ? (
      <span class="govuk-hint">{t('plans.page.empty')}</span>
    ) : (
      <span lang={language.tag} dir={language.dir} class="office-said">
        {value}
      </span>
    )
  const period = t('plans.period', { from: longDate(translator, facts.starts), to: longDate(translator, facts.ends) })
  const partners = together.map(({ name, agreed }) => (
    <li>
      <bdi>{name}</bdi> {agreed ? '' : t('plans.together.waits')}
    </li>
  ))
  const carried = as === 'lead' ? partners : [<li>{<bdi>{lead}</bdi>}</li>, ...partners]
  const change = (page: 'facts' | 'together', name: string) =>
    mayWrite && (page === 'facts' || as === 'lead')
      ? [{ href: urls.townPlanPage(frame.town, id, page), text: t('plans.page.change'), visuallyHiddenText: name }]
      : undefined
  const row = (name: string, value: ReturnType<typeof text> | string) => ({ key: name, value })
  return (
    <SummaryList
      rows={[
        { ...row(t('plans.form.period'), period), actions: change('facts', t('plans.form.title')) },
        row(t('plans.form.steering'), text(facts.steering)),
        row(t('plans.form.office'), text(facts.office)),
        row(t('plans.form.participation'), text(facts.participation)),
        {
          key: t('plans.together.title'),
          value: carried.length > 0 ? <ul class="govuk-list">{carried}</ul> : t('plans.together.alone'),
          actions: change('together', t('plans.together.title')),
        },
      ]}
    />
  )
}

function Measures({ frame, id, sections, mayWrite, as }: PlanPageProps) {
  const { t } = frame.of.translator
  const writes = mayWrite && as !== 'asked'
  return (
    <>
      {sections.map(({ section, measures }) => (
        <section>
          <h2 class="govuk-heading-m" id={section}>
            {t(`plans.section.${section}`)}
          </h2>
          {measures.length > 0 && (
            <ul class="govuk-list govuk-list--spaced">
              {measures.map((one) => (
                <li>
                  {writes ? (
                    <a class="govuk-link" href={urls.townMeasure(frame.town, id, one.id)}>
                      <span lang={one.words.tag} dir={one.words.dir}>
                        {one.title}
                      </span>
                    </a>
                  ) : (
                    <span lang={one.words.tag} dir={one.words.dir}>
                      {one.title}
                    </span>
                  )}{' '}
                  <StateTag translator={frame.of.translator} state={one.state} />
                </li>
              ))}
            </ul>
          )}
          {writes && (
            <p class="govuk-body">
              <a class="govuk-link" href={urls.townMeasureNew(frame.town, id, section)}>
                {t('plans.page.add')}
                <span class="govuk-visually-hidden"> {t(`plans.section.${section}`)}</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

/** A plan in the office: how it stands, and the ways to everything that can be done with it. */
export function PlanPage(props: PlanPageProps) {
  const { frame, id, as, facts, language, published, mayWrite, done } = props
  const { t } = frame.of.translator
  return (
    <PlanPageFrame
      frame={frame}
      title={facts.title}
      back={{ href: urls.townPlans(frame.town), text: t('plans.back.list') }}
      done={done}
    >
      {as === 'asked' && mayWrite && <Invitation {...props} />}
      <State {...props} />
      {mayWrite && as !== 'asked' && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.townPlanPage(frame.town, id, 'start')}>
            {t('plans.page.start')}
          </a>
          <br />
          <a class="govuk-link" href={urls.townPlanPage(frame.town, id, 'others')}>
            {t('plans.page.others')}
          </a>
        </p>
      )}
      <Facts {...props} />
      {facts.heard.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('plans.form.heard')}</h2>
          <ul class="govuk-list govuk-list--bullet" lang={language.tag} dir={language.dir}>
            {facts.heard.map(({ said }) => (
              <li>{said}</li>
            ))}
          </ul>
        </>
      )}
      <Measures {...props} />
      {mayWrite && as !== 'asked' && <PlanDocuments frame={frame} plan={id} documents={props.documents} />}
      {as === 'partner' && mayWrite && (
        <form method="post" action={urls.townPlanAct(frame.town, id, 'decline')}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {t('plans.invited.leave')}
          </Button>
        </form>
      )}
      {as === 'lead' && mayWrite && !published && (
        <form method="post" action={urls.townPlanAct(frame.town, id, 'discard')}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('plans.page.discard')}
          </Button>
        </form>
      )}
    </PlanPageFrame>
  )
}
