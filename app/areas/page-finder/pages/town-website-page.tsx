import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { urls } from '../../../urls.ts'
import type { FinderAssociation } from '../deps.ts'
import type { FindingView } from '../present-finding.ts'
import type { SiteState } from '../state-rules.ts'
import { sayings } from '../verdict-rules.ts'
import { Address, type FinderFrame, State } from './finder-frame.tsx'

export const townNotices = ['said', 'kept', 'asked', 'early', 'no-address', 'off'] as const

/** `nothing`: nothing was found that could be right. */
export type TownFault = 'saying' | 'page' | 'nothing' | 'address'

export interface TownWebsitePageProps {
  readonly frame: FinderFrame
  readonly association: FinderAssociation
  readonly town: { readonly id: string; readonly name: string }
  readonly state: SiteState
  readonly view: FindingView
  readonly networkOn: boolean
  /** Somebody has asked, and it was not looked at yet. */
  readonly waiting: boolean
  /** Official ones. */
  readonly hosts: readonly string[]
  /** Where looking begins, as somebody typed it; empty where nobody has. */
  readonly kept: string
  readonly typed: { readonly saying: string; readonly page: string; readonly address: string }
  readonly revision: number
  readonly faults: readonly TownFault[]
  readonly changed: boolean
  readonly done: (typeof townNotices)[number] | undefined
}

const fieldOf: Record<TownFault, string> = { saying: 'saying', nothing: 'saying', page: 'page', address: 'address' }

function errorOf({ frame, faults }: TownWebsitePageProps, field: string) {
  const { t } = frame.of.translator
  const fault = faults.find((each) => fieldOf[each] === field)
  return fault && { prefix: t('checklist.office.form.error'), text: t(`finder.error.${fault}`) }
}

function Found({ frame, view: { found } }: TownWebsitePageProps) {
  const { t } = frame.of.translator
  if (!found) return null
  const row = (key: SummaryRow['key'], value: SummaryRow['value'] | undefined): SummaryRow[] =>
    value ? [{ key, value }] : []
  return (
    <>
      <h2 class="govuk-heading-m">{t('finder.found.title')}</h2>
      <SummaryList
        rows={[
          { key: t('finder.found.what'), value: found.what },
          ...row(t('finder.found.address'), found.address && <Address href={found.address} />),
          ...row(t('finder.found.sentence'), found.sentence && <q dir="auto">{found.sentence}</q>),
          ...row(
            t('finder.found.kinds'),
            found.kinds.length > 0 && (
              <ul class="govuk-list">
                {found.kinds.map((kind) => (
                  <li>{kind}</li>
                ))}
              </ul>
            ),
          ),
          ...row(t('finder.found.made'), found.made),
          { key: t('finder.found.look'), value: `${found.when} ${found.pages}` },
        ]}
      />
    </>
  )
}

function Unseen({ view: { unseen } }: TownWebsitePageProps) {
  if (!unseen) return null
  return (
    <InsetText>
      <p class="govuk-body">{unseen.when}</p>
      <p class="govuk-body">
        {unseen.why} {unseen.detail && <bdi dir="ltr">{unseen.detail}</bdi>}
      </p>
    </InsetText>
  )
}

function Said({ frame, view: { said, differs } }: TownWebsitePageProps) {
  const { t } = frame.of.translator
  if (!said) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('finder.said.title')}</h2>
      <p class="govuk-body">{said.who}</p>
      <p class="govuk-body">
        <strong>{said.what}</strong> {said.address && <Address href={said.address} />}
      </p>
      {differs && (
        <InsetText>
          <strong>{t('finder.differs')}</strong>
        </InsetText>
      )}
    </>
  )
}

function Say(props: TownWebsitePageProps) {
  const { frame, association, town, view, typed, revision } = props
  const { t } = frame.of.translator
  const choices = sayings.filter((saying) => saying !== 'right' || view.found !== undefined)
  return (
    <form method="post" action={urls.associationWebsite(association, town.id)} novalidate>
      <input type="hidden" name="revision" value={`${revision}`} />
      <Radios
        name="saying"
        legend={t('finder.say.title')}
        legendClasses="govuk-fieldset__legend--m"
        hint={t('finder.say.hint')}
        value={typed.saying}
        error={errorOf(props, 'saying')}
        items={choices.map((saying) => ({ value: saying, text: t(`finder.say.${saying}`) }))}
      />
      <TextInput
        name="page"
        label={t('finder.say.address')}
        hint={t('finder.say.addressHint')}
        type="url"
        dir="ltr"
        spellcheck={false}
        value={typed.page}
        error={errorOf(props, 'page')}
      />
      <Button preventDoubleClick>{t('finder.say.submit')}</Button>
    </form>
  )
}

function Again({ frame, association, town, networkOn, waiting }: TownWebsitePageProps) {
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="again">
      <h2 class="govuk-heading-m" id="again">
        {t('finder.again.title')}
      </h2>
      {networkOn && waiting && <p class="govuk-body">{t('finder.again.waiting')}</p>}
      {networkOn && !waiting && (
        <form method="post" action={urls.associationWebsiteAct(association, town.id, 'look')}>
          <p class="govuk-body">{t('finder.again.about')}</p>
          <Button preventDoubleClick classes="govuk-button--secondary">
            {t('finder.again.submit')}
          </Button>
        </form>
      )}
      {!networkOn && <p class="govuk-body">{t('finder.off')}</p>}
    </section>
  )
}

function Start(props: TownWebsitePageProps) {
  const { frame, association, town, hosts, kept, typed } = props
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.associationWebsiteAct(association, town.id, 'address')} novalidate>
      <h2 class="govuk-heading-m">{t('finder.start.title')}</h2>
      {hosts.length > 0 ? (
        <p class="govuk-body">
          {t('finder.start.official')} <bdi dir="ltr">{hosts.join(', ')}</bdi>
        </p>
      ) : (
        <p class="govuk-body">{t('finder.start.none')}</p>
      )}
      <input type="hidden" name="before" value={kept} />
      <TextInput
        name="address"
        label={t('finder.start.address')}
        hint={t('finder.start.hint')}
        type="url"
        dir="ltr"
        spellcheck={false}
        value={typed.address}
        error={errorOf(props, 'address')}
      />
      <Button preventDoubleClick classes="govuk-button--secondary">
        {t('finder.start.submit')}
      </Button>
    </form>
  )
}

/** The website of one member. */
export function TownWebsitePage(props: TownWebsitePageProps) {
  const { frame, association, town, state, faults, changed, done } = props
  const { t } = frame.of.translator
  const errors = faults.map((fault) => ({ text: t(`finder.error.${fault}`), href: `#${fieldOf[fault]}` }))
  return (
    <OfficeFrame
      of={frame.of}
      workplace={frame.workplace}
      back={{ href: urls.associationWebsites(association), text: t('finder.title') }}
      title={town.name}
      caption={t('finder.title')}
      refused={faults.length > 0 || changed}
      done={done && t(`finder.done.${done}`)}
      first={
        <Refused translator={frame.of.translator} errors={errors} changed={changed ? t('finder.changed') : undefined} />
      }
    >
      <p class="govuk-body">
        <State frame={frame} state={state} />
      </p>
      <Unseen {...props} />
      <Said {...props} />
      <Found {...props} />
      <Say {...props} />
      <Again {...props} />
      <Start {...props} />
    </OfficeFrame>
  )
}
