package io.sightings.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of the whole product: this module sees all others. */
class ArchitectureTest {
  private static final String CONTRACT = "io.sightings.contract..";
  private static final String ENGINE = "io.sightings.engine..";
  private static final String SCENES = "io.sightings.scenes..";
  private static final String BROKER = "io.sightings.kafka..";
  private static final String CLUSTER = "io.sightings.cluster..";
  private static final String GUARD = "io.sightings.restguard..";
  private static final String INGEST = "io.sightings.ingest..";
  private static final String JOB = "io.sightings.job..";
  private static final String FAKE = "io.sightings.faceservice..";
  private static final String CLI = "io.sightings.cli..";
  private static final String FLINK = "org.apache.flink..";
  private static final String KAFKA = "org.apache.kafka..";
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.sightings");

  private static final DescribedPredicate<JavaField> ARE_STATIC_IN_THE_SOURCE =
      DescribedPredicate.describe(
          "are static in the source",
          field ->
              field.getModifiers().contains(JavaModifier.STATIC)
                  && !field.getModifiers().contains(JavaModifier.SYNTHETIC));

  @Test
  void theContractKnowsNothingOfTheModulesThatShareIt() {
    keepsAwayFrom(CONTRACT, ENGINE, SCENES, BROKER, INGEST, JOB, CLI);
  }

  @Test
  void theContractNeedsNeitherFlinkNorNativeCode() {
    keepsAwayFrom(CONTRACT, FLINK, "org.bytedeco..", "ai.onnxruntime..");
  }

  @Test
  void theFaceEngineKnowsOnlyFaces() {
    keepsAwayFrom(
        ENGINE, "io.sightings.contract.codec..", FLINK, KAFKA, SCENES, BROKER, INGEST, JOB, CLI);
  }

  @Test
  void theIngestorKnowsNeitherFacesNorFlink() {
    keepsAwayFrom(INGEST, FLINK, ENGINE, SCENES, BROKER, JOB, CLI);
  }

  @Test
  void theJobKnowsNothingOfHowFramesAreMade() {
    keepsAwayFrom(JOB, INGEST, SCENES, BROKER, CLI);
  }

  @Test
  void theJobLogsWithWhatAClusterHas() {
    // Flink's own SLF4J is 1.7, without the fluent calls of 2.
    keepsAwayFrom(JOB, "org.slf4j.spi..", "org.slf4j.event..");
  }

  @Test
  void onlyTheCommandLineStartsTheStandInForAzure() {
    for (String product : new String[] {CONTRACT, ENGINE, SCENES, BROKER, INGEST, JOB}) {
      keepsAwayFrom(product, FAKE);
    }
    keepsAwayFrom(FAKE, SCENES, BROKER, INGEST, JOB, CLI, FLINK, KAFKA);
  }

  @Test
  void drawnScenesStandAlone() {
    keepsAwayFrom(SCENES, CONTRACT, ENGINE, BROKER, INGEST, JOB, CLI, FLINK, KAFKA);
  }

  @Test
  void noProductCodeNeedsTheCamerasOfTests() {
    keepsAwayFrom("io.sightings.lab..", CONTRACT, ENGINE, BROKER, INGEST, JOB, CLI, FLINK, KAFKA);
    for (String product : new String[] {CONTRACT, ENGINE, SCENES, BROKER, INGEST, JOB, CLI}) {
      keepsAwayFrom(product, "io.sightings.lab..");
    }
  }

  @Test
  void theLocalBrokerStandsAlone() {
    keepsAwayFrom(BROKER, CONTRACT, ENGINE, SCENES, INGEST, JOB, CLI, FLINK);
  }

  @Test
  void theLocalClusterStandsAlone() {
    // Flink runs in processes of its own, whose class path is nobody else's.
    keepsAwayFrom(CLUSTER, CONTRACT, ENGINE, SCENES, BROKER, INGEST, JOB, CLI, FLINK, KAFKA);
    for (String product : new String[] {CONTRACT, ENGINE, SCENES, BROKER, INGEST, JOB}) {
      keepsAwayFrom(product, CLUSTER);
    }
  }

  @Test
  void theGuardOfFlinksRestPortStandsAlone() {
    String[] modules = {CONTRACT, ENGINE, SCENES, BROKER, CLUSTER, INGEST, JOB, CLI};
    keepsAwayFrom(GUARD, modules);
    for (String module : modules) {
      keepsAwayFrom(module, GUARD);
    }
  }

  @Test
  void nothingDependsOnTheCommandLine() {
    holds(
        classes()
            .that()
            .resideInAPackage(CLI)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage(CLI));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contract",
        "engine",
        "scenes",
        "kafka",
        "cluster",
        "ingest",
        "job",
        "restguard",
        "faceservice",
        "cli"
      })
  void packagesOfAModuleFormNoCycle(String module) {
    // A module without packages of its own has no cycle either.
    slices()
        .matching("io.sightings." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(PRODUCT);
  }

  @Test
  void nothingStaticChanges() {
    holds(fields().that(ARE_STATIC_IN_THE_SOURCE).should().beFinal());
  }

  @Test
  void onlyTheCommandLineWaitsByTheClock() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .callMethod(Thread.class, "sleep", long.class));
  }

  @Test
  void onlyTheCommandLineAndTheBrokersOwnProcessPrint() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .and()
            .doNotHaveFullyQualifiedName("io.sightings.kafka.BrokerMain")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void timesAreInstants() {
    // A library may hand out a Date; nothing of ours makes one, keeps one or passes one on.
    holds(noClasses().should().callConstructor(Date.class));
    holds(noFields().should().haveRawType(Date.class));
    holds(noMethods().should().haveRawReturnType(Date.class));
  }

  private static void keepsAwayFrom(String from, String... packages) {
    holds(
        noClasses()
            .that()
            .resideInAPackage(from)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages));
  }

  private static void holds(ArchRule rule) {
    rule.check(PRODUCT);
  }
}
