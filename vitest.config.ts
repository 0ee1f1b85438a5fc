import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

const tests = ['app/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}']
const dataTests = ['app/**/*.data.test.{ts,tsx}', 'tests/**/*.data.test.{ts,tsx}']
/** What only a server has, such as logins; and what asks so often that the embedded database would take minutes. */
const serverTests = ['app/**/*.server.test.{ts,tsx}', 'tests/**/*.server.test.{ts,tsx}']

/** Files that take minutes. Begun last, one of them would keep one processor busy while the others have nothing to do. */
const longest = [
  'tests/twice/',
  'tests/authorization.',
  'tests/kept/',
  'tests/e2e/every-page.',
  'tests/confidential-place.',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const isLong = ({ moduleId }: (typeof files)[number]) => longest.some((name) => moduleId.includes(name))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  test: {
    globalSetup: ['tests/setup.ts'],
    // One a processor, also where there are two: a test often waits for its database or browser.
    maxWorkers: Math.min(availableParallelism(), 8),
    // The files of one worker share its modules, and with them the compiled database: every test composes its own
    // application, nothing of which lives in a module.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'embedded', include: tests, exclude: serverTests, env: { TEST_DATABASE: 'embedded' } },
      },
      {
        extends: true,
        test: { name: 'server', include: [...dataTests, ...serverTests], env: { TEST_DATABASE: 'server' } },
      },
    ],
  },
})
