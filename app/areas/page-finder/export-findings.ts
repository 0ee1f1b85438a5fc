/** The list of websites as a file for a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { KeptFinding } from './finding-store.ts'
import type { Member } from './state-rules.ts'
import { contradicts, finalVerdict } from './verdict-rules.ts'

const dayOf = (at: Temporal.Instant | undefined): string => at?.toString().slice(0, 10) ?? ''

function rowOf({ t }: Translator, name: string, { state }: Member, known: KeptFinding | undefined): string[] {
  const { found, said, unseen } = known ?? {}
  const byPerson = said !== undefined && finalVerdict(found, said) === said.verdict
  return [
    name,
    t(`finder.state.${state}`),
    dayOf(byPerson ? said.at : found?.at),
    (byPerson ? said.address : found?.address) ?? '',
    found?.sentence ?? '',
    (found?.kinds ?? []).join(' '),
    dayOf(found?.made),
    said ? t(`finder.said.${said.saying}`) : '',
    contradicts(found, said) ? t('finder.csv.yes') : '',
    unseen ? t(`finder.unseen.${unseen.reason}`) : '',
  ]
}

const asText = (rows: readonly (readonly string[])[], bom = false): string =>
  stringify([...rows], { escape_formulas: true, record_delimiter: 'windows', bom })

export const websitesHead = ({ t }: Translator): string =>
  asText(
    [
      (['town', 'state', 'date', 'address', 'sentence', 'kinds', 'made', 'said', 'differs', 'unseen'] as const).map(
        (column) => t(`finder.csv.${column}`),
      ),
    ],
    true,
  )

/** In the order of the list. A cell that begins like a formula is text: others wrote their websites. */
export const websitesRows = (
  translator: Translator,
  members: readonly (Member & { readonly shown: string })[],
  findings: ReadonlyMap<string, KeptFinding>,
): string => asText(members.map((member) => rowOf(translator, member.shown, member, findings.get(member.id))))
