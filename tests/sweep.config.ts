/** `npm run sweep`: every type of public page in every language of the interface. */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import usual from '../vitest.config.ts'

const { projects: _projects, ...tests } = usual.test ?? {}

export default defineConfig({
  ...usual,
  root: join(import.meta.dirname, '..'),
  test: {
    ...tests,
    // As tests/setup.ts knows who needs which database.
    name: 'embedded',
    include: ['tests/e2e/every-page.test.ts'],
    env: { TEST_DATABASE: 'embedded', SWEEP: 'all' },
  },
})
