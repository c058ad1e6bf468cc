package io.sightings.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dependencies point one way: between modules, and between the packages of each. */
class ModuleEdgesTest {
  private static final String ROOT = "io.sightings.";

  static Stream<String> modules() {
    return ProductClasses.MODULES.keySet().stream().sorted();
  }

  @Test
  void everyPackageBelongsToAListedModule() {
    Set<String> found = new TreeSet<>();
    for (JavaClass each : ProductClasses.ALL) {
      found.add(module(each));
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(ProductClasses.MODULES.keySet());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleDependsOnlyOnTheModulesListedForIt(String module) {
    classes()
        .that()
        .resideInAPackage(ROOT + module + "..")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "belong to " + module + " or " + ProductClasses.MODULES.get(module),
                each -> isAllowed(module, each)))
        .check(ProductClasses.ALL);
  }

  @Test
  void noPackageIsPartOfACycle() {
    slices().matching("io.sightings.(**)").should().beFreeOfCycles().check(ProductClasses.ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "ingest", "engine", "azure", "kafka", "cluster", "emulator"})
  void onlyTheJobAndItsToolsUseFlink(String module) {
    keepsAwayFrom(module, "org.apache.flink..");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "job"})
  void theContractAndTheJobUseNoNativeCode(String module) {
    keepsAwayFrom(module, "org.bytedeco..", "ai.onnxruntime..");
  }

  @ParameterizedTest
  @ValueSource(strings = {"engine", "azure", "scenes", "cameras", "emulator", "cluster"})
  void theEnginesUseNoKafka(String module) {
    keepsAwayFrom(module, "org.apache.kafka..", "io.sightings.contract.codec..");
  }

  @Test
  void theJobLogsWithWhatAClusterProvides() {
    // Flink distributions ship SLF4J 1.7, which lacks the fluent API of SLF4J 2.
    keepsAwayFrom("job", "org.slf4j.spi..", "org.slf4j.event..");
  }

  private static boolean isAllowed(String module, JavaClass target) {
    if (!target.getPackageName().startsWith(ROOT)) {
      return true;
    }
    String other = module(target);
    return other.equals(module) || ProductClasses.MODULES.get(module).contains(other);
  }

  private static String module(JavaClass each) {
    String rest = each.getPackageName().substring(ROOT.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static void keepsAwayFrom(String module, String... packages) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(ProductClasses.ALL);
  }
}
