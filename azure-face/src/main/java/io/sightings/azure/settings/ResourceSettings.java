package io.sightings.azure.settings;

import io.sightings.azure.client.FaceEndpoints;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One Face resource.
 *
 * @param endpoint such as {@code https://NAME.cognitiveservices.azure.com}
 * @param key from the environment, as in {@code ${AZURE_FACE_KEY}}; empty signs in with Entra ID
 * @param keyFile a file that holds the key, read by the process that asks: so the key is in no job
 *     graph; empty for none
 */
public record ResourceSettings(String endpoint, String key, String keyFile)
    implements Serializable {

  public ResourceSettings {
    endpoint = endpoint == null ? "" : endpoint.strip().replaceAll("/+$", "");
    key = key == null ? "" : key.strip();
    keyFile = keyFile == null ? "" : keyFile.strip();
    if (!endpoint.isEmpty()) {
      FaceEndpoints.check(endpoint);
    }
    requireUsable(key);
    // The text must not show it.
    SettingRules.that(
        key.isEmpty() || keyFile.isEmpty(), "key", "set, and keyFile too", "one of the two");
  }

  private static void requireUsable(String key) {
    // The text must not show it.
    SettingRules.that(
        key.matches("[\\x21-\\x7e]*"), "key", "no key", "visible characters without spaces");
  }

  public String host() {
    return FaceEndpoints.check(endpoint).getHost();
  }

  /**
   * The key, read from its file if it has one; empty where there is none.
   *
   * @throws IllegalStateException if the file cannot be read, or is empty
   */
  public String readKey() {
    if (keyFile.isEmpty()) {
      return key;
    }
    String read;
    try {
      read = Files.readString(Path.of(keyFile)).strip();
    } catch (IOException e) {
      throw new IllegalStateException(
          "azure.keyFile is "
              + keyFile
              + ", which cannot be read here ("
              + e.getClass().getSimpleName()
              + "): mount it where the job runs, readable by its user.",
          e);
    }
    if (read.isEmpty()) {
      throw new IllegalStateException("azure.keyFile is " + keyFile + ", which is empty.");
    }
    requireUsable(read);
    return read;
  }

  @Override
  public String toString() {
    return "ResourceSettings[endpoint=%s, key=%s, keyFile=%s]"
        .formatted(endpoint, key.isEmpty() ? "" : "***", keyFile);
  }
}
