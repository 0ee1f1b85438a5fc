import { Notice } from '../../../../ui/components/notice/notice.tsx'
import { renderDocument } from '../../../../ui/layout/document.ts'
import { type Chrome, SitePage } from '../../../help-pages/index.ts'
import {
  type AnswerView,
  type ReportChangesView,
  type ReportedMeasure,
  type StateLine,
  stateCount,
} from '../present-public.ts'

export interface FeedbackView {
  readonly title: string
  /** By what each says. */
  readonly said: readonly { readonly title: string; readonly text: string }[]
}

interface LinkView {
  readonly href: string
  readonly text: string
}

export interface PublicReportProps {
  readonly chrome: Chrome
  readonly title: string
  readonly town: LinkView
  /** Where the plan stands as it was then; undefined where the town carries it no longer. */
  readonly planThen: LinkView | undefined
  readonly planNow: LinkView
  readonly demonstration: boolean
  /** Sentences: when it was given, corrected, which form. */
  readonly about: readonly string[]
  /** An earlier version is shown: the newest stands here. */
  readonly newest: LinkView | undefined
  readonly versions: readonly LinkView[]
  readonly files: readonly LinkView[]
  /** BCP 47 and direction of what the town has written. */
  readonly written: { readonly lang: string; readonly dir: 'ltr' | 'rtl' }
  readonly states: readonly StateLine[]
  readonly measures: readonly ReportedMeasure[]
  /** Undefined: it is the first report. */
  readonly changes: ReportChangesView | undefined
  readonly before: LinkView | undefined
  readonly answers: readonly AnswerView[]
  readonly feedback: readonly FeedbackView[]
  /** Empty where nothing was published. */
  readonly checklist: string
}

const paragraphs = (text: string): string[] => text.split(/\n{2,}/)

function Words({ text, written }: { text: string; written: PublicReportProps['written'] }) {
  return (
    <>
      {paragraphs(text).map((one) => (
        <p lang={written.lang} dir="auto">
          {one}
        </p>
      ))}
    </>
  )
}

function States({ chrome: { translator }, states }: PublicReportProps) {
  return (
    <>
      <h2>{translator.t('progress.public.states')}</h2>
      <dl>
        {states.map((one) => (
          <>
            <dt>{one.text}</dt>
            <dd>{stateCount(translator, one)}</dd>
          </>
        ))}
      </dl>
    </>
  )
}

function Measures({ chrome, measures, planThen, written }: PublicReportProps) {
  return (
    <details>
      <summary>{chrome.translator.t('progress.public.measures', { count: measures.length })}</summary>
      <ul>
        {measures.map(({ id, title, lang, state }) => {
          const name = <bdi lang={lang ?? written.lang}>{title}</bdi>
          return (
            <li>
              {planThen ? <a href={`${planThen.href}#m-${id}`}>{name}</a> : name}: {state}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function Changes({ chrome, changes, before, written }: PublicReportProps) {
  const { t } = chrome.translator
  if (!changes || !before) return <p>{t('progress.public.first')}</p>
  const { measures, answers, otherPlan } = changes
  return (
    <>
      <p>
        {t('progress.public.compared')} <a href={before.href}>{before.text}</a>
      </p>
      {otherPlan && <p>{t('progress.public.otherPlan')}</p>}
      {measures.length === 0 && answers.length === 0 && <p>{t('progress.public.unchanged')}</p>}
      {measures.length > 0 && (
        <ul>
          {measures.map(({ title, lang, lines, reason }) => (
            <li>
              <bdi lang={lang ?? written.lang}>{title}</bdi>
              <ul>
                {lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
              {reason !== '' &&
                (lang === undefined ? (
                  <Words text={reason} written={written} />
                ) : (
                  <p lang={lang} dir="auto">
                    {reason}
                  </p>
                ))}
            </li>
          ))}
        </ul>
      )}
      {answers.length > 0 && (
        <details>
          <summary>{t('progress.public.answersBefore', { count: answers.length })}</summary>
          {answers.map(({ question, before: said }) => (
            <>
              <h3>{question}</h3>
              {said === '' ? (
                <p class="dim">{t('progress.public.saidNothing')}</p>
              ) : (
                <Words text={said} written={written} />
              )}
            </>
          ))}
        </details>
      )}
    </>
  )
}

function Answers({ chrome, answers, written }: PublicReportProps) {
  const { t } = chrome.translator
  return (
    <>
      <h2>{t('progress.public.answers')}</h2>
      {answers.map(({ question, text, same }) => (
        <>
          <h3>{question}</h3>
          <Words text={text} written={written} />
          {same && <p class="dim">{t('progress.public.same')}</p>}
        </>
      ))}
    </>
  )
}

function Feedback({ chrome, feedback }: PublicReportProps) {
  if (feedback.length === 0) return null
  return (
    <>
      <h2>{chrome.translator.t('progress.public.feedback')}</h2>
      {feedback.map(({ title, said }) => (
        <>
          <h3>{title}</h3>
          {said.map((one) => (
            <>
              <h4>{one.title}</h4>
              {paragraphs(one.text).map((words) => (
                <p dir="auto">{words}</p>
              ))}
            </>
          ))}
        </>
      ))}
    </>
  )
}

function Links({ links }: { links: readonly LinkView[] }) {
  return (
    <ul>
      {links.map(({ href, text }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  )
}

/** The report of a town in a cycle. */
export function publicReportPage(props: PublicReportProps): string {
  const { chrome, title, town, planThen, planNow, demonstration, about, newest, versions, files, checklist } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage chrome={chrome} title={title} description={title} picture={chrome.picture}>
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('page.demonstration')}</p>
        </Notice>
      )}
      <div class="prose">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {newest && (
          <Notice kind="information">
            <p>
              {t('progress.public.older')} <a href={newest.href}>{newest.text}</a>
            </p>
          </Notice>
        )}
        {about.map((one) => (
          <p>{one}</p>
        ))}
        <States {...props} />
        <Measures {...props} />
        {checklist !== '' && <p>{checklist}</p>}
        <h2>{t('progress.public.changes')}</h2>
        <Changes {...props} />
        <Answers {...props} />
        <Feedback {...props} />
        <h2>{t('progress.public.more')}</h2>
        <Links links={[...(planThen ? [planThen] : []), planNow, town, ...files, ...versions]} />
      </div>
    </SitePage>,
  )
}
