<?php
/**
 * Plugin Name:       Handbill
 * Description:       Shows your network's sign-up form, donate button and list of resources, always current, without cookies.
 * Version:           0.1.0
 * Requires at least: 5.8
 * Requires PHP:      7.4
 * License:           Apache-2.0
 * License URI:       https://www.apache.org/licenses/LICENSE-2.0
 * Text Domain:       handbill
 * Domain Path:       /languages
 */

namespace Handbill;

defined( 'ABSPATH' ) || exit;

/** The option with the address of the widget server and the id of the member whose site this is. */
const OPTION = 'handbill';

/** The shape of a widget's, a member's or a group's id. */
const ID = '/^[a-z0-9-]{1,64}$/';

require __DIR__ . '/widget.php';
require __DIR__ . '/settings.php';

add_action( 'init', __NAMESPACE__ . '\\init' );
foreach ( array( 'the_content', 'widget_block_content', 'widget_text' ) as $place ) {
	add_filter( $place, __NAMESPACE__ . '\\bring_scripts', PHP_INT_MAX );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\async', 10, 2 );

/** Makes block, shortcode, scripts and oEmbed provider known. */
function init() {
	load_plugin_textdomain( 'handbill', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	register_block_type( __DIR__ . '/block', array( 'render_callback' => __NAMESPACE__ . '\\widget' ) );
	$settings = array(
		'server' => server(),
		'member' => member(),
		'lang'   => language(),
	);
	wp_set_script_translations( 'handbill-widget-editor-script', 'handbill' );
	wp_add_inline_script(
		'handbill-widget-editor-script',
		'window.handbillSettings = ' . wp_json_encode( $settings ) . ';',
		'before'
	);
	add_shortcode( 'handbill', __NAMESPACE__ . '\\shortcode' );
	if ( server() ) {
		wp_register_script( 'handbill', server() . '/embed.js', array(), null, true );
		wp_register_script( 'handbill-frame', server() . '/frame.js', array(), null, true );
		wp_oembed_add_provider( server() . '/w/*', server() . '/oembed' );
	}
}

/** The widget server's address without a slash at its end, or '' while nobody has named it. */
function server() {
	return (string) ( get_option( OPTION, array() )['server'] ?? '' );
}

/** The id of the member whose site this is, or ''. */
function member() {
	return (string) ( get_option( OPTION, array() )['member'] ?? '' );
}

/** The site's own language, as HTML names it. */
function language() {
	return str_replace( '_', '-', get_locale() );
}

/** Whether a text contains another; PHP has it since 8.0. */
function has( $text, $part ) {
	return false !== strpos( $text, $part );
}

/** Brings what a page's widgets need, once for all of them, also for those that somebody pasted. */
function bring_scripts( $content ) {
	if ( has( $content, 'data-handbill=' ) ) {
		wp_enqueue_script( 'handbill' );
	}
	if ( server() && has( $content, '<iframe' ) && has( $content, server() . '/w/' ) ) {
		wp_enqueue_script( 'handbill-frame' );
	}
	return $content;
}

/** Lets our scripts keep nothing waiting, and tell nobody which page they are on. */
function async( $tag, $handle ) {
	return in_array( $handle, array( 'handbill', 'handbill-frame' ), true )
		? str_replace( ' src=', ' async referrerpolicy="no-referrer" src=', $tag )
		: $tag;
}
