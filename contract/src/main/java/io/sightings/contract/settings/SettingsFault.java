package io.sightings.contract.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with the settings, in one sentence a person can act on.
 *
 * @param path the key at fault; of the section where the fault is in no single key
 * @param text the sentence, which names the path
 */
record SettingsFault(String path, String text) {
  private static final int LONGEST_SHOWN = 80;

  static SettingsFault of(JsonProcessingException cause, SettingsTree tree) {
    String path = cause instanceof JsonMappingException e ? path(e) : "";
    if (cause instanceof UnrecognizedPropertyException e) {
      return new SettingsFault(path, unknownKey(path, e, tree));
    }
    if (cause instanceof ValueInstantiationException e && e.getCause() != null) {
      return refused(path, e);
    }
    if (cause.getCause() instanceof InputCoercionException e) {
      return wrongValue(path, e.getTargetType(), tree);
    }
    if (cause instanceof MismatchedInputException e) {
      return wrongValue(path, e.getTargetType(), tree);
    }
    return new SettingsFault(
        path, (path.isEmpty() ? "" : path + ": ") + cause.getOriginalMessage());
  }

  private static String unknownKey(
      String path, UnrecognizedPropertyException e, SettingsTree tree) {
    List<String> here = e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
    String section = path.substring(0, path.length() - e.getPropertyName().length());
    String meant =
        KeySuggestion.of(e.getPropertyName(), here, tree.knownKeys())
            .map(key -> here.contains(key) ? section + key : key)
            .map(key -> " (did you mean " + key + "?)")
            .orElse("");
    return "unknown key " + path + meant + ", allowed here: " + String.join(", ", here);
  }

  /** A record's own constructor refused; by {@link SettingChecks} its text starts with the key. */
  private static SettingsFault refused(String section, ValueInstantiationException e) {
    String message = String.valueOf(e.getCause().getMessage());
    String key = message.substring(0, Math.max(message.indexOf(' '), 0));
    RecordComponent[] keys = e.getType().getRawClass().getRecordComponents();
    boolean startsWithKey =
        keys != null
            && Arrays.stream(keys).anyMatch(known -> known.getName().equals(key.split("\\.")[0]));
    if (!startsWithKey) {
      return new SettingsFault(section, section.isEmpty() ? message : section + ": " + message);
    }
    String prefix = section.isEmpty() ? "" : section + ".";
    return new SettingsFault(prefix + key, prefix + message);
  }

  private static SettingsFault wrongValue(String path, Class<?> type, SettingsTree tree) {
    JsonNode found = tree.at(path);
    boolean missing = found.isMissingNode() || found.isNull();
    String is = missing ? "missing" : SecretKeys.shown(path, shortened(found.toString()));
    return new SettingsFault(
        path, path + " is " + is + ", allowed is " + AllowedValues.text(type, found, tree));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
