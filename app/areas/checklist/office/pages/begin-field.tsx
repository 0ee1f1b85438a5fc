import { Details } from '../../../../ui/components/details/details.tsx'
import { type FormView, RadioField } from './fields.tsx'

/** What a new service can begin with. */
export interface BeginView {
  /** Texts of areas and associations for its kind. */
  readonly standards: readonly { readonly id: string; readonly owner: string }[]
  readonly template:
    | {
        readonly value: string
        /** In which there are texts, by their own names. */
        readonly languages: string
        /** BCP 47, of the words. */
        readonly tag: string
        readonly machine: boolean
        readonly words: readonly {
          readonly slot: 'whatHappens' | 'howDecided' | 'howToComplain'
          readonly text: string
        }[]
      }
    | undefined
}

function Words({ view, template }: { view: FormView; template: NonNullable<BeginView['template']> }) {
  const { t } = view.translator
  return (
    <Details summary={t('checklist.office.begin.show')}>
      {template.machine && <p class="govuk-body-s">{t('service.machine')}</p>}
      {template.words.map(({ slot, text }) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{t(`standards.slot.${slot}`)}</h3>
          <p class="govuk-body" lang={template.tag} dir="auto">
            {text}
          </p>
        </>
      ))}
    </Details>
  )
}

/** Begin with the words of somebody, or with nothing: a choice that fills in what stays empty, and nothing else. */
export function BeginField({ view, begin }: { view: FormView; begin: BeginView }) {
  const { t } = view.translator
  const { standards, template } = begin
  if (standards.length === 0 && !template) return null
  return (
    <>
      <RadioField
        view={view}
        name="begin"
        legend={t('checklist.office.begin.legend')}
        hint={t('checklist.office.begin.hint')}
        items={[
          ...standards.map(({ id, owner }) => ({
            value: id,
            text: t('checklist.office.begin.standard', { owner }),
            hint: t('checklist.office.begin.standard.hint', { owner }),
          })),
          ...(template
            ? [
                {
                  value: template.value,
                  text: t('checklist.office.begin.template'),
                  hint: t('checklist.office.begin.template.hint', { languages: template.languages }),
                },
              ]
            : []),
          { value: '', text: t('checklist.office.begin.nothing') },
        ]}
      />
      {template && <Words view={view} template={template} />}
    </>
  )
}
