/** A website of a town with WordPress, as an administrator sets it up: people, theme, our plug-in. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { instance, website } from './servers.ts'

export const people = { administrator: 'anna', author: 'otto' } as const
export const password = 'written for this test alone'

/** Puts the files there, before anything runs. @returns their folder. */
export function layOut(folder: string): string {
  const root = join(folder, 'website')
  // Debian's files lead to others of its packages.
  cpSync('/usr/share/wordpress', root, { recursive: true, dereference: true })
  mkdirSync(join(root, 'wp-content/mu-plugins'), { recursive: true })
  mkdirSync(join(root, 'wp-content/uploads'), { recursive: true })
  const plugin = join(import.meta.dirname, '../../integrations/wordpress/safe-towns-help')
  cpSync(plugin, join(root, 'wp-content/plugins/safe-towns-help'), { recursive: true })
  return root
}

/** Neither name stands in the DNS: to PHP they are this machine, as to the browser. */
const onThisMachine = (port: number) => `<?php
add_filter( 'pre_wp_mail', '__return_true' );
add_filter( 'https_ssl_verify', '__return_false' );
add_filter( 'http_request_args', fn( $args ) => array( 'reject_unsafe_urls' => false, 'sslverify' => false ) + $args );
add_action( 'http_api_curl', function ( $handle ) {
	curl_setopt( $handle, CURLOPT_CONNECT_TO, array( '${instance}:443:127.0.0.1:${port}', '${website}:443:127.0.0.1:${port}' ) );
} );
`

const settings = (socket: string) => `<?php
define( 'DB_NAME', 'wordpress' ); define( 'DB_USER', 'wordpress' ); define( 'DB_PASSWORD', 'wordpress' );
define( 'DB_HOST', 'localhost:${socket}' ); define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_HOME', 'https://${website}' ); define( 'WP_SITEURL', 'https://${website}' );
define( 'SAFE_TOWNS_URL', 'https://${instance}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'WP_ACCESSIBLE_HOSTS', '${instance}' );
define( 'DISABLE_WP_CRON', true ); define( 'AUTOMATIC_UPDATER_DISABLED', true ); define( 'FS_METHOD', 'direct' );
$table_prefix = 'wp_';
$_SERVER['HTTPS'] = 'on';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`

const setUp = `<?php
$_SERVER['HTTP_HOST'] = '${website}';
define( 'WP_INSTALLING', true );
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Example Town', '${people.administrator}', 'anna@example-town.example', true, '', '${password}' );
wp_insert_user( array( 'user_login' => '${people.author}', 'user_pass' => '${password}', 'role' => 'author' ) );
update_option( 'show_avatars', '0' );
switch_theme( 'twentytwentythree' );
`

function php(root: string, name: string, text: string): string {
  const file = join(root, name)
  writeFileSync(file, text)
  return execFileSync('php', [file], { cwd: root }).toString()
}

export function setUpWebsite(root: string, { port, socket }: { readonly port: number; readonly socket: string }): void {
  writeFileSync(join(root, 'wp-config.php'), settings(socket))
  writeFileSync(join(root, 'wp-content/mu-plugins/on-this-machine.php'), onThisMachine(port))
  php(root, 'set-up.php', setUp)
  execFileSync('chown', ['-R', 'www-data', join(root, 'wp-content')])
}

/** As an administrator does on the page of plug-ins. */
export function activatePlugin(root: string): void {
  const text = `<?php
$_SERVER['HTTP_HOST'] = '${website}';
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/plugin.php';
echo is_wp_error( activate_plugin( 'safe-towns-help/safe-towns-help.php' ) ) ? 'refused' : 'active';`
  const outcome = php(root, 'activate.php', text)
  if (outcome !== 'active') throw new Error(outcome)
}
