#!/usr/bin/env node
// Runs cli.ts on the Node that "npm ci" has brought, whatever Node started this file.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const brought = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const runtime = existsSync(brought) ? brought : process.execPath
const args = ['--import', join(root, 'runtime.mjs'), join(root, 'cli.ts'), ...process.argv.slice(2)]
const { status, signal } = spawnSync(runtime, args, { stdio: 'inherit' })
process.exit(signal ? 1 : (status ?? 1))
