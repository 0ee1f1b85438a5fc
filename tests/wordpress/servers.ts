/** Database, PHP and web server of the website, each in a folder of its own, on this machine alone. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { freePort } from '../free-port.ts'
import { phpServer } from './debian.ts'

export const website = 'www.example-town.example'
export const instance = 'help.example'

export interface Servers {
  /** Of the web server, by https, for both names. */
  readonly port: number
  readonly socket: string
  stop(): Promise<void>
}

/** Where each of them writes, and all that have been started. */
interface Run {
  readonly folder: string
  readonly children: ChildProcess[]
}

function start({ folder, children }: Run, name: string, command: string, args: readonly string[], env = {}): void {
  const log = openSync(join(folder, `${name}.log`), 'a')
  children.push(spawn(command, args, { stdio: ['ignore', log, log], env: { ...process.env, ...env } }))
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Waits for what another process makes. @throws with its log where it does not come. */
async function until(run: Run, name: string, ready: () => boolean | Promise<boolean>): Promise<void> {
  const { folder, children } = run
  const running = () => {
    if (children.at(-1)?.exitCode !== null) throw new Error(`${name} has ended`)
    return ready()
  }
  try {
    await vi.waitUntil(running, { timeout: 300_000, interval: 300 })
  } catch {
    throw new Error(`${name} does not start: ${readFileSync(join(folder, `${name}.log`), 'utf8').slice(-2_000)}`)
  }
}

async function startDatabase(run: Run): Promise<string> {
  const { folder } = run
  const [data, sockets] = [join(folder, 'database'), join(folder, 'sockets')]
  const socket = join(sockets, 'database')
  for (const each of [data, sockets]) {
    mkdirSync(each)
    execFileSync('chown', ['mysql', each])
  }
  execFileSync('mariadb-install-db', ['--no-defaults', '--user=mysql', `--datadir=${data}`, '--skip-test-db'], {
    stdio: 'ignore',
  })
  start(run, 'mariadb', 'mariadbd', [
    ...['--no-defaults', '--user=mysql', `--datadir=${data}`, `--socket=${socket}`],
    ...['--skip-networking', `--pid-file=${join(data, 'pid')}`, '--innodb-flush-log-at-trx-commit=0'],
  ])
  await until(run, 'mariadb', () => existsSync(socket))
  const sql =
    "create database wordpress; create user wordpress@localhost identified by 'wordpress'; grant all on wordpress.* to wordpress@localhost;"
  execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '--user=root', '--execute', sql])
  return socket
}

async function startPhp(run: Run): Promise<string> {
  const { folder } = run
  const [socket, config] = [join(folder, 'php.sock'), join(folder, 'php-fpm.conf')]
  const pool = [
    ...['[global]', `error_log = ${join(folder, 'php.log')}`, '[website]', `listen = ${socket}`],
    ...['user = www-data', 'group = www-data', 'listen.owner = www-data', 'pm = static', 'pm.max_children = 4'],
  ]
  writeFileSync(config, `${pool.join('\n')}\n`)
  start(run, 'php', phpServer(), ['--nodaemonize', '--fpm-config', config])
  await until(run, 'php', () => existsSync(socket))
  return socket
}

function certificate(folder: string): string[] {
  const [key, pem] = [join(folder, 'web.key'), join(folder, 'web.pem')]
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...[
        '-subj',
        `/CN=${website}`,
        '-addext',
        `subjectAltName=DNS:${website},DNS:${instance}`,
        '-keyout',
        key,
        '-out',
        pem,
      ],
    ],
    { stdio: 'ignore' },
  )
  return [`ssl_certificate ${pem};`, `ssl_certificate_key ${key};`]
}

async function startWeb(run: Run, root: string, php: string, behind: number): Promise<number> {
  const { folder } = run
  const port = await freePort()
  const config = join(folder, 'nginx.conf')
  const listen = `listen 127.0.0.1:${port} ssl;`
  writeFileSync(
    config,
    `
user www-data; worker_processes 1; daemon off; pid ${join(folder, 'nginx.pid')}; error_log ${join(folder, 'nginx.log')};
events {}
http {
  include /etc/nginx/mime.types; access_log off; client_max_body_size 8m;
  client_body_temp_path ${join(folder, 'body')}; proxy_temp_path ${join(folder, 'proxy')}; fastcgi_temp_path ${join(folder, 'fastcgi')};
  ${certificate(folder).join(' ')}
  server { ${listen} server_name ${website}; root ${root}; index index.php;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ [.]php$ { include /etc/nginx/fastcgi_params; fastcgi_read_timeout 120s; fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_param SERVER_PORT 443; fastcgi_pass unix:${php}; } }
  server { ${listen} server_name ${instance};
    location / { proxy_pass http://127.0.0.1:${behind}; proxy_set_header Host $host; proxy_set_header X-Forwarded-Proto https; } }
}
`,
  )
  start(run, 'nginx', 'nginx', ['-c', config, '-e', join(folder, 'nginx.log')])
  await until(run, 'nginx', () => existsSync(join(folder, 'nginx.pid')))
  return port
}

/** This software as it runs behind a web server, with the demonstration network. */
async function startInstance(run: Run): Promise<number> {
  const { folder } = run
  const port = await freePort()
  const root = join(import.meta.dirname, '../..')
  const env = {
    ...{ PORT: String(port), HOST: '127.0.0.1', BASE_URL: `https://${instance}`, TRUST_PROXY: 'on' },
    ...{ DATA_DIR: join(folder, 'instance'), LOG_LEVEL: 'error' },
  }
  const args = ['--import', join(root, 'runtime.mjs'), join(root, 'server.ts')]
  start(run, 'instance', process.execPath, args, env)
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false)
  await until(run, 'instance', answers)
  return port
}

/** @param root of the website's files. */
export async function startServers(folder: string, root: string): Promise<Servers> {
  chmodSync(folder, 0o755)
  const run: Run = { folder, children: [] }
  const stop = async () => {
    for (const child of run.children.toReversed()) await stopped(child)
  }
  try {
    const socket = await startDatabase(run)
    const [php, behind] = [await startPhp(run), await startInstance(run)]
    return { port: await startWeb(run, root, php, behind), socket, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
