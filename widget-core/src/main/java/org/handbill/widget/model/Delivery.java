package org.handbill.widget.model;

/**
 * Where confirmed sign-ups go besides the database, as an editor wrote it under {@code delivery}.
 * What it means is for the server's channels to say; the schema has held its keys.
 *
 * @param id names it in the queue, in logs and in commands: {@code webhook}, or the editor's own
 *     name; a member's begins with the member's id and a slash
 * @param kind the kind of channel: {@code webhook}, {@code mailchimp} …
 * @param settings the mapping under the kind
 */
public record Delivery(String id, String kind, Node settings) {}
