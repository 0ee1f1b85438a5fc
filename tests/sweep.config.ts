/** `npm run sweep`: every type of public page in every language of the interface. */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import usual from '../vitest.config.ts'

export default defineConfig({
  ...usual,
  root: join(import.meta.dirname, '..'),
  test: {
    ...usual.test,
    projects: undefined,
    include: ['tests/e2e/every-page.test.ts'],
    env: { TEST_DATABASE: 'embedded', SWEEP: 'all' },
  },
})
