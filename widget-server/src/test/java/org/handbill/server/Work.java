package org.handbill.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proof of work as a visitor's browser does it. */
public final class Work {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Work() {}

  /** A new proof for a widget's form. */
  public static String proof(TestServer server, String widget) {
    return solved(TestServer.text(server.get("/w/" + widget + "/challenge")));
  }

  /** The same, as the end of a form's body. */
  public static String field(TestServer server, String widget) {
    return "&altcha=" + URLEncoder.encode(proof(server, widget), StandardCharsets.UTF_8);
  }

  /** What proves that a challenge was solved. */
  public static String solved(String challenge) {
    JsonNode json = JSON.readTree(challenge);
    String salt = json.path("salt").asString();
    String wanted = json.path("challenge").asString();
    for (int number = 0; number <= json.path("maxnumber").intValue(); number++) {
      if (sha256(salt + number).equals(wanted)) {
        return encoded(wanted, number, salt, json.path("signature").asString());
      }
    }
    throw new AssertionError("No number solves the challenge");
  }

  /** A proof that says these very things. */
  public static String encoded(String challenge, int number, String salt, String signature) {
    String json =
        JSON.writeValueAsString(
            Map.of(
                "algorithm", "SHA-256",
                "challenge", challenge,
                "number", number,
                "salt", salt,
                "signature", signature));
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /** What a proof says. */
  public static JsonNode decoded(String proof) {
    return JSON.readTree(Base64.getDecoder().decode(proof));
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
