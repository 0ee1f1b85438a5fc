import { defineConfig } from 'vitest/config'

const tests = ['app/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}']
const dataTests = ['app/**/*.data.test.{ts,tsx}', 'tests/**/*.data.test.{ts,tsx}']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  test: {
    globalSetup: ['tests/databases.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'embedded', include: tests, env: { TEST_DATABASE: 'embedded' } } },
      { extends: true, test: { name: 'server', include: dataTests, env: { TEST_DATABASE: 'server' } } },
    ],
  },
})
