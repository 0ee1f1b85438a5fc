import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import type { AcceptedView, ItemView } from '../present-items.ts'

export interface ProposalPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: Parameters<typeof urls.officeTown>[0]
  /** Of this page. */
  readonly open: readonly ItemView[]
  /** On all pages. */
  readonly waiting: number
  readonly pages: PagesView
  readonly refused: readonly ItemView[]
  readonly accepted: readonly AcceptedView[]
  readonly done: 'accepted' | 'refused' | 'fetched' | 'before' | undefined
}

type Props = Pick<ProposalPageProps, 'of' | 'town' | 'pages'>

function Said({ of, item }: Pick<Props, 'of'> & { item: ItemView }) {
  const { t } = of.translator
  const { about, drafts, words, facts } = item
  return (
    <>
      <p class="govuk-body">{about}</p>
      {words.length > 0 && (
        <Details summary={t('proposal.words')}>
          {words.map(({ label, text }) => (
            <>
              <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{label}</h3>
              <p class="govuk-body" dir="auto">
                {text}
              </p>
            </>
          ))}
        </Details>
      )}
      {facts.length > 0 && (
        <Details summary={t('proposal.directory.facts')}>
          <SummaryList rows={facts.map(({ label, values }) => ({ key: label, value: <Lines lines={values} /> }))} />
        </Details>
      )}
      {drafts && <p class="govuk-hint">{drafts}</p>}
    </>
  )
}

/** Each in its own direction. */
function Lines({ lines }: { lines: readonly string[] }) {
  return <>{lines.flatMap((line, index) => [index > 0 && <br />, <bdi>{line}</bdi>])}</>
}

/** Which item a button is about: heard, where it is not seen. */
function About({ item }: { item: ItemView }) {
  return <span class="govuk-visually-hidden">: {item.kind}</span>
}

function Decide({ of, town, pages, item }: Props & { item: ItemView }) {
  const { t } = of.translator
  if (item.offered) {
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={urls.officeOffer(town, item.offered)}>
          {t('proposal.offered.look')}
          <About item={item} />
        </a>
      </p>
    )
  }
  return (
    <form method="post" action={urls.officeProposal(town, pages.number)}>
      <input type="hidden" name="item" value={item.key} />
      <div class="govuk-button-group">
        {item.drafts && (
          <>
            <Button preventDoubleClick name="do" value="accept">
              {t('proposal.accept')}
              <About item={item} />
            </Button>
            <Button preventDoubleClick name="do" value="change" classes="govuk-button--secondary">
              {t('proposal.change')}
              <About item={item} />
            </Button>
          </>
        )}
        {!item.drafts && (
          <a class="govuk-link" href={urls.officeKind(town, item.kindId, item.fill)}>
            {t(item.fill ? 'proposal.answerWith' : 'proposal.answerIt')}
            <About item={item} />
          </a>
        )}
        <Button preventDoubleClick name="do" value="refuse" classes="govuk-button--secondary">
          {t('proposal.refuse')}
          <About item={item} />
        </Button>
      </div>
    </form>
  )
}

function Open(props: Props & Pick<ProposalPageProps, 'open'>) {
  const { of, open, town, pages } = props
  if (open.length === 0) return <InsetText>{of.translator.t('proposal.nothing')}</InsetText>
  return (
    <>
      {[...Map.groupBy(open, ({ kindId }) => kindId)].map(([kindId, items]) => (
        <section class="office-item" aria-labelledby={`kind-${kindId}`}>
          <h2 class="govuk-heading-m govuk-!-margin-bottom-1" id={`kind-${kindId}`}>
            {items[0]?.kind}
          </h2>
          {items.map((item) => (
            <>
              <Said of={of} item={item} />
              <Decide {...props} item={item} />
            </>
          ))}
        </section>
      ))}
      <PageLinks translator={of.translator} pages={pages} href={(number) => urls.officeProposal(town, number)} />
    </>
  )
}

function Refused({ of, town, pages, refused }: Props & Pick<ProposalPageProps, 'refused'>) {
  const { t } = of.translator
  if (refused.length === 0) return null
  return (
    <Details summary={t('proposal.refused', { count: refused.length })}>
      {refused.map((item) => (
        <form method="post" action={urls.officeProposal(town, pages.number)}>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>{item.kind}</strong>
            <br />
            {item.about}
          </p>
          <input type="hidden" name="item" value={item.key} />
          <Button preventDoubleClick name="do" value="fetch" classes="govuk-button--secondary">
            {t('proposal.fetch')}
            <About item={item} />
          </Button>
        </form>
      ))}
    </Details>
  )
}

function Accepted({ of, town, accepted }: Pick<Props, 'of' | 'town'> & Pick<ProposalPageProps, 'accepted'>) {
  const { t } = of.translator
  if (accepted.length === 0) return null
  return (
    <Details summary={t('proposal.acceptedList', { count: accepted.length })}>
      <ul class="govuk-list govuk-list--spaced">
        {accepted.map(({ kind, kindId, service, on }) => (
          <li>
            <a class="govuk-link" href={service ? urls.officeService(town, service) : urls.officeKind(town, kindId)}>
              {kind}
            </a>{' '}
            <span class="govuk-hint">{t('proposal.acceptedOn', { date: on })}</span>
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** What the town could begin with, item by item; it can be left and resumed at any time. */
export function ProposalPage(props: ProposalPageProps) {
  const { of, workplace, town, waiting, done } = props
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      title={t('proposal.title')}
      workplace={workplace}
      back={{ href: urls.officeTown(town), text: t('checklist.office.form.backToList') }}
      done={done && t(`proposal.done.${done}`)}
    >
      <p class="govuk-body">{t('proposal.about')}</p>
      {waiting > 0 && <p class="govuk-body">{t('proposal.count', { count: waiting })}</p>}
      <Open {...props} />
      <Refused {...props} />
      <Accepted {...props} />
    </OfficeFrame>
  )
}
