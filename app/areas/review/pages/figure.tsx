import type { Translator } from '../../../platform/i18n/messages.ts'
import { urls } from '../../../urls.ts'
import type { BarView, FigureView, RowView } from '../present-review.ts'

interface Props {
  readonly translator: Translator
  readonly view: FigureView
}

const [long, high] = [100, 4]
/** Below a picture of more bars the table is folded: dozens of lines twice are long on a phone. */
const mostOpen = 8

/** From where a line begins in the reader's script. */
function bar(dir: 'ltr' | 'rtl', share: number): string {
  const width = Math.round(share * long * 100) / 100
  return dir === 'rtl' ? `M${long} 0h-${width}v${high}h${width}z` : `M0 0h${width}v${high}h-${width}z`
}

/** Labels are text of the page, so that they grow with it; only the bars are drawn. */
function Picture({ translator: { t, dir }, view: { title, bars } }: Props) {
  const line = ({ label, count, whole, part }: BarView) => (
    <div>
      <span>{label}</span> <b>{count}</b>
      <svg viewBox={`0 0 ${long} ${high}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={bar(dir, whole)} />
        <path class="part" d={bar(dir, part)} />
      </svg>
    </div>
  )
  return (
    <div class="chart" role="img" aria-label={t('review.picture', { title })}>
      {bars.map(line)}
    </div>
  )
}

function Name({ name, said, href }: RowView) {
  const text = said?.lang === undefined ? name : <bdi {...said}>{name}</bdi>
  return href === undefined ? text : <a href={href}>{text}</a>
}

function Table({ view: { title, head, rows } }: Props) {
  return (
    // A table may be wider than a phone: it scrolls by itself, by keyboard too.
    <section class="wide" aria-label={title} {...{ tabindex: 0 }}>
      <table>
        <thead>
          <tr>
            {head.map((words) => (
              <th scope="col">{words}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{Name(row)}</th>
              {row.cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** One figure: what it is, a picture, the same as a table, where it is defined and where its data are. */
export function Figure(props: Props) {
  const { translator, view } = props
  const { t, language } = translator
  const { figure, title, text, bars, rows, definition, dataHref } = view
  return (
    <>
      <h2 id={figure}>{title}</h2>
      {rows.length === 0 ? (
        <p>{t('review.figure.nothing')}</p>
      ) : (
        <>
          <p>{text}</p>
          {bars.length > 0 && <Picture {...props} />}
          {bars.length > mostOpen ? (
            <details>
              <summary>{t('review.table')}</summary>
              <Table {...props} />
            </details>
          ) : (
            <Table {...props} />
          )}
        </>
      )}
      <ul class="links">
        <li>
          <a href={urls.reviewDefinitions(language, definition)}>
            {t('review.definition')}
            <span class="vh">: {title}</span>
          </a>
        </li>
        <li>
          <a href={dataHref}>
            {t('review.data')}
            <span class="vh">: {title}</span>
          </a>
        </li>
      </ul>
    </>
  )
}
