import { Button } from '../../../../ui/components/button/button.tsx'
import { FileUpload } from '../../../../ui/components/file-upload/file-upload.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { Textarea } from '../../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../../urls.ts'
import { errorAt, type FormError, type UnionFrame, UnionPage } from '../../pages/union-frame.tsx'
import type { ContactList } from '../../schema.ts'
import type { ListChanges } from '../contact-rules.ts'

export interface ListPageProps {
  readonly frame: UnionFrame
  /** Made with the form. */
  readonly id: string
  readonly pasted: string
  readonly errors: readonly FormError[]
}

const back = ({ of, union }: UnionFrame) => ({
  href: urls.townContacts(union),
  text: of.translator.t('campaigns.contacts.back'),
})

/** A list of contacts: a file, or lines pasted from a spreadsheet. */
export function ListPage({ frame, id, pasted, errors }: ListPageProps) {
  const { t } = frame.of.translator
  return (
    <UnionPage frame={frame} title={t('campaigns.list.title')} errors={errors} back={back(frame)}>
      <p class="govuk-body">{t('campaigns.list.about')}</p>
      <p class="govuk-body">{t('campaigns.list.columns')}</p>
      <form method="post" action={urls.contactList(frame.union)} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="id" value={id} />
        <FileUpload
          name="file"
          label={t('campaigns.list.file')}
          hint={t('campaigns.list.fileHint')}
          accept=".csv,.xlsx,text/csv"
          error={errorAt(frame, errors, 'file')}
        />
        <Textarea
          name="pasted"
          label={t('campaigns.list.pasted')}
          hint={t('campaigns.list.pastedHint')}
          rows={6}
          dir="auto"
          spellcheck={false}
          value={pasted}
        />
        <Button preventDoubleClick>{t('campaigns.list.look')}</Button>
      </form>
    </UnionPage>
  )
}

export interface UploadPageProps {
  readonly frame: UnionFrame
  readonly id: string
  readonly list: ContactList
  readonly changes: ListChanges
}

/** What taking a list over would change, and which lines stay out. */
export function UploadPage({ frame, id, list, changes }: UploadPageProps) {
  const { t } = frame.of.translator
  const { added, changed, same } = changes
  return (
    <UnionPage frame={frame} title={t('campaigns.list.seen')} back={back(frame)}>
      <p class="govuk-body">
        {t('campaigns.list.changes', { added: `${added}`, changed: `${changed}`, same: `${same}` })}
      </p>
      <Refused frame={frame} list={list} />
      {added + changed > 0 ? (
        <form method="post" action={urls.contactUpload(frame.union, id)}>
          <Button preventDoubleClick>{t('campaigns.list.takeOver')}</Button>
        </form>
      ) : (
        <p class="govuk-body">{t('campaigns.list.nothing')}</p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.contactList(frame.union)}>
          {t('campaigns.list.another')}
        </a>
      </p>
    </UnionPage>
  )
}

function Refused({ frame, list: { refused, refusedCount } }: Pick<UploadPageProps, 'frame' | 'list'>) {
  const { t } = frame.of.translator
  if (refusedCount === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('campaigns.list.refused', { count: refusedCount })}</h2>
      <p class="govuk-body">{t('campaigns.list.refusedAbout')}</p>
      <SummaryList
        rows={refused.map(({ line, what, code }) => ({
          key: t('campaigns.list.line', { line: `${line}` }),
          value: (
            <>
              <bdi>{what}</bdi>
              {what && <br />}
              {t(`campaigns.list.fault.${code}`)}
            </>
          ),
        }))}
      />
    </>
  )
}
