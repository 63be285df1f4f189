package org.handbill.widget.type.donate;

/**
 * A parameter of a web address.
 *
 * @param name without percent-encoding
 * @param value without percent-encoding; empty where there is none
 */
public record Parameter(String name, String value) {}
