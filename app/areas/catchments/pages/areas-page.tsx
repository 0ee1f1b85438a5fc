import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../urls.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import type { Catchment } from '../area-rules.ts'
import { type AreaNotice, type AreasFrame, AreasFramed, kindText } from './areas-frame.tsx'

export interface AreasPageProps {
  readonly frame: AreasFrame
  readonly count: number
  readonly areas: readonly Catchment[]
  readonly pages: PagesView
  /** A list has been brought that nobody has looked through. */
  readonly waiting: boolean
  readonly done: AreaNotice | undefined
  /** How many towns came into an area, or left one. */
  readonly changed: number
}

function List({ frame, areas }: AreasPageProps) {
  const { t } = frame.of.translator
  return (
    <SummaryList
      rows={areas.map((area) => ({
        key: <bdi>{area.name}</bdi>,
        value: (
          <>
            {kindText(frame.of, area.areaKind)}
            <br />
            {t('catchments.members', { count: area.members })}
          </>
        ),
        actions: [
          {
            href: urls.catchment(frame.association, area.slug),
            text: t('catchments.open'),
            visuallyHiddenText: area.name,
          },
        ],
      }))}
    />
  )
}

/** Areas of the country that do not nest, fifty at a time. */
export function AreasPage(props: AreasPageProps) {
  const { frame, count, pages, waiting, done, changed } = props
  const { translator } = frame.of
  const { t } = translator
  const to = (act: Parameters<typeof urls.catchmentsAct>[1]) => urls.catchmentsAct(frame.association, act)
  return (
    <AreasFramed
      frame={frame}
      title={t('catchments.title')}
      done={done && t(`catchments.done.${done}`, { count: changed })}
    >
      <p class="govuk-body">{t('catchments.about')}</p>
      <p class="govuk-body">{t('catchments.aboutWho')}</p>
      {waiting && (
        <InsetText>
          <p class="govuk-body">{t('catchments.waiting')}</p>
          <a class="govuk-link" href={to('list')}>
            {t('members.goOn')}
          </a>
        </InsetText>
      )}
      <div class="govuk-button-group">
        <Button href={to('bring')}>{t('catchments.bring')}</Button>
        <Button href={to('new')} classes="govuk-button--secondary">
          {t('catchments.new')}
        </Button>
      </div>
      <h2 class="govuk-heading-m">{t('catchments.count', { count })}</h2>
      {count > 0 && <List {...props} />}
      <PageLinks translator={translator} pages={pages} href={(number) => urls.catchments(frame.association, number)} />
    </AreasFramed>
  )
}
