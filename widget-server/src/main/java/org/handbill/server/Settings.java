package org.handbill.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the server runs. {@link Main} fills it from options and the environment.
 *
 * @param network the network folder; empty for the sample that the jar carries
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any free one
 * @param data where sign-ups are kept
 * @param publicUrl where visitors reach the server; empty for the listening address itself
 */
public record Settings(
    Optional<Path> network, String host, int port, Path data, Optional<URI> publicUrl) {}
