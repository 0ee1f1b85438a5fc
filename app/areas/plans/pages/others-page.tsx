import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { urls } from '../../../urls.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import { type Section, sections } from '../schema.ts'
import { ChoiceFilter, type ChoiceFilterProps } from './choice-filter.tsx'
import { type PlanFrame, PlanPageFrame } from './plan-frame.tsx'

export interface OthersPageProps {
  readonly frame: PlanFrame
  readonly plan: { readonly id: string; readonly title: string }
  readonly section: Section
  readonly shared: readonly {
    readonly id: string
    readonly title: string
    readonly what: string
    readonly town: string
    readonly lang: string
    readonly dir: 'ltr' | 'rtl'
    /** That it is in another language than the plan; empty: it is not. */
    readonly note: string
  }[]
  readonly filters: ChoiceFilterProps['selects']
  /** Whether anything but the section is asked for. */
  readonly filtered: boolean
  readonly pages: PagesView
  /** Nothing was chosen. */
  readonly refused: string | undefined
}

/** Measures that other towns let one begin with. */
export function OthersPage({ frame, plan, section, shared, filters, filtered, pages, refused }: OthersPageProps) {
  const { t } = frame.of.translator
  const path = urls.townPlanPage(frame.town, plan.id, 'others')
  const asked = filters.filter(({ value }) => value !== '').map(({ name, value }) => [name, value])
  const pageHref = (number: number) =>
    `${path}?${new URLSearchParams([['section', section], ...asked, ['page', `${number}`]])}`
  return (
    <PlanPageFrame
      frame={frame}
      title={t('plans.others.title')}
      caption={plan.title}
      back={{ href: urls.townPlan(frame.town, plan.id), text: t('plans.back.plan') }}
      refused={refused}
    >
      <p class="govuk-body">{t('plans.others.about')}</p>
      <nav aria-label={t('plans.measure.section')}>
        <ul class="govuk-list">
          {sections.map((one) => (
            <li>
              {one === section ? (
                <strong aria-current="page">{t(`plans.section.${one}`)}</strong>
              ) : (
                <a class="govuk-link" href={`${path}?section=${one}`}>
                  {t(`plans.section.${one}`)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <ChoiceFilter action={path} kept={{ section }} selects={filters} show={t('plans.start.show')} />
      {shared.length === 0 ? (
        <p class="govuk-body">{t(filtered ? 'plans.others.noneFound' : 'plans.others.none')}</p>
      ) : (
        <form method="post" action={path} novalidate>
          <input type="hidden" name="section" value={section} />
          <Checkboxes
            name="measure"
            legend={t(`plans.section.${section}`)}
            legendClasses="govuk-fieldset__legend--m"
            items={shared.map(({ id, title, what, town, lang, dir, note }) => ({
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
                  <br />
                  <bdi>{town}</bdi>
                  {note !== '' && (
                    <>
                      <br />
                      <strong>{note}</strong>
                    </>
                  )}
                </>
              ),
            }))}
          />
          <Button preventDoubleClick>{t('plans.start.add')}</Button>
        </form>
      )}
      <PageLinks translator={frame.of.translator} pages={pages} href={pageHref} />
    </PlanPageFrame>
  )
}
