import type { Translator } from '../../../../platform/i18n/messages.ts'
import { OutsideLink } from '../../../../ui/components/outside-link/outside-link.tsx'
import type { Chrome } from '../../../help-pages/index.ts'
import type { MeasureState } from '../../schema.ts'
import type { FigureView, MeasureView } from '../present-measure.ts'

export interface MeasureDetailsProps {
  readonly chrome: Chrome
  readonly measure: MeasureView
}

export function StateWord({ translator, state }: { translator: Translator; state: MeasureState }) {
  return <strong class={`state is-${state}`}>{translator.t(`plans.state.${state}`)}</strong>
}

/** Dates begin and end beside the first and the last point, so that they may be long, and large on a small screen. */
const room = 60

const dot = (x: number, y: number) => `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`

/** Figures over time. Days run from left to right in every script. */
function Picture({ name, chart }: { name: string; chart: NonNullable<FigureView['chart']> }) {
  const { width, height, points, target } = chart
  const [first] = points
  const line = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const last = points.at(-1)
  return (
    <figure class="map">
      <svg class="figures" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
        <path class="axis" d={`M0 ${height - 30}H${width}`} />
        <path class="course" d={line} />
        {last && target && <path class="aim" d={`M${last.x} ${last.y}L${target.x} ${target.y}`} />}
        {points.map(({ x, y, value }) => (
          <>
            <path d={dot(x, y)} />
            <text x={x} y={y - 10}>
              {value}
            </text>
          </>
        ))}
        {target && (
          <>
            <path class="aim" d={dot(target.x, target.y)} />
            <text x={target.x} y={target.y - 10}>
              {target.value}
            </text>
          </>
        )}
        {first && (
          <text class="first" x={first.x - room} y={height - 8}>
            {first.on}
          </text>
        )}
        {(target ?? last) && (target ?? last)?.x !== first?.x && (
          <text class="last" x={((target ?? last)?.x ?? 0) + room} y={height - 8}>
            {(target ?? last)?.on}
          </text>
        )}
      </svg>
    </figure>
  )
}

interface FigureProps {
  readonly figure: FigureView
  readonly words: MeasureView['words']
}

function Figure({ chrome, figure, words }: Pick<MeasureDetailsProps, 'chrome'> & FigureProps) {
  const { t } = chrome.translator
  const { name, unit, own, rows, chart } = figure
  const marked = { lang: words.tag, dir: words.dir }
  return (
    <>
      {chart && <Picture name={name} chart={chart} />}
      <section class="wide" aria-label={name} {...{ tabindex: 0 }}>
        <table>
          <caption {...(own ? marked : {})}>
            {name}
            {unit === '' ? '' : ` (${unit})`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('plans.public.when')}</th>
              <th scope="col">{t('plans.indicator.figure')}</th>
              <th scope="col">{t('plans.public.note')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ kind, on, value, note }) => (
              <tr>
                <th scope="row">{kind === 'value' ? on : t(`plans.public.row.${kind}`, { on })}</th>
                <td>{value}</td>
                <td {...marked}>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Facts({ chrome, measure }: MeasureDetailsProps) {
  const { t } = chrome.translator
  const { words, responsible, partner, budget, period, articles, kinds, evidence, practices } = measure
  const said = (field: 'responsible' | 'partner' | 'budget', value: string) =>
    value !== '' && (
      <>
        <dt>{t(`plans.field.${field}`)}</dt>
        <dd lang={words.tag} dir={words.dir}>
          {value}
        </dd>
      </>
    )
  const links = (name: string, list: readonly { readonly text: string; readonly href: string }[]) =>
    list.length > 0 && (
      <>
        <dt>{name}</dt>
        <dd>
          <ul>
            {list.map(({ text, href }) => (
              <li>
                {href.startsWith('/') ? (
                  <a href={href}>{<bdi>{text}</bdi>}</a>
                ) : (
                  <OutsideLink href={href}>{<bdi>{text}</bdi>}</OutsideLink>
                )}
              </li>
            ))}
          </ul>
        </dd>
      </>
    )
  return (
    <dl>
      {period !== '' && (
        <>
          <dt>{t('plans.form.period')}</dt>
          <dd>{period}</dd>
        </>
      )}
      {said('responsible', responsible)}
      {said('partner', partner)}
      {said('budget', budget)}
      {links(t('plans.field.articles'), articles)}
      {links(t('plans.field.kinds'), kinds)}
      {links(t('plans.measure.evidence'), evidence)}
      {links(t('plans.public.practices'), practices)}
    </dl>
  )
}

/** A measure with everything that the town says about it. */
export function MeasureDetails(props: MeasureDetailsProps) {
  const { chrome, measure } = props
  const { t } = chrome.translator
  const { id, title, what, words, state, reason, ended, figures } = measure
  const marked = { lang: words.tag, dir: words.dir }
  return (
    <article id={`m-${id}`}>
      <h3 {...marked}>{title}</h3>
      <p>
        <StateWord translator={chrome.translator} state={state} />
      </p>
      {ended !== '' && <p>{t('plans.public.ended', { on: ended })}</p>}
      {reason !== '' && (
        <>
          <p>{t('plans.public.why')}</p>
          <p class="said" {...marked}>
            {reason}
          </p>
        </>
      )}
      {what !== '' && (
        <p class="said" {...marked}>
          {what}
        </p>
      )}
      <Facts {...props} />
      {figures.map((figure) => (
        <Figure chrome={chrome} figure={figure} words={words} />
      ))}
    </article>
  )
}
