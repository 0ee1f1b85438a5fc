import { Button } from '../../../ui/components/button/button.tsx'
import { urls } from '../../../urls.ts'
import { type Catchment, type Dependant, dependants } from '../area-rules.ts'
import { type AreasFrame, AreasFramed } from './areas-frame.tsx'

export interface DeletePageProps {
  readonly frame: AreasFrame
  readonly area: Catchment
  /** How much of each kind; what nothing depends on is left out. */
  readonly depends: ReadonlyMap<Dependant, number>
}

/** What goes with an area, or what stops its end. */
export function DeletePage({ frame, area, depends }: DeletePageProps) {
  const { t, language } = frame.of.translator
  const name = area.names[language] ?? area.name
  const stopped = area.official || depends.size > 0
  return (
    <AreasFramed frame={frame} title={t('catchments.delete.title', { name })} below>
      {stopped ? (
        <>
          <p class="govuk-body">{t('catchments.delete.not')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {area.official && <li>{t('catchments.delete.official')}</li>}
            {dependants.map((each) => {
              const count = depends.get(each)
              return count ? <li>{t(`catchments.delete.depends.${each}`, { count })}</li> : null
            })}
          </ul>
        </>
      ) : (
        <>
          <p class="govuk-body">{t('catchments.delete.about', { count: area.members })}</p>
          <form method="post" action={urls.catchmentAct(frame.association, area.slug, 'delete')} novalidate>
            <Button preventDoubleClick classes="govuk-button--warning">
              {t('catchments.delete.do')}
            </Button>
          </form>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.catchment(frame.association, area.slug)}>
          {t('catchments.delete.back')}
        </a>
      </p>
    </AreasFramed>
  )
}
