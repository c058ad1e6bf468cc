package io.sightings.engine.azure.settings;

import io.sightings.engine.azure.client.Endpoints;
import java.io.Serializable;

/**
 * One Face resource.
 *
 * @param endpoint such as {@code https://NAME.cognitiveservices.azure.com}
 * @param key from the environment, as in {@code ${AZURE_FACE_KEY}}; empty signs in with Entra ID
 */
public record ResourceSettings(String endpoint, String key) implements Serializable {

  public ResourceSettings {
    endpoint = endpoint == null ? "" : endpoint.strip().replaceAll("/+$", "");
    key = key == null ? "" : key.strip();
    if (!endpoint.isEmpty()) {
      Endpoints.check(endpoint);
    }
    // The text must not show it.
    Require.that(
        key.matches("[\\x21-\\x7e]*"), "key", "no key", "visible characters without spaces");
  }

  public String host() {
    return Endpoints.check(endpoint).getHost();
  }

  @Override
  public String toString() {
    return "ResourceSettings[endpoint=" + endpoint + ", key=" + (key.isEmpty() ? "" : "***") + "]";
  }
}
