import type { Translator } from '../../../../platform/i18n/messages.ts'
import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import type { FormFault } from '../forms/form.ts'
import { type FormView, RadioField } from './fields.tsx'
import { Lines } from './lines.tsx'

/** Something that only the others changed. */
export interface Taken {
  readonly label: string
  /** Lines; none: nothing stood there. */
  readonly before: readonly string[]
  readonly now: readonly string[]
}

/** Somebody saved in between: what became of it in the form below. */
export interface MergeTold {
  /** Who saved, by name. */
  readonly by: string
  /** When, in words. */
  readonly at: string
  /** The service was taken out. */
  readonly gone: boolean
  /** What the form was made from is known. */
  readonly known: boolean
  readonly taken: readonly Taken[]
  /** Names of what only the reader changed. */
  readonly kept: readonly string[]
  /** No address is taken from either side. */
  readonly confidential: boolean
  /** Names of what was typed and is not shown again: it may say where a confidential place is. */
  readonly withheld: readonly string[]
  /** Changed meanwhile, but on no field of this form. */
  readonly elsewhere: readonly Taken[]
}

/** Both changed it, and not to the same. */
export interface MergeChoice {
  readonly group: string
  readonly label: string
  readonly theirs: readonly string[]
  /** Undefined: it stands in the form and cannot be read yet. */
  readonly yours: readonly string[] | undefined
}

/** What a page shows of a merge: what was told once, and the choices as long as they are open. */
export interface MergeView {
  readonly told?: MergeTold | undefined
  /** Who saved the other version. */
  readonly by: string
  readonly choices: readonly MergeChoice[]
}

const choiceName = (group: string) => `merge-${group}`

/** A choice that was not made. */
export const choiceFault = ({ group, label }: MergeChoice): FormFault => ({
  field: choiceName(group),
  codeIn: 'mergeChoice',
  value: label,
})

type ChangesProps = { translator: Translator; caption: string; rows: readonly Taken[] }

/** What stood there before and what stands there now. Under each other: three columns are too narrow on a phone. */
export function Changes({ translator, caption, rows }: ChangesProps) {
  const { t } = translator
  if (rows.length === 0) return null
  const shown = (values: readonly string[]) =>
    values.length === 0 ? t('checklist.office.conflict.nothing') : <Lines values={values.flatMap(linesOf)} />
  return (
    <>
      <h3 class="govuk-heading-s">{caption}</h3>
      <SummaryList
        rows={rows.map(({ label, before, now }) => ({
          key: label,
          value: (
            <>
              <div class="govuk-hint govuk-!-margin-bottom-1">
                {t('checklist.office.conflict.before')} {shown(before)}
              </div>
              <div>
                {t('checklist.office.conflict.now')} {shown(now)}
              </div>
            </>
          ),
        }))}
      />
    </>
  )
}

const linesOf = (value: string): string[] => value.split('\n')

function Names({ about, names }: { about: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <>
      <p class="govuk-body">{about}</p>
      <ul class="govuk-list govuk-list--bullet">
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </>
  )
}

/** Above the form: what was changed in between, and what the form holds now. */
export function MergeNotice({ translator, merge }: { translator: Translator; merge: MergeView | undefined }) {
  const { t } = translator
  const told = merge?.told
  if (!told) return null
  const { by, at, taken, kept, withheld, elsewhere } = told
  const person = { person: by, when: at }
  const quiet = taken.length + kept.length + withheld.length + elsewhere.length + merge.choices.length === 0
  return (
    <NotificationBanner title={t('checklist.office.conflict.title')} role="alert">
      <p class="govuk-notification-banner__heading">
        {t(told.gone ? 'checklist.office.conflict.gone' : 'checklist.office.conflict.who', person)}
      </p>
      <p class="govuk-body">
        {t(told.gone ? 'checklist.office.conflict.bringBackAbout' : 'checklist.office.conflict.what')}
      </p>
      {told.confidential && <p class="govuk-body">{t('checklist.office.conflict.confidential')}</p>}
      {!told.known && <p class="govuk-body">{t('checklist.office.conflict.unknown')}</p>}
      <Changes translator={translator} caption={t('checklist.office.conflict.taken', { person: by })} rows={taken} />
      <Names about={t('checklist.office.conflict.kept')} names={kept} />
      <Names about={t('checklist.office.conflict.withheld')} names={withheld} />
      {merge.choices.length > 0 && (
        <>
          <p class="govuk-body">{t('checklist.office.conflict.choose')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {merge.choices.map(({ group, label }) => (
              <li>
                <a class="govuk-notification-banner__link" href={`#${choiceName(group)}`}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Changes translator={translator} caption={t('checklist.office.conflict.others')} rows={elsewhere} />
      {quiet && !told.confidential && !told.gone && (
        <p class="govuk-body">{t('checklist.office.conflict.elsewhere')}</p>
      )}
    </NotificationBanner>
  )
}

/** First in the form: the two versions of each field that both changed, none chosen beforehand. */
export function MergeChoices({ view, merge }: { view: FormView; merge: MergeView | undefined }) {
  const { t } = view.translator
  const shown = (values: readonly string[] | undefined) => {
    if (!values) return t('checklist.office.conflict.inForm')
    return values.length === 0 ? t('checklist.office.conflict.nothing') : <Lines values={values.flatMap(linesOf)} />
  }
  return (
    <>
      {merge?.choices.map(({ group, label, theirs, yours }) => (
        <>
          <input type="hidden" name="merge" value={group} />
          <RadioField
            view={view}
            name={choiceName(group)}
            legend={t('checklist.office.conflict.which', { field: label })}
            legendClasses="govuk-fieldset__legend--m"
            items={[
              { value: 'mine', text: t('checklist.office.conflict.mine'), hint: shown(yours) },
              {
                value: 'theirs',
                text: t('checklist.office.conflict.theirs', { person: merge.by }),
                hint: shown(theirs),
              },
            ]}
          />
        </>
      ))}
    </>
  )
}
