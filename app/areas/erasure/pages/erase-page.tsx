import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { TypedFault } from '../match-rules.ts'
import type { PassageView } from '../present-passages.ts'

/** `not-yours`: the town has an approver of its own. */
export type Problem = 'changed' | 'common' | 'untaken' | 'not-yours'

export interface ErasePageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: Parameters<typeof urls.officeTown>[0]
  readonly mayAct: boolean
  /** The person may open the other pages of the town's office. */
  readonly mayRead: boolean
  /** Directories that the town follows by itself. */
  readonly feeds: number
  readonly typed: { readonly words: string; readonly instead: string }
  readonly faults: readonly TypedFault[]
  readonly problem: Problem | undefined
  readonly done: boolean
  /** Undefined: nobody has looked yet. */
  readonly passages: readonly PassageView[] | undefined
}

function faultWords({ of: { translator } }: ErasePageProps, fault: TypedFault): string {
  const { t } = translator
  if (fault.field === 'instead') return t(`erasure.fault.instead.${fault.code}`)
  return 'line' in fault
    ? t(`erasure.fault.words.${fault.code}`, { line: `${fault.line}` })
    : t(`erasure.fault.words.${fault.code}`)
}

const errorOf = (props: ErasePageProps, field: TypedFault['field']) => {
  const fault = props.faults.find((one) => one.field === field)
  return fault && { prefix: props.of.translator.t('checklist.office.form.error'), text: faultWords(props, fault) }
}

function Faults(props: ErasePageProps) {
  const { of, faults, problem } = props
  const { t } = of.translator
  const errors = faults.map((fault) => ({ text: faultWords(props, fault), href: `#${fault.field}` }))
  if (problem) {
    const href = problem === 'common' ? '#words' : problem === 'not-yours' ? undefined : '#take'
    errors.push({ text: t(`erasure.problem.${problem}`), ...(href ? { href } : { href: '#main' }) })
  }
  if (errors.length === 0) return null
  return <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />
}

function Pieces({ pieces }: Pick<PassageView, 'pieces'>) {
  return <bdi>{pieces.map(({ text, goes }) => (goes ? <mark>{text}</mark> : text))}</bdi>
}

function Found(props: ErasePageProps) {
  const { of, passages, feeds, problem } = props
  const { t } = of.translator
  if (!passages) return null
  if (passages.length === 0) {
    return (
      <>
        <InsetText>{t('erasure.none')}</InsetText>
        <p class="govuk-body">{t('erasure.register')}</p>
      </>
    )
  }
  return (
    <>
      <input type="hidden" name="shown" value={passages.map(({ id }) => id).join(' ')} />
      <Checkboxes
        name="take"
        legend={t('erasure.found', { count: passages.length })}
        legendClasses="govuk-fieldset__legend--m"
        hint={t('erasure.foundAbout')}
        error={
          problem === 'untaken'
            ? { prefix: t('checklist.office.form.error'), text: t('erasure.problem.untaken') }
            : undefined
        }
        items={passages.map(({ id, pieces, where, taken }) => ({
          value: id,
          text: <Pieces pieces={pieces} />,
          hint: where,
          checked: taken,
        }))}
      />
      <p class="govuk-body">{t('erasure.lists')}</p>
      {feeds > 0 && <InsetText>{t('erasure.feeds', { count: feeds })}</InsetText>}
      <p class="govuk-body">{t('erasure.register')}</p>
      <p class="govuk-body">{t('erasure.elsewhere')}</p>
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>{t('erasure.forGood')}</WarningText>
      <Button name="step" value="erase" classes="govuk-button--warning" preventDoubleClick>
        {t('erasure.erase')}
      </Button>
    </>
  )
}

function Form(props: ErasePageProps) {
  const { of, town, typed } = props
  const { t } = of.translator
  return (
    <form method="post" action={urls.officeErasePerson(town)} novalidate autocomplete="off">
      <Textarea
        name="words"
        label={t('erasure.words')}
        labelClasses="govuk-label--s"
        hint={t('erasure.wordsHint')}
        rows={4}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        value={typed.words}
        error={errorOf(props, 'words')}
      />
      <TextInput
        name="instead"
        label={t('erasure.instead')}
        labelClasses="govuk-label--s"
        hint={t('erasure.insteadHint')}
        dir="auto"
        autocomplete="off"
        value={typed.instead}
        error={errorOf(props, 'instead')}
      />
      <Button name="step" value="look" classes={props.passages?.length ? 'govuk-button--secondary' : undefined}>
        {t('erasure.look')}
      </Button>
      <Found {...props} />
    </form>
  )
}

/** A person asks to be taken out of everything that the town says. */
export function ErasePage(props: ErasePageProps) {
  const { of, workplace, town, mayAct, mayRead, faults, problem, done } = props
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('erasure.title')}
      back={mayRead ? { href: urls.officeVersions(town), text: t('checklist.office.versions.title') } : undefined}
      refused={faults.length > 0 || problem !== undefined}
      first={<Faults {...props} />}
      done={done ? t('erasure.done') : undefined}
    >
      <p class="govuk-body">{t('erasure.about')}</p>
      {mayAct ? (
        <>
          <p class="govuk-body">{t('erasure.who')}</p>
          <Form {...props} />
        </>
      ) : (
        <InsetText>{t('erasure.problem.not-yours')}</InsetText>
      )}
    </OfficeFrame>
  )
}
