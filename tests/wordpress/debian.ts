/** The packages of Debian that make a website with WordPress, and what of them is run. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const packages = [
  ...['wordpress', 'wordpress-theme-twentytwentythree', 'mariadb-server', 'nginx'],
  ...['php-fpm', 'php-mysql', 'php-curl', 'php-xml', 'openssl'],
]

/** @throws where this is no Debian, or somebody else than root asks. */
export function installPackages(): void {
  const missing = packages.filter((name) => {
    try {
      const told = execFileSync('dpkg', ['--status', name], { stdio: ['ignore', 'pipe', 'ignore'] })
      return !told.toString().includes('Status: install ok installed')
    } catch {
      return true
    }
  })
  if (missing.length === 0) return
  // RUNLEVEL: what is installed is not started; the test starts its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env, stdio: 'inherit' })
}

/** The server of PHP of whichever version is installed. */
export function phpServer(): string {
  const found = ['8.4', '8.3', '8.2', '8.1']
    .map((version) => `/usr/sbin/php-fpm${version}`)
    .find((path) => existsSync(path))
  if (!found) throw new Error('php-fpm is not installed')
  return found
}
