package org.handbill.server.hosts;

/** React in StrictMode, built with Vite. */
class ReactTest extends SinglePageHost {

  @Override
  String serve() {
    return built("react");
  }
}
