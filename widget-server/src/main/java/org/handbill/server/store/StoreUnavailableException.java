package org.handbill.server.store;

/** The database cannot be opened or written to right now; trying again later may work. */
public final class StoreUnavailableException extends Exception {

  private static final long serialVersionUID = 1;

  StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  StoreUnavailableException(String message) {
    super(message);
  }
}
