package org.handbill.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What must never be, in the server's half of the house. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.handbill.server");

  @Test
  void packages_form_no_cycle() {
    slices().matching("org.handbill.server.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void sql_stays_in_the_store() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..server.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..")
        .check(CLASSES);
  }

  @Test
  void handlers_send_bytes_that_are_ready() {
    noClasses()
        .that()
        .resideInAPackage("..server.serve..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("gg.jte..", "org.jsoup..", "..server.store..", "..server.submit..")
        .check(CLASSES);
  }

  @Test
  void serving_and_delivering_do_not_know_each_other() {
    noClasses()
        .that()
        .resideInAPackage("..server.serve..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..server.deliver..")
        .allowEmptyShould(true)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("..server.deliver..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..server.serve..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void only_the_wiring_knows_the_wiring() {
    noClasses()
        .that()
        .resideInAPackage("org.handbill.server.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.handbill.server")
        .check(CLASSES);
  }
}
