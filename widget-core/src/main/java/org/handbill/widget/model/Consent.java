package org.handbill.widget.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a visitor agrees to.
 *
 * @param text the wording beside the box
 * @param controllers who receives the data, by name
 */
public record Consent(Localized<RichText> text, List<String> controllers) {

  private static final int VERSION_BYTES = 12;

  public Consent {
    controllers = List.copyOf(controllers);
  }

  /** The wording that is shown in that language. */
  public Wording wording(Language language) {
    RichText shown = text.in(language);
    return new Wording(version(shown), text.languageFor(language), shown);
  }

  /** Every wording that this consent can be given by. */
  public List<Wording> wordings() {
    return text.texts().keySet().stream().map(this::wording).toList();
  }

  private static String version(RichText shown) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(shown.html().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }

  /**
   * One wording, for the record.
   *
   * @param version a hash of the wording: another word makes another version
   * @param language what it is written in
   * @param text the very words
   */
  public record Wording(String version, Language language, RichText text) {}
}
