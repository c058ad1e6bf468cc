package io.sightings.engine.calibrate;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The tables of false match rates that this product knows. */
public final class FalseMatchTables {
  private static final List<FalseMatchTable> TABLES = read();

  private FalseMatchTables() {}

  /**
   * @param model an embedder's name in the catalogue
   * @return empty where the embedder was not measured
   */
  public static Optional<FalseMatchTable> of(String model) {
    return TABLES.stream().filter(table -> table.model().equals(model)).findFirst();
  }

  /** The embedders that were measured. */
  public static List<String> models() {
    return TABLES.stream().map(FalseMatchTable::model).toList();
  }

  private static List<FalseMatchTable> read() {
    try (InputStream in = FalseMatchTables.class.getResourceAsStream("false-match-rates.yaml")) {
      return List.of(new YAMLMapper().readValue(in, FalseMatchTable[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("The built-in false match rates cannot be read.", e);
    }
  }
}
