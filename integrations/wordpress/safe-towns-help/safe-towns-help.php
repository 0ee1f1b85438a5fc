<?php
/**
 * Plugin Name: Safe Towns help page
 * Description: Shows the town's help page: its address on a line of its own becomes a frame, and [safe_towns_help] puts it into the page itself.
 * Version: 1.0.0
 * Requires at least: 6.1
 * Requires PHP: 8.0
 * License: EUPL-1.2
 *
 * The instance stands in wp-config.php: define( 'SAFE_TOWNS_URL', 'https://help.example' );
 */

defined( 'ABSPATH' ) || exit;

/** The part of a page may be shown for this long before it is asked for again. */
const SAFE_TOWNS_KEEP = 5 * MINUTE_IN_SECONDS;
/** Where the instance does not answer, the last one stands in for it: not longer, as numbers may have changed. */
const SAFE_TOWNS_STAND_IN = DAY_IN_SECONDS;

/** Without this WordPress takes the address for that of a stranger, and its sandbox would stop the quick exit. */
add_action(
	'init',
	function () {
		if ( defined( 'SAFE_TOWNS_URL' ) ) {
			wp_oembed_add_provider( SAFE_TOWNS_URL . '/*', SAFE_TOWNS_URL . '/oembed' );
		}
	}
);

/** The part of a page as the instance sends it; null where it does not. */
function safe_towns_fetch( string $address ): ?string {
	$answer = wp_safe_remote_get( $address, array( 'timeout' => 5, 'redirection' => 2 ) );
	$html   = is_wp_error( $answer ) ? '' : wp_remote_retrieve_body( $answer );
	return wp_remote_retrieve_response_code( $answer ) === 200 && str_starts_with( $html, '<section' ) ? $html : null;
}

/** From memory, or asked for now; '' where there is neither. */
function safe_towns_fragment( string $address ): string {
	$key  = 'safe_towns_' . md5( $address );
	$kept = get_transient( $key );
	if ( is_array( $kept ) && time() - $kept['at'] < SAFE_TOWNS_KEEP ) {
		return $kept['html'];
	}
	$html = safe_towns_fetch( $address );
	if ( null === $html ) {
		return is_array( $kept ) ? $kept['html'] : '';
	}
	set_transient( $key, array( 'at' => time(), 'html' => $html ), SAFE_TOWNS_STAND_IN );
	return $html;
}

/** [safe_towns_help town="nl/example-town" lang="en" heading="2"] */
add_shortcode(
	'safe_towns_help',
	function ( $given ) {
		$asked = shortcode_atts( array( 'town' => '', 'lang' => 'en', 'heading' => '2' ), $given );
		$named = preg_match( '#^[a-z]{2}/[a-z0-9-]+$#', $asked['town'] ) && preg_match( '/^[a-zA-Z-]{2,8}$/', $asked['lang'] );
		if ( ! defined( 'SAFE_TOWNS_URL' ) || ! $named ) {
			return '';
		}
		$page = SAFE_TOWNS_URL . "/{$asked['lang']}/{$asked['town']}";
		$html = safe_towns_fragment( $page . '/fragment.html?heading=' . (int) $asked['heading'] );
		return '' === $html ? '<p><a href="' . esc_url( $page ) . '">' . esc_html( $page ) . '</a></p>' : $html;
	}
);
