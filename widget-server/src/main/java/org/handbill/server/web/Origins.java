package org.handbill.server.web;

import java.net.URI;
import java.util.Locale;
import org.handbill.widget.model.Network;
import org.jspecify.annotations.Nullable;

/**
 * Whose pages may send submissions. The {@code Origin} field is courtesy: a browser tells the truth
 * in it, anybody else can write what they like.
 */
public final class Origins {

  private final String own;

  /**
   * @param publicUrl where this server is reached
   */
  public Origins(URI publicUrl) {
    this.own =
        (publicUrl.getScheme() + "://" + publicUrl.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  /**
   * True where a submission is taken: without the field, from our own pages, from sandboxes and
   * strict referrer policies (which send {@code null}), and from whoever the network lets embed.
   */
  public boolean allows(@Nullable String origin, Network network) {
    if (origin == null || origin.equals("null") || origin.equals(own)) {
      return true;
    }
    return switch (network.embedding()) {
      case ANYONE -> true;
      case MEMBERS ->
          network.members().stream().anyMatch(member -> member.origins().contains(origin));
    };
  }
}
