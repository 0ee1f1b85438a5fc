/**
 * The browser of the journeys: the Chromium that `@sparticuz/chromium` ships inside npm, with the few libraries it needs
 * beside it, so that tests need nothing of the machine; elsewhere than on Linux x64 the one CHROMIUM_PATH names.
 */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromiumPackage, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const libraries = join(tmpdir(), 'al2023', 'lib')

/** Nothing of it calls home; a sandbox of its own it cannot have where it runs as root. */
export const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** Unpacks it where that has not been done; called once, before all tests: two at once would be in each other's way. */
export async function unpackBrowser(): Promise<void> {
  if (process.env['CHROMIUM_PATH']) return
  await chromiumPackage.executablePath()
  if (!existsSync(libraries))
    await inflate(join(import.meta.dirname, '../node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
}

/** Where it is, and what it needs around it. */
export async function browserProgram(): Promise<{ readonly path: string; readonly env: NodeJS.ProcessEnv }> {
  const given = process.env['CHROMIUM_PATH']
  if (given) return { path: given, env: process.env }
  const before = process.env['LD_LIBRARY_PATH']
  return {
    path: await chromiumPackage.executablePath(),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: before ? `${before}:${libraries}` : libraries,
      FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] ?? join(tmpdir(), 'fonts'),
    },
  }
}

/** @param more arguments, for what a test alone needs. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const { path, env } = await browserProgram()
  return chromium.launch({ executablePath: path, args: [...browserArguments, ...more], env })
}
