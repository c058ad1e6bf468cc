package io.sightings.azure.client;

import com.azure.core.credential.KeyCredential;

/** Takes the key out of texts made by others, who might have put it in. */
final class KeyRedaction {
  private final KeyCredential credential;

  /**
   * @param credential null where there is no key
   */
  KeyRedaction(KeyCredential credential) {
    this.credential = credential;
  }

  String of(String text) {
    return credential == null ? text : text.replace(credential.getKey(), "***");
  }
}
