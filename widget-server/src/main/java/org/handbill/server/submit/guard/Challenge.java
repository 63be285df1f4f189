package org.handbill.server.submit.guard;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A proof-of-work challenge in the format of ALTCHA, version 1: find the number whose digits behind
 * the salt give the hash.
 *
 * @param challenge the hash, in hexadecimal
 * @param maxnumber the highest number that it can be
 * @param salt random, with what the challenge is for as a query
 * @param signature ours, of the hash
 */
public record Challenge(String challenge, int maxnumber, String salt, String signature) {

  /** The only algorithm that is used. */
  static final String ALGORITHM = "SHA-256";

  /** The members as browsers get them. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("algorithm", ALGORITHM);
    members.put("challenge", challenge);
    members.put("maxnumber", maxnumber);
    members.put("salt", salt);
    members.put("signature", signature);
    return members;
  }
}
