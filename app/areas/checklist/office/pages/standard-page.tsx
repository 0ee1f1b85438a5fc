import type { Translator } from '../../../../platform/i18n/messages.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { Radios } from '../../../../ui/components/radios/radios.tsx'
import { apart } from '../../../../ui/lists.ts'
import { urls } from '../../../../urls.ts'
import type { StandardSlot } from '../../standard-rules.ts'
import type { MarkedTexts } from '../present-words.ts'
import { MarkedText } from './compared-things.tsx'
import { type Frame, OfficePage } from './office-page.tsx'

export interface StandardSlotView {
  readonly slot: StandardSlot
  /** What the text says, each language for itself. */
  readonly standard: readonly string[]
  /** What the town says there itself; nothing where it leaves it to the text. */
  readonly own: readonly string[]
  readonly chosen: 'standard' | 'own'
}

export interface StandardPageProps {
  readonly frame: Frame
  readonly id: string
  readonly name: string
  readonly revision: number
  /** The one shown; undefined where nobody offers any. */
  readonly text:
    | {
        readonly id: string
        readonly owner: string
        readonly version: number
        readonly used: boolean
        readonly withdrawn: boolean
        readonly slots: readonly StandardSlotView[]
      }
    | undefined
  /** Others that could be used instead. */
  readonly others: readonly { readonly id: string; readonly owner: string }[]
  /** What is different since somebody looked; undefined where nothing is. */
  readonly changed:
    | {
        readonly seen: number
        readonly facts: readonly ({ readonly label: string } & MarkedTexts)[]
      }
    | undefined
  /** They have not been told yet. */
  readonly newlyWithdrawn: boolean
  /** Somebody changed the service meanwhile. */
  readonly late: boolean
}

type Shown = StandardPageProps & { readonly text: NonNullable<StandardPageProps['text']> }

function Seen({ frame, id, text }: Shown) {
  const { t } = frame.translator
  return (
    <form method="post" action={urls.officeServiceStandardSeen(frame.town, id)}>
      <input type="hidden" name="version" value={`${text.version}`} />
      <Button preventDoubleClick>{t('checklist.office.standard.seen')}</Button>
    </form>
  )
}

function Keep({ frame, id, revision, version, words }: Shown & { version: number; words: string }) {
  return (
    <form method="post" action={urls.officeServiceStandard(frame.town, id)}>
      <input type="hidden" name="revision" value={`${revision}`} />
      <input type="hidden" name="version" value={`${version}`} />
      <Button preventDoubleClick classes="govuk-button--secondary" name="do" value="keep">
        {words}
      </Button>
    </form>
  )
}

/** The text has changed: what, word by word, and what the town can do. */
function Changed(props: Shown) {
  const { frame, text, changed } = props
  const { t } = frame.translator
  if (!changed) return null
  return (
    <section aria-labelledby="changed">
      <h2 class="govuk-heading-m" id="changed">
        {t('checklist.office.standard.changed', { owner: apart(text.owner) })}
      </h2>
      <p class="govuk-body">{t('checklist.office.standard.changedAbout')}</p>
      {changed.facts.map(({ label, before, after }) => (
        <>
          <h3 class="govuk-heading-s">{label}</h3>
          <div class="office-compared govuk-body">
            <span class="office-compared__side">{t('checklist.office.standard.before')}</span>
            {before.length > 0 ? <MarkedText lines={before} mark="del" /> : t('checklist.office.conflict.nothing')}
          </div>
          <div class="office-compared govuk-body">
            <span class="office-compared__side">{t('checklist.office.standard.now')}</span>
            {after.length > 0 ? <MarkedText lines={after} mark="ins" /> : t('checklist.office.conflict.nothing')}
          </div>
        </>
      ))}
      <Seen {...props} />
      {changed.seen > 0 && <Keep {...props} version={changed.seen} words={t('checklist.office.standard.keepOlder')} />}
    </section>
  )
}

function Withdrawn(props: Shown) {
  const { frame, text, newlyWithdrawn } = props
  const { t } = frame.translator
  return (
    <>
      <InsetText>{t('checklist.office.standard.withdrawn', { owner: apart(text.owner) })}</InsetText>
      {newlyWithdrawn && <Seen {...props} />}
      <Keep {...props} version={text.version} words={t('checklist.office.standard.keep')} />
    </>
  )
}

const slotLabel = ({ t }: Translator, slot: StandardSlot) =>
  slot === 'audiences' ? t('service.forWhom') : t(`standards.slot.${slot}`)

function Said({ words }: { words: readonly string[] }) {
  return (
    <>
      {words.map((line) => (
        <p class="govuk-body govuk-!-margin-bottom-1">
          <bdi>{line}</bdi>
        </p>
      ))}
    </>
  )
}

function Slot({ frame, view }: { frame: Frame; view: StandardSlotView }) {
  const { t } = frame.translator
  const { slot, standard, own, chosen } = view
  return (
    <Radios
      name={`slot-${slot}`}
      legend={slotLabel(frame.translator, slot)}
      legendClasses="govuk-fieldset__legend--s"
      value={chosen}
      items={[
        { value: 'standard', text: t('checklist.office.standard.theirs'), hint: <Said words={standard} /> },
        {
          value: 'own',
          text: t(own.length > 0 ? 'checklist.office.standard.ours' : 'checklist.office.standard.ownCopy'),
          hint: own.length > 0 ? <Said words={own} /> : undefined,
        },
      ]}
    />
  )
}

function Choose(props: Shown) {
  const { frame, id, revision, text } = props
  const { t } = frame.translator
  return (
    <>
      <form method="post" action={urls.officeServiceStandard(frame.town, id)}>
        <h2 class="govuk-heading-m">{t('checklist.office.standard.of', { owner: apart(text.owner) })}</h2>
        <p class="govuk-body">{t('checklist.office.standard.about')}</p>
        <input type="hidden" name="revision" value={`${revision}`} />
        <input type="hidden" name="text" value={text.id} />
        {text.slots.map((view) => (
          <Slot frame={frame} view={view} />
        ))}
        <Button preventDoubleClick name="do" value="use">
          {t(text.used ? 'checklist.office.form.save' : 'checklist.office.standard.use')}
        </Button>
      </form>
      {text.used && <Keep {...props} version={text.version} words={t('checklist.office.standard.keep')} />}
    </>
  )
}

/** The standard text of a service: taking it over, what changed in it, keeping words of one's own. */
export function StandardPage(props: StandardPageProps) {
  const { frame, id, name, text, others, late } = props
  const { t } = frame.translator
  const shown = text && { ...props, text }
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.standard.title')}
      caption={name}
      section="checklist"
      refused={late}
      back={{ href: urls.officeService(frame.town, id), text: t('checklist.office.form.backToService') }}
      first={
        late && (
          <NotificationBanner
            title={t('checklist.office.conflict.title')}
            role="alert"
            text={t('checklist.office.standard.late')}
          />
        )
      }
    >
      {!shown && <p class="govuk-body">{t('checklist.office.standard.none')}</p>}
      {shown && <Changed {...shown} />}
      {shown?.text.withdrawn && <Withdrawn {...shown} />}
      {shown && !shown.text.withdrawn && <Choose {...shown} />}
      {others.length > 0 && (
        <ul class="govuk-list">
          {others.map((other) => (
            <li>
              <a class="govuk-link" href={urls.officeServiceStandard(frame.town, id, other.id)}>
                {t('checklist.office.standard.other', { owner: apart(other.owner) })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </OfficePage>
  )
}
