/** The town's page as a part of another page: no document, no script, no style. */
import { LanguageSwitch } from '../../../ui/components/language-switch/language-switch.tsx'
import { QuickExit } from '../../../ui/components/quick-exit/quick-exit.tsx'
import { renderHtml } from '../../../ui/content.ts'
import { ExitHint, Help, MachineMadeNotice } from './site-page.tsx'
import { TownContent, type TownPageProps } from './town-page.tsx'

export interface TownFragmentProps extends TownPageProps {
  /** When it was made, for programs: an ISO instant. */
  readonly made: string
  /** The same in words. */
  readonly asOf: string
}

function Foot({ chrome, town, asOf }: TownFragmentProps) {
  const { t } = chrome.translator
  return (
    <footer class="foot">
      <p>
        {t('fragment.asOf', { date: asOf })} <a href={chrome.canonical}>{t('fragment.live')}</a>
      </p>
      {town.published && <p>{town.published}</p>}
      <p>{t('site.licence')}</p>
    </footer>
  )
}

export function townFragment(props: TownFragmentProps): string {
  const { chrome, place, made } = props
  const { t, tag, dir } = chrome.translator
  return renderHtml(
    <section
      class="fragment"
      lang={tag}
      dir={dir}
      data-safe-towns-fragment={made}
      data-safe-towns-town={`${place.country.toLowerCase()}/${place.slug}`}
    >
      <p>
        <QuickExit href={chrome.quickExitHref} label={t('exit.label')} />
      </p>
      <p class="dim">
        <ExitHint chrome={chrome} />
      </p>
      <Help chrome={chrome} />
      <LanguageSwitch label={t('site.languages')} languages={chrome.languages} />
      <MachineMadeNotice chrome={chrome} />
      <TownContent {...props} />
      <Foot {...props} />
    </section>,
  )
}
