import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { apart, inSentence } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import type { Conflict } from '../policy.ts'
import { type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

export interface ConfirmPageProps {
  readonly frame: PactFrame
  readonly name: string
  readonly union: Parameters<typeof urls.pactConfirmations>[0]
  readonly asked: readonly {
    readonly id: string
    readonly name: string
    /** That signs, where it has said so. */
    readonly office: string
    readonly askedOn: string
    /** Where whoever looks may not answer: why, and the names of those who can. */
    readonly withheld: { readonly conflict: Conflict; readonly others: readonly string[] } | undefined
  }[]
  readonly faults: readonly ToldFault[]
  readonly done: DoneNotice | undefined
}

/** Which offices ask an association to confirm that they speak for its members. */
export function ConfirmPage({ frame, name, union, asked, faults, done }: ConfirmPageProps) {
  const { t, tag } = frame.of.translator
  const answer = (id: string, says: 'yes' | 'no', who: string) => (
    <form method="post" action={urls.pactConfirmations(union)}>
      <input type="hidden" name="proof" value={id} />
      <input type="hidden" name="says" value={says} />
      <Button classes={says === 'no' ? 'govuk-button--secondary' : undefined} preventDoubleClick>
        {t(`signing.confirm.${says}`)} <span class="govuk-visually-hidden">{who}</span>
      </Button>
    </form>
  )
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.confirm.title')}
      caption={name}
      back={{ href: frame.base, text: t('signing.back') }}
      faults={faults}
      done={done && t(`signing.done.${done}`)}
    >
      <p class="govuk-body">{t('signing.confirm.about')}</p>
      {asked.length === 0 && <p class="govuk-body">{t('signing.confirm.none')}</p>}
      {asked.map((one) => (
        <section aria-label={one.name}>
          <h2 class="govuk-heading-m">
            <bdi>{one.name}</bdi>
          </h2>
          {one.office !== '' && (
            <p class="govuk-body">
              {t('signing.field.office')}: <bdi>{one.office}</bdi>
            </p>
          )}
          <p class="govuk-hint">{t('signing.desk.askedOn', { date: one.askedOn })}</p>
          {one.withheld ? (
            <InsetText>
              {t(`signing.conflict.${one.withheld.conflict}`)}{' '}
              {one.withheld.others.length > 0
                ? t('signing.confirm.others', { names: inSentence(tag, one.withheld.others.map(apart)) })
                : t('signing.confirm.nobodyElse')}
            </InsetText>
          ) : (
            <>
              {answer(one.id, 'yes', one.name)}
              {answer(one.id, 'no', one.name)}
            </>
          )}
        </section>
      ))}
    </PactPageFrame>
  )
}
