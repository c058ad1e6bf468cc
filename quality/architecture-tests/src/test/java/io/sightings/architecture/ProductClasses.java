package io.sightings.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;

/** The main classes of every module, and the packages each module owns. */
final class ProductClasses {
  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.sightings");

  /** A module's root package, and the root packages of the modules it may depend on. */
  static final Map<String, List<String>> MODULES =
      Map.ofEntries(
          Map.entry("contract", List.of()),
          Map.entry("engine", List.of("contract")),
          Map.entry("azure", List.of("contract", "engine")),
          Map.entry("ingest", List.of("contract")),
          Map.entry("job", List.of("contract", "engine", "azure")),
          Map.entry("restguard", List.of()),
          Map.entry("process", List.of()),
          Map.entry("kafka", List.of("process")),
          Map.entry("cluster", List.of("process")),
          Map.entry("scenes", List.of()),
          Map.entry("cameras", List.of("scenes")),
          Map.entry("emulator", List.of("contract", "engine")),
          Map.entry("fixtures", List.of("scenes")),
          Map.entry(
              "toolkit", List.of("contract", "ingest", "process", "kafka", "cluster", "scenes")),
          Map.entry(
              "cli",
              List.of(
                  "contract",
                  "engine",
                  "azure",
                  "ingest",
                  "job",
                  "process",
                  "kafka",
                  "cluster",
                  "scenes",
                  "emulator",
                  "toolkit")),
          Map.entry(
              "faults",
              List.of(
                  "contract",
                  "engine",
                  "azure",
                  "ingest",
                  "job",
                  "process",
                  "kafka",
                  "cluster",
                  "scenes",
                  "cameras",
                  "emulator",
                  "toolkit")),
          Map.entry(
              "benchmarks",
              List.of(
                  "contract",
                  "engine",
                  "azure",
                  "ingest",
                  "job",
                  "process",
                  "kafka",
                  "cluster",
                  "scenes",
                  "cameras",
                  "emulator",
                  "toolkit")));

  private ProductClasses() {}
}
