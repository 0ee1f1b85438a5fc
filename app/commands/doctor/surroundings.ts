/** Settings, files, mail and languages. */
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Config, ConfigFault, faultsInProduction, readConfig } from '../../config.ts'
import { createFiles, FilesFault } from '../../platform/files/files.ts'
import { placeName } from '../../platform/files/files-place.ts'
import { cataloguedLanguages, loadCatalogue } from '../../platform/i18n/messages.ts'
import { outboxFolder } from '../../platform/mail/mailer.ts'
import { verifySmtp } from '../../platform/mail/smtp.ts'
import { type Finding, reasonOf } from './finding.ts'

type Source = Record<string, string | undefined>

export function examineSettings(source?: Source): Finding[] {
  const check = 'settings' as const
  const fault = (text: string): Finding => ({ check, state: 'fault', text })
  try {
    const config = readConfig(source)
    const faults = config.production
      ? []
      : ['NODE_ENV is not "production": set it', ...faultsInProduction(source)].map((text) => fault(text))
    const insecure = config.production && config.baseUrl.startsWith('http:')
    const warnings = [
      ...config.warnings,
      ...(insecure ? ['BASE_URL is not https: put a server with a certificate in front'] : []),
    ].map((text): Finding => ({ check, state: 'warning', text }))
    const found = [...faults, ...warnings]
    return found.length > 0 ? found : [{ check, state: 'ok', text: 'complete' }]
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults.map(fault)
    throw error
  }
}

export function examineFiles({ dataDir }: Pick<Config, 'dataDir'>): Finding[] {
  const check = 'files' as const
  if (!existsSync(dataDir))
    return [{ check, state: 'fault', text: `${dataDir} is not there: make it, or set DATA_DIR` }]
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK)
    return [{ check, state: 'ok', text: `${dataDir} can be written` }]
  } catch {
    const text = `${dataDir} cannot be written: give this user the right to, or set DATA_DIR`
    return [{ check, state: 'fault', text }]
  }
}

/** Where files are that people send. A folder is made with the first of them, within one that is there. */
export async function examinePlace({ files }: Pick<Config, 'files'>): Promise<Finding[]> {
  const check = 'files' as const
  try {
    if (files.kind === 'bucket') await createFiles(files).reach()
    else accessSync(existsSync(files.folder) ? files.folder : dirname(files.folder), constants.R_OK | constants.W_OK)
    return [{ check, state: 'ok', text: `files are kept in ${placeName(files)}` }]
  } catch (error) {
    const { cause } = error instanceof FilesFault ? error : {}
    const why = cause instanceof Error ? cause.name : reasonOf(error)
    return [{ check, state: 'fault', text: `files cannot be kept in ${placeName(files)} (${why}): check FILES_URL` }]
  }
}

type MailConfig = Pick<Config, 'smtpUrl' | 'smtpTls' | 'smtpCa' | 'mailFrom' | 'dataDir'>

export async function examineMail({ smtpUrl, smtpTls, smtpCa, mailFrom, dataDir }: MailConfig): Promise<Finding[]> {
  const check = 'mail' as const
  if (!smtpUrl) {
    const text = `no server: mail is only written to ${outboxFolder(dataDir)}; set SMTP_URL and MAIL_FROM`
    return [{ check, state: 'fault', text }]
  }
  const { host } = new URL(smtpUrl)
  try {
    await verifySmtp({ url: smtpUrl, tls: smtpTls, ca: smtpCa, from: mailFrom })
    return [{ check, state: 'ok', text: `${host} takes mail from us` }]
  } catch (error) {
    const text = `${host} does not take mail from us (${reasonOf(error)}): check SMTP_URL, SMTP_TLS and SMTP_CA`
    return [{ check, state: 'fault', text }]
  }
}

export function examineLanguages(): Finding[] {
  const check = 'languages' as const
  const unchecked = cataloguedLanguages().filter((code) => {
    const { origin } = loadCatalogue(code)
    return origin.origin === 'machine' && origin.reviewed === null
  })
  if (unchecked.length === 0) return [{ check, state: 'ok', text: 'every catalogue was checked by a person' }]
  const text = `${unchecked.join(', ')}: nobody has checked the texts; their pages say so. See CONTRIBUTING.md, "Texts"`
  return [{ check, state: 'warning', text }]
}
