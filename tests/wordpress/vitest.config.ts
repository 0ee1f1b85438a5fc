import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** One after the other: they share a website. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  test: { include: ['tests/wordpress/*.check.ts'], fileParallelism: false, testTimeout: 180_000 },
})
