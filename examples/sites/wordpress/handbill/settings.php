<?php
/** The page Settings → Handbill: which server, and which member. */

namespace Handbill;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', __NAMESPACE__ . '\\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\\add_page' );
add_filter( 'plugin_action_links_' . plugin_basename( __DIR__ . '/handbill.php' ), __NAMESPACE__ . '\\add_link' );

/** Two lines, and what is kept of them. */
function register_settings() {
	register_setting( OPTION, OPTION, array( 'sanitize_callback' => __NAMESPACE__ . '\\clean' ) );
	add_settings_section( 'handbill', '', '__return_null', OPTION );
	add_field( 'server', __( 'Widget server', 'handbill' ), 'url', 'https://widgets.example.org', __( 'The address at which your network offers its widgets.', 'handbill' ) );
	add_field( 'member', __( 'Your organization', 'handbill' ), 'text', 'lakeside-alliance', __( 'The id that the network has given you. It may stay empty.', 'handbill' ) );
}

/** One line of the page. */
function add_field( $name, $label, $type, $example, $help ) {
	add_settings_field(
		"handbill-$name",
		$label,
		function () use ( $name, $type, $example, $help ) {
			printf(
				'<input type="%1$s" class="regular-text" id="handbill-%2$s" name="%3$s[%2$s]" value="%4$s" placeholder="%5$s" aria-describedby="handbill-%2$s-help"><p class="description" id="handbill-%2$s-help">%6$s</p>',
				esc_attr( $type ),
				esc_attr( $name ),
				esc_attr( OPTION ),
				esc_attr( get_option( OPTION, array() )[ $name ] ?? '' ),
				esc_attr( $example ),
				esc_html( $help )
			);
		},
		OPTION,
		'handbill',
		array( 'label_for' => "handbill-$name" )
	);
}

/** Keeps what can be used; of the rest it says what is wrong, and leaves what was there. */
function clean( $typed ) {
	$typed  = is_array( $typed ) ? $typed : array();
	$server = untrailingslashit( esc_url_raw( trim( $typed['server'] ?? '' ), array( 'https', 'http' ) ) );
	$member = trim( $typed['member'] ?? '' );
	if ( ! empty( $typed['server'] ) && ! wp_parse_url( $server, PHP_URL_HOST ) ) {
		$server = server();
		add_settings_error( OPTION, 'server', __( 'That is no web address. It begins with https://', 'handbill' ) );
	}
	if ( $member && ! preg_match( ID, $member ) ) {
		$member = member();
		add_settings_error( OPTION, 'member', __( 'An id has small letters, digits and hyphens only.', 'handbill' ) );
	}
	return array(
		'server' => $server,
		'member' => $member,
	);
}

/** Puts the page into the menu. */
function add_page() {
	add_options_page( 'Handbill', 'Handbill', 'manage_options', OPTION, __NAMESPACE__ . '\\show_page' );
}

/** Writes the page. */
function show_page() {
	echo '<div class="wrap"><h1>Handbill</h1><form method="post" action="options.php">';
	settings_fields( OPTION );
	do_settings_sections( OPTION );
	submit_button();
	echo '</form></div>';
}

/** Leads from the list of plugins to the page. */
function add_link( $links ) {
	$page = admin_url( 'options-general.php?page=' . OPTION );
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $page ), esc_html__( 'Settings', 'handbill' ) ) );
	return $links;
}
