import type { Translator } from '../../../platform/i18n/messages.ts'
import type { Year } from '../counts-rules.ts'
import { type FrameProps, registerDocument } from './register-frame.tsx'

export interface YearsPageProps extends Omit<FrameProps, 'children' | 'section' | 'title'> {
  readonly years: readonly Year[]
}

const [barWidth, gap, high, foot] = [32, 10, 220, 28]
/** Years whose number stands below its column: all of a few, else some. */
const mostLabels = 12

/** How many stood by a signature at the end of each year. Numbers run from left to right in every script. */
function Bars({ translator: { t }, years }: { translator: Translator; years: readonly Year[] }) {
  const most = Math.max(1, ...years.map(({ standing }) => standing))
  const width = Math.max(640, years.length * (barWidth + gap) + gap)
  const every = Math.ceil(years.length / mostLabels)
  return (
    <figure class="map">
      <svg class="bars" viewBox={`0 0 ${width} ${high + foot}`} role="img" aria-labelledby="bars-title bars-text">
        <title id="bars-title">{t('register.years.chart')}</title>
        <desc id="bars-text">{t('register.years.chartText')}</desc>
        {years.map(({ year, standing }, index) => {
          const [x, height] = [gap + index * (barWidth + gap), Math.round((standing / most) * (high - 24))]
          return (
            <>
              <path d={`M${x} ${high}h${barWidth}v-${height}h-${barWidth}z`} />
              {index % every === 0 && (
                <text x={x + barWidth / 2} y={high + 18}>
                  {year}
                </text>
              )}
            </>
          )
        })}
        <path class="axis" d={`M0 ${high}H${width}`} />
      </svg>
    </figure>
  )
}

const columns = ['signed', 'reaffirmed', 'merged', 'withdrawn', 'standing'] as const

/** What happened in each year: what was signed, what was said again, what ended. */
export function yearsPage(props: YearsPageProps): string {
  const { chrome, years } = props
  const { t } = chrome.translator
  return registerDocument({
    ...props,
    section: 'years',
    title: t('register.years.title'),
    children:
      years.length === 0 ? (
        <p>{t('register.nobody')}</p>
      ) : (
        <>
          <p>{t('register.years.intro')}</p>
          <Bars translator={chrome.translator} years={years} />
          <section class="wide" aria-label={t('register.years.title')} {...{ tabindex: 0 }}>
            <table>
              <caption>{t('register.years.table')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('register.column.year')}</th>
                  {columns.map((column) => (
                    <th scope="col">{t(`register.column.${column}`)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {years.toReversed().map((year) => (
                  <tr>
                    <th scope="row">{year.year}</th>
                    {columns.map((column) => (
                      <td>{t('register.count', { count: year[column] })}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p class="dim">{t('register.years.about')}</p>
        </>
      ),
  })
}
