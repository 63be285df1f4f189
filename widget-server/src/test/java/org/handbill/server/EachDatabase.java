package org.handbill.server;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.server.store.Database;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test once on SQLite and once on PostgreSQL; it gets a {@link Kind} as parameter. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EachDatabase.Kinds.class)
public @interface EachDatabase {

  /** An empty database of one kind, that may be opened several times. */
  record Kind(String name, Path folder, Optional<URI> url) {

    /** Opens it; the caller closes it. */
    public Database open(Clock clock) {
      return Database.of(folder, url, clock);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Gives a test each kind of database. */
  final class Kinds implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
        ExtensionContext context) {
      return Stream.of("SQLite", "PostgreSQL").map(OneKind::new);
    }
  }

  /** One run of a test. */
  record OneKind(String name) implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocation) {
      return "on " + name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(
          new ParameterResolver() {
            @Override
            public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
              return parameter.getParameter().getType() == Kind.class;
            }

            @Override
            public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
              return kind(test);
            }
          });
    }

    private Kind kind(ExtensionContext test) {
      try {
        Path folder = Files.createTempDirectory("handbill-test");
        boolean postgres = name.equals("PostgreSQL");
        Optional<URI> url = postgres ? Optional.of(Postgres.of(test).database()) : Optional.empty();
        return new Kind(name, folder, url);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
