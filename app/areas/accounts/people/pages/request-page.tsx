import type { RoleName } from '../../../../platform/session/actor.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../../ui/components/radios/radios.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { Textarea } from '../../../../ui/components/textarea/textarea.tsx'
import { type Fault, faultAt, PeopleFrame, type PlaceFrame } from './people-frame.tsx'

/** The choice that accepts nobody. */
export const refusal = 'refuse'

export interface RequestPageProps {
  readonly frame: PlaceFrame
  readonly asker: {
    readonly name: string
    readonly email: string
    readonly post: string
    /** In words. */
    readonly sent: string
    /** The address is at one of the authority's domains. */
    readonly atDomain: boolean
  }
  readonly roles: readonly RoleName[]
  readonly typed: { readonly decision: string; readonly reason: string }
  readonly faults: readonly Fault[]
}

/** Somebody asks to work here: who they say they are, and the decision. */
export function RequestPage({ frame, asker, roles, typed, faults }: RequestPageProps) {
  const { translator } = frame.of
  const { t } = translator
  return (
    <PeopleFrame frame={frame} title={t('people.request.title', { person: asker.name })} faults={faults}>
      <SummaryList
        rows={[
          { key: t('people.request.email'), value: <bdi>{asker.email}</bdi> },
          { key: t('people.request.post'), value: <bdi>{asker.post}</bdi> },
          { key: t('people.request.sent'), value: asker.sent },
        ]}
      />
      <InsetText>{t(asker.atDomain ? 'people.request.atDomain' : 'people.request.elsewhere')}</InsetText>
      <form method="post" novalidate>
        <Radios
          name="decision"
          legend={t('people.request.decision')}
          legendClasses="govuk-fieldset__legend--m"
          value={typed.decision}
          error={faultAt(translator, faults, 'decision')}
          items={[
            ...roles.map((role) => ({
              value: role,
              text: t('people.request.accept', { role: t(`people.role.${role}`) }),
              hint: t(`people.roleHint.${role}`),
            })),
            { divider: t('people.or') },
            {
              value: refusal,
              text: t('people.request.refuse'),
              conditional: (
                <Textarea
                  name="reason"
                  label={t('people.request.reason')}
                  hint={t('people.request.reasonHint')}
                  dir="auto"
                  value={typed.reason}
                  error={faultAt(translator, faults, 'reason')}
                />
              ),
            },
          ]}
        />
        <Button preventDoubleClick>{t('people.request.decide')}</Button>
      </form>
    </PeopleFrame>
  )
}
