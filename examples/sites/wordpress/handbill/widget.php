<?php
/**
 * A widget's place on a page, as block and shortcode write it: a link that works without any script, and the space
 * to reserve. The script puts the widget there.
 */

namespace Handbill;

defined( 'ABSPATH' ) || exit;

/** What a widget may be asked for, besides its id. */
/** What the snippet builder prints, or any plain length. */
const HEIGHT = '/^(\d{1,4}(\.\d{1,3})?(px|em|rem|vh)|max\(\d{1,5}px(,\d{1,6}px - \d{1,4}(\.\d)?vw){1,2}\))$/';

const NAMES = array( 'lang', 'member', 'theme', 'group', 'currency' );

/** The shortcode [handbill widget="…"]the words of the link[/handbill]. */
function shortcode( $attributes, $content = '' ) {
	$attributes = shortcode_atts( array_fill_keys( array_merge( array( 'widget', 'height' ), NAMES ), '' ), $attributes, 'handbill' );
	return widget( $attributes + array( 'text' => $content ) );
}

/** A widget's place, or, for those who can edit the page, what is missing for it. */
function widget( $attributes ) {
	$asked = asked( $attributes );
	if ( ! $asked['widget'] || ! server() ) {
		return current_user_can( 'edit_posts' ) ? '<p>' . esc_html( lacking() ) . '</p>' : '';
	}
	$query   = array_filter( array_intersect_key( $asked, array_flip( NAMES ) ) );
	$address = add_query_arg( rawurlencode_deep( $query ), $asked['widget'] );
	$height  = preg_match( HEIGHT, $attributes['height'] ?? '' ) ? $attributes['height'] : '';
	$text    = trim( wp_strip_all_tags( $attributes['text'] ?? '' ) );
	wp_enqueue_script( 'handbill' );
	return sprintf(
		'<div data-handbill="%s"%s><a href="%s">%s</a></div>',
		esc_attr( $address ),
		$height ? ' style="' . esc_attr( "min-height:$height" ) . '"' : '',
		esc_url( server() . '/w/' . $address ),
		esc_html( '' === $text ? $asked['widget'] : $text )
	);
}

/**
 * What is asked for. A widget may be named by the address of its page, whose query then counts where nothing else
 * is said; the language is the site's own, and the member that of the settings, unless another is named.
 */
function asked( $attributes ) {
	$widget = trim( (string) ( $attributes['widget'] ?? '' ) );
	$query  = array();
	if ( preg_match( '~^https?://[^?#]*/w/([a-z0-9-]+)(?:\?([^#]*))?~', $widget, $parts ) ) {
		$widget = $parts[1];
		wp_parse_str( $parts[2] ?? '', $query );
	}
	$own   = array(
		'lang'   => language(),
		'member' => member(),
	);
	$asked = array( 'widget' => preg_match( ID, $widget ) ? $widget : '' );
	foreach ( NAMES as $name ) {
		$said           = array_filter( array( $attributes[ $name ] ?? '', $query[ $name ] ?? '', $own[ $name ] ?? '' ), 'is_string' );
		$asked[ $name ] = (string) current( array_filter( $said, 'strlen' ) );
	}
	return $asked;
}

/** What an editor reads where no widget can be shown. */
function lacking() {
	return server()
		? __( 'Handbill: name a widget by its id, such as stay-informed, or by the address of its page.', 'handbill' )
		: __( 'Handbill: name your widget server below Settings → Handbill.', 'handbill' );
}
