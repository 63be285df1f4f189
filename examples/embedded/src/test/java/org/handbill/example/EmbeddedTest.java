package org.handbill.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EmbeddedTest {

  @Test
  void every_widget_of_the_sample_network_is_printed_in_the_language_asked_for() throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Embedded.main("../network", "es");
    } finally {
      System.setOut(out);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("data-handbill=\"give?lang=es\"", "Mantente al tanto", "Conoce tus derechos");
  }

  @Test
  void no_server_and_no_database_is_on_the_class_path() {
    for (String name :
        new String[] {
          "io.javalin.Javalin",
          "org.eclipse.jetty.server.Server",
          "org.sqlite.JDBC",
          "org.jdbi.v3.core.Jdbi"
        }) {
      assertThat(EmbeddedTest.class.getClassLoader().getResource(name.replace('.', '/') + ".class"))
          .as(name)
          .isNull();
    }
  }
}
