package io.sightings.contract.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A settings file as text, and what can be wrong with it before any key is looked at. */
final class YamlFile {

  private YamlFile() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new SettingsException(
          file + ": there is no such file; looked for " + file.toAbsolutePath().normalize(), e);
    } catch (AccessDeniedException e) {
      throw new SettingsException(file + ": may not be read by this user", e);
    } catch (CharacterCodingException e) {
      throw new SettingsException(file + ": is not a UTF-8 text", e);
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The line and the problem; SnakeYAML knows the place better than the exception around it. */
  static String fault(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
      int line = yaml.getProblemMark().getLine() + 1;
      return "line " + line + " is not YAML: " + yaml.getProblem().replaceAll("\\s+", " ");
    }
    if (e instanceof MismatchedInputException) {
      return "line " + e.getLocation().getLineNr() + ": a second document, allowed is one";
    }
    String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
    return where + e.getOriginalMessage().lines().findFirst().orElse("is not YAML");
  }
}
