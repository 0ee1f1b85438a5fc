import type { WrittenIn } from '../../../ui/written-in.ts'
import type { Chrome } from '../../help-pages/index.ts'
import type { TextState } from '../resource-schema.ts'
import { toolkitDocument } from './toolkit-frame.tsx'

export interface MatrixPageProps {
  readonly chrome: Chrome
  /** In their order; a column each, by number. */
  readonly resources: readonly { readonly href: string; readonly title: string; readonly words: WrittenIn }[]
  readonly rows: readonly {
    readonly name: string
    /** How many resources can be read. */
    readonly there: number
    readonly cells: readonly { readonly state: TextState; readonly href: string | undefined }[]
  }[]
  readonly toolkitHref: string
}

/** Which resource is there in which language: what is missing is seen as well as what is there. */
export function matrixPage({ chrome, resources, rows, toolkitHref }: MatrixPageProps): string {
  const { t } = chrome.translator
  const words = {
    original: t('toolkit.cell.original'),
    current: t('toolkit.cell.current'),
    older: t('toolkit.cell.older'),
    missing: t('toolkit.cell.missing'),
  }
  return toolkitDocument({
    chrome,
    children: (
      <>
        <h1>{t('toolkit.languages.title')}</h1>
        <p>{t('toolkit.languages.about')}</p>
        <ol>
          {resources.map(({ href, title, words: written }) => (
            <li>
              <a href={href}>
                <bdi lang={written.lang} dir={written.dir}>
                  {title}
                </bdi>
              </a>
            </li>
          ))}
        </ol>
        {/* Wider than a telephone: it scrolls by itself, also by keyboard. */}
        <section class="wide" aria-labelledby="matrix" {...{ tabindex: 0 }}>
          <table class="words">
            <caption id="matrix">{t('toolkit.languages.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('toolkit.languages.language')}</th>
                <th scope="col">{t('toolkit.languages.there')}</th>
                {resources.map((_, index) => (
                  <th scope="col">{index + 1}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, there, cells }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{there}</td>
                  {there === 0 ? (
                    // Said once, which is quicker to hear than a dash for each resource.
                    <td colspan={resources.length}>{t('toolkit.cell.nothing')}</td>
                  ) : (
                    cells.map(({ state, href }) => (
                      <td>{href === undefined ? words[state] : <a href={href}>{words[state]}</a>}</td>
                    ))
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p>
          <a href={toolkitHref}>{t('toolkit.back')}</a>
        </p>
      </>
    ),
  })
}
