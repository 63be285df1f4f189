package org.handbill.server.store;

/** What came of keeping a sign-up. */
public enum Saved {
  /** It is on the disk now. */
  STORED,
  /** This very submission was there already. */
  REPEATED,
  /** It was not kept: another submission had used up its proof of work. */
  PROOF_SPENT
}
