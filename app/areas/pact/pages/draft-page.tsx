import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { NotificationBanner } from '../../../ui/components/notification-banner/notification-banner.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import type { Block } from '../text-rules.ts'
import { Hash } from './hash.tsx'
import { PactBlocks } from './pact-blocks.tsx'
import type { NamedLanguage, TextsFrame } from './texts-frame.ts'

export interface DraftPageProps {
  readonly frame: TextsFrame
  readonly id: string
  readonly version: string
  readonly language: NamedLanguage
  readonly title: string
  readonly blocks: readonly Block[]
  readonly demonstration: boolean
  readonly revision: number
  /** Undefined where a command did, or an account that is gone. */
  readonly writtenBy: string | undefined
  readonly writtenOn: string
  /** By which the text will be known. */
  readonly sha256: string
  readonly mayApprove: boolean
  /** Why it was neither approved nor discarded. */
  readonly told: 'changed' | 'own' | undefined
  readonly done: DoneNotice | undefined
}

function Facts(props: DraftPageProps) {
  const { frame, version, language, writtenBy, writtenOn, sha256, demonstration } = props
  const { t } = frame.of.translator
  const by = writtenBy === undefined ? writtenOn : t('pact.draft.by', { person: writtenBy, date: writtenOn })
  return (
    <>
      {demonstration && <p class="govuk-body">{t('pact.demonstration')}</p>}
      <SummaryList
        rows={[
          { key: t('pact.text.version'), value: version },
          { key: t('pact.text.language'), value: <bdi lang={language.tag}>{language.autonym}</bdi> },
          { key: t('pact.draft.written'), value: by },
          { key: 'SHA-256', value: <Hash value={sha256} /> },
        ]}
      />
    </>
  )
}

function Approve({ frame, id, revision, mayApprove }: DraftPageProps) {
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="approve">
      <h2 class="govuk-heading-m" id="approve">
        {t('pact.draft.approve.title')}
      </h2>
      {mayApprove ? (
        <form method="post" action={urls.pactDraftAct(id, 'approve')}>
          <WarningText iconFallbackText={t('checklist.office.form.warning')}>
            {t('pact.draft.approve.about')}
          </WarningText>
          <input type="hidden" name="revision" value={`${revision}`} />
          <Button preventDoubleClick>{t('pact.draft.approve.submit')}</Button>
        </form>
      ) : (
        <p class="govuk-body">{t('pact.draft.own')}</p>
      )}
      <Details summary={t('pact.draft.discard.link')}>
        <form method="post" action={urls.pactDraftAct(id, 'discard')}>
          <p class="govuk-body">{t('pact.draft.discard.about')}</p>
          <input type="hidden" name="revision" value={`${revision}`} />
          <Button preventDoubleClick classes="govuk-button--warning">
            {t('pact.draft.discard.submit')}
          </Button>
        </form>
      </Details>
    </section>
  )
}

/** A text that waits, as it will be read; approving and discarding it. */
export function DraftPage(props: DraftPageProps) {
  const { frame, id, version, language, title, blocks, told, done } = props
  const { of, workplace } = frame
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('pact.draft.title', { version, language: language.autonym })}
      refused={told !== undefined}
      done={done && t(`pact.texts.done.${done}`)}
      back={{ href: urls.pactTexts(), text: t('pact.texts.back') }}
      first={
        told && (
          <NotificationBanner
            title={t(told === 'own' ? 'pact.draft.told.ownTitle' : 'checklist.office.conflict.title')}
            role="alert"
            text={t(`pact.draft.told.${told}`)}
          />
        )
      }
    >
      <Facts {...props} />
      <section aria-labelledby="preview">
        <h2 class="govuk-heading-m" id="preview">
          {t('pact.draft.preview')}
        </h2>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.pactDraftEdit(id)}>
            {t('pact.draft.edit')}
          </a>
        </p>
        <article class="govuk-inset-text" lang={language.tag} dir={language.dir}>
          <h3 class="govuk-heading-m">{title}</h3>
          <PactBlocks blocks={blocks} where="office" />
        </article>
      </section>
      <Approve {...props} />
    </OfficeFrame>
  )
}
