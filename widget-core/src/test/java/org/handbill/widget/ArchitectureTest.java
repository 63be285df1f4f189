package org.handbill.widget;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.handbill.widget.type.BuiltInTypes;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house rules of widget-core: who may import whom, and what must never come in. */
class ArchitectureTest {

  private static final String ROOT = "org.handbill.widget";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void the_main_classes_are_looked_at_and_nothing_else() {
    List<String> names = CLASSES.stream().map(JavaClass::getFullName).toList();
    assertThat(names)
        .contains(Widgets.class.getName(), BuiltInTypes.class.getName())
        .doesNotContain(ArchitectureTest.class.getName())
        .allMatch(name -> name.startsWith(ROOT));
  }

  @Test
  void packages_make_no_cycle() {
    slices().matching("org.handbill.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_facade_is_imported_by_nobody_below_it() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(CLASSES);
  }

  @Test
  void model_imports_none_of_our_other_packages() {
    mayOnlyUse(ROOT + ".model..", ROOT + ".model..");
  }

  @Test
  void assets_know_the_model_alone() {
    mayOnlyUse(ROOT + ".assets..", ROOT + ".assets..", ROOT + ".model..");
  }

  @Test
  void sources_know_the_model_alone() {
    mayOnlyUse(ROOT + ".source..", ROOT + ".source..", ROOT + ".model..");
  }

  @Test
  void rendering_knows_the_model_and_the_assets() {
    mayOnlyUse(ROOT + ".render..", ROOT + ".render..", ROOT + ".model..", ROOT + ".assets..");
  }

  @Test
  void the_cache_knows_what_is_rendered_and_the_model() {
    mayOnlyUse(ROOT + ".cache..", ROOT + ".cache..", ROOT + ".render..", ROOT + ".model..");
  }

  @Test
  void the_list_of_types_knows_types_and_the_model() {
    mayOnlyUse(ROOT + ".type", ROOT + ".type..", ROOT + ".model..");
  }

  @Test
  void only_the_list_of_types_stands_beside_the_types() {
    assertThat(CLASSES.stream().filter(resideInAPackage(ROOT + ".type")).map(JavaClass::getName))
        .containsOnly(BuiltInTypes.class.getName(), ROOT + ".type.package-info");
  }

  @ParameterizedTest
  @ValueSource(strings = {"signup", "donate", "resources"})
  void a_widget_type_knows_the_model_and_no_other_type(String type) {
    String folder = ROOT + ".type." + type + "..";
    mayOnlyUse(folder, folder, ROOT + ".model..");
  }

  @Test
  void every_folder_of_a_type_is_held_to_that_rule() {
    List<String> folders =
        CLASSES.getPackage(ROOT + ".type").getSubpackages().stream()
            .map(JavaPackage::getRelativeName)
            .toList();
    assertThat(folders).containsExactlyInAnyOrder("signup", "donate", "resources");
  }

  @Test
  void no_server_and_no_database_comes_in() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.javalin..",
            "org.eclipse.jetty..",
            "jakarta.servlet..",
            "javax.servlet..",
            "java.sql..",
            "javax.sql..",
            "org.jdbi..",
            "org.sqlite..",
            "org.handbill.server..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.javalin.Javalin",
        "org.eclipse.jetty.server.Server",
        "jakarta.servlet.Servlet",
        "org.jdbi.v3.core.Jdbi",
        "org.sqlite.JDBC",
      })
  void no_server_and_no_database_is_on_the_class_path(String name) {
    assertThatCode(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void every_package_is_null_marked_and_says_what_it_is() {
    List<String> bare = new ArrayList<>();
    packages()
        .filter(
            found ->
                found.tryGetPackageInfo().isEmpty() || !found.isAnnotatedWith(NullMarked.class))
        .forEach(found -> bare.add(found.getName()));
    assertThat(bare).isEmpty();
  }

  private static Stream<JavaPackage> packages() {
    return CLASSES.stream().map(JavaClass::getPackage).distinct();
  }

  private static void mayOnlyUse(String who, String... whom) {
    String[] allowed = Arrays.copyOf(whom, whom.length);
    noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.handbill..").and(not(resideInAnyPackage(allowed))))
        .check(CLASSES);
  }
}
