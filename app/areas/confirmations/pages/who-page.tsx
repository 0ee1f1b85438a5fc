import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Pagination } from '../../../ui/components/pagination/pagination.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { townSections } from '../../../ui/layout/town-sections.ts'
import { urls } from '../../../urls.ts'
import type { ContactFault, Proposal } from '../contact-form.ts'

export interface WhoFault {
  /** Name of the field. */
  readonly field: string
  readonly code: ContactFault['code'] | 'noService' | 'noPostal' | 'nowhere' | 'both'
}

/** A service of which nobody is written down who confirms it, with what is proposed or was typed. */
export interface WhoLine extends Proposal {
  readonly id: string
  readonly name: string
  /** Name of the organisation that runs it; may be empty. */
  readonly provider: string
  /** No postal lines are asked for. */
  readonly confidential: boolean
  readonly published: boolean
}

export interface WhoPageProps {
  readonly of: OfficeFor
  readonly town: { readonly country: string; readonly slug: string }
  readonly townName: string
  /** Of all pages. */
  readonly total: number
  /** Of the page. */
  readonly number: number
  readonly pages: number
  readonly lines: readonly WhoLine[]
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly autonym: string }[]
  /** Ids of services. */
  readonly ticked: readonly string[]
  /** How many were just saved. */
  readonly done: number
  readonly faults: readonly WhoFault[]
  /** A colleague was faster. */
  readonly late: boolean
}

function errorOf({ of: { translator }, faults }: WhoPageProps, field: string) {
  const fault = faults.find((one) => one.field === field)
  const { t } = translator
  return fault && { prefix: t('checklist.office.form.error'), text: t(`confirm.error.${fault.code}`) }
}

function ByLetter({ props, line }: { props: WhoPageProps; line: WhoLine }) {
  const { t } = props.of.translator
  const error = errorOf(props, `postal-${line.id}`)
  if (line.confidential) return <InsetText>{t('confirm.office.noPostal')}</InsetText>
  return (
    <Details summary={t('confirm.who.letter')} open={line.postal !== '' || error !== undefined}>
      <Textarea
        name={`postal-${line.id}`}
        label={t('confirm.office.postal')}
        hint={t('confirm.office.postalHint')}
        rows={4}
        value={line.postal}
        error={error}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
      />
    </Details>
  )
}

function Fields({ props, line }: { props: WhoPageProps; line: WhoLine }) {
  const { t } = props.of.translator
  return (
    <>
      <TextInput
        name={`email-${line.id}`}
        type="email"
        label={t('confirm.office.email')}
        value={line.email}
        error={errorOf(props, `email-${line.id}`)}
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
      />
      <Select
        name={`language-${line.id}`}
        label={t('confirm.who.language')}
        value={line.language}
        error={errorOf(props, `language-${line.id}`)}
        items={props.languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
      />
      <ByLetter props={props} line={line} />
    </>
  )
}

function WhoForm(props: WhoPageProps) {
  const { of, town, lines, ticked, number } = props
  const { t } = of.translator
  return (
    <form method="post" action={urls.officeWhoConfirms(town, number)} novalidate>
      <Checkboxes
        name="services"
        legend={t('confirm.who.which')}
        legendClasses="govuk-fieldset__legend--m"
        hint={t('confirm.who.whichHint')}
        values={ticked}
        error={errorOf(props, 'services')}
        items={lines.map((line) => ({
          value: line.id,
          text: <bdi>{line.name}</bdi>,
          hint: (
            <>
              {line.provider && (
                <>
                  <bdi>{line.provider}</bdi>
                  {' · '}
                </>
              )}
              {t(`confirm.who.from.${line.from}`)}
              {!line.published && ` ${t('confirm.who.unpublished')}`}
            </>
          ),
          conditional: <Fields props={props} line={line} />,
        }))}
      />
      <Button preventDoubleClick>{t('confirm.who.save')}</Button>
    </form>
  )
}

function Pages({ of, town, number, pages }: WhoPageProps) {
  const { t } = of.translator
  const to = (page: number, text: string) =>
    page < 1 || page > pages
      ? undefined
      : {
          href: urls.officeWhoConfirms(town, page),
          text,
          labelText: t('checklist.office.pages.of', { page: `${page}`, count: `${pages}` }),
        }
  const previous = to(number - 1, t('checklist.office.pages.previous'))
  const next = to(number + 1, t('checklist.office.pages.next'))
  if (!previous && !next) return null
  return <Pagination landmarkLabel={t('checklist.office.pages.label')} previous={previous} next={next} />
}

/** All services of a town of which nobody is written down who confirms them. */
export function WhoPage(props: WhoPageProps) {
  const { of, town, townName, total, lines, done, faults, late } = props
  const { t } = of.translator
  const errors = faults.map(({ field, code }) => ({ text: t(`confirm.error.${code}`), href: `#${field}` }))
  return (
    <OfficeFrame
      of={of}
      title={t('confirm.who.title')}
      workplace={{ name: townName, items: townSections(of, town, 'checklist') }}
      back={{ href: urls.officeTown(town), text: t('confirm.letters.back') }}
      done={done > 0 ? t('confirm.who.done', { count: done }) : undefined}
      refused={errors.length > 0 || late}
      first={<Refused translator={of.translator} errors={errors} changed={late ? t('confirm.who.late') : undefined} />}
    >
      <p class="govuk-body">{t('confirm.who.about')}</p>
      <p class="govuk-body">{t('confirm.office.contactAbout')}</p>
      {lines.length === 0 ? (
        <InsetText>{t('confirm.who.none')}</InsetText>
      ) : (
        <>
          <p class="govuk-body">{t('confirm.who.total', { count: total })}</p>
          <WhoForm {...props} />
        </>
      )}
      <Pages {...props} />
    </OfficeFrame>
  )
}
