import { Button } from '../../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../../ui/components/checkboxes/checkboxes.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { apart } from '../../../../ui/lists.ts'
import { urls } from '../../../../urls.ts'
import type { MarkedTexts } from '../present-words.ts'
import { MarkedText } from './compared-things.tsx'
import type { Frame } from './office-page.tsx'

export interface OfferedWords {
  readonly id: string
  /** Whose words they are. */
  readonly owner: string
  /** One for each language. */
  readonly lines: readonly string[]
  /** A person has written them in some language: they can be put into the answer. */
  readonly fills: boolean
}

/** The text that the answer began with. */
export interface BeganView {
  readonly id: string
  readonly owner: string
  readonly version: number
  readonly withdrawn: boolean
  /** What is different since somebody looked; undefined where nothing is. */
  readonly changed: MarkedTexts | undefined
  /** There is nothing that nobody has looked at. */
  readonly told: boolean
  readonly fills: boolean
}

export interface WordsView {
  readonly offered: readonly OfferedWords[]
  readonly began: BeganView | undefined
  /** Whose words stand in the form now and are not saved; what the note said before. */
  readonly filled: { readonly owner: string; readonly before: readonly string[] } | undefined
  /** What the form says that its note began with; empty where nothing. */
  readonly sent: string
  readonly alone: boolean
}

interface Props {
  readonly frame: Frame
  readonly kind: string
  readonly words: WordsView
}

function Fill({ frame, kind, id, owner }: Omit<Props, 'words'> & { id: string; owner: string }) {
  const { t } = frame.translator
  return (
    <Button href={urls.officeKind(frame.town, kind, id)} classes="govuk-button--secondary">
      {t('checklist.office.words.fill')}
      <span class="govuk-visually-hidden">: {owner}</span>
    </Button>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <p class="govuk-body">
          <bdi>{line}</bdi>
        </p>
      ))}
    </>
  )
}

/** What became of the text that the answer began with. */
function Became({ frame, kind, began }: Omit<Props, 'words'> & { began: BeganView }) {
  const { t } = frame.translator
  const { id, owner, version, withdrawn, changed, told, fills } = began
  if (told) return null
  return (
    <section aria-labelledby="became">
      <h2 class="govuk-heading-m" id="became">
        {t(withdrawn ? 'checklist.office.words.withdrawn' : 'checklist.office.words.changed', { owner: apart(owner) })}
      </h2>
      <p class="govuk-body">
        {t(withdrawn ? 'checklist.office.words.withdrawnAbout' : 'checklist.office.words.changedAbout')}
      </p>
      {changed && (
        <>
          <div class="office-compared govuk-body">
            <span class="office-compared__side">{t('checklist.office.standard.before')}</span>
            <MarkedText lines={changed.before} mark="del" />
          </div>
          <div class="office-compared govuk-body">
            <span class="office-compared__side">{t('checklist.office.standard.now')}</span>
            <MarkedText lines={changed.after} mark="ins" />
          </div>
        </>
      )}
      {!frame.of.support && (
        <form method="post" action={urls.officeKindStandardSeen(frame.town, kind)}>
          <input type="hidden" name="version" value={`${version}`} />
          <div class="govuk-button-group">
            {fills && changed && <Fill frame={frame} kind={kind} id={id} owner={owner} />}
            <Button preventDoubleClick>{t('checklist.office.standard.seen')}</Button>
          </div>
        </form>
      )}
    </section>
  )
}

/** Words of others for a duty, above the form: nothing of them stands on the page of the town until its office says so. */
export function OthersWords({ frame, kind, words }: Props) {
  const { t } = frame.translator
  const { offered, began, filled } = words
  if (filled) {
    return (
      <InsetText>
        <p class="govuk-body">
          {t('checklist.office.words.filled', {
            owner: apart(filled.owner),
            available: t('answer.available'),
            partly: t('answer.partly'),
          })}
        </p>
        {filled.before.length > 0 && (
          <>
            <p class="govuk-body">{t('checklist.office.words.filledOver')}</p>
            <Lines lines={filled.before} />
          </>
        )}
      </InsetText>
    )
  }
  // What has changed is shown with what it said before, once.
  const shown = offered.filter(({ id }) => began?.told !== false || id !== began.id)
  return (
    <>
      {began && <Became frame={frame} kind={kind} began={began} />}
      {shown.length > 0 && (
        <section aria-labelledby="others-words">
          <h2 class="govuk-heading-m" id="others-words">
            {t('checklist.office.words.title')}
          </h2>
          <p class="govuk-body">{t('checklist.office.words.about')}</p>
          {shown.map(({ id, owner, lines, fills }) => (
            <>
              <h3 class="govuk-heading-s">{t('checklist.office.standard.of', { owner: apart(owner) })}</h3>
              <Lines lines={lines} />
              {began?.id === id && <p class="govuk-hint">{t('checklist.office.words.began')}</p>}
              {fills && !frame.of.support && <Fill frame={frame} kind={kind} id={id} owner={owner} />}
            </>
          ))}
        </section>
      )}
    </>
  )
}

/** Inside the form: what its note began with, and the way out of it. */
export function BeganFields({ frame: { translator }, words: { began, sent, alone } }: Omit<Props, 'kind'>) {
  const { t } = translator
  return (
    <>
      {sent !== '' && <input type="hidden" name="began" value={sent} />}
      {began && (
        <Checkboxes
          name="alone"
          values={alone ? ['yes'] : []}
          items={[
            {
              value: 'yes',
              text: t('checklist.office.words.alone'),
              hint: t('checklist.office.words.aloneHint', { owner: apart(began.owner) }),
            },
          ]}
          classes="govuk-checkboxes--small"
        />
      )}
    </>
  )
}
