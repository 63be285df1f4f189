package org.handbill.widget.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a visitor agrees to, and who receives the data then. Immutable.
 *
 * @param text the wording beside the box
 * @param network the network's name; it always receives the data
 * @param members those that receive the data of their own pages besides
 */
public record Consent(Localized<RichText> text, String network, List<Member> members) {

  private static final int VERSION_BYTES = 12;

  public Consent {
    members = List.copyOf(members);
  }

  /**
   * The wording that is shown in that language on a member's page.
   *
   * @param member the member whose page it is; empty for the network's own
   */
  public Wording wording(Language language, Optional<Member> member) {
    RichText shown = text.in(language);
    List<String> controllers = controllers(member);
    return new Wording(version(shown, controllers), text.languageFor(language), shown, controllers);
  }

  /** Every wording that this consent can be given by. */
  public List<Wording> wordings() {
    return Stream.concat(Stream.of(Optional.<Member>empty()), members.stream().map(Optional::of))
        .flatMap(
            member -> text.texts().keySet().stream().map(language -> wording(language, member)))
        .toList();
  }

  private List<String> controllers(Optional<Member> member) {
    List<String> names = new ArrayList<>(List.of(network));
    member
        .flatMap(page -> members.stream().filter(one -> one.id().equals(page.id())).findFirst())
        .ifPresent(controller -> names.add(controller.name()));
    return names;
  }

  private static String version(RichText shown, List<String> controllers) {
    String all = shown.html() + "\0" + String.join("\0", controllers); // no text holds a NUL
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }

  /**
   * One wording, for the record.
   *
   * @param version a hash of words and controllers: another of either makes another version
   * @param language what it is written in
   * @param text the very words
   * @param controllers the names of those that receive the data, the network's first
   */
  public record Wording(
      String version, Language language, RichText text, List<String> controllers) {

    public Wording {
      controllers = List.copyOf(controllers);
    }
  }
}
