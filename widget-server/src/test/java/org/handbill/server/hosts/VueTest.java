package org.handbill.server.hosts;

/** Vue, built with Vite. */
class VueTest extends SinglePageHost {

  @Override
  String serve() {
    return built("vue");
  }
}
