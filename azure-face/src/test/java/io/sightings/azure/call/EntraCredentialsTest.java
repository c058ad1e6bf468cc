package io.sightings.azure.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntraCredentialsTest {

  @Test
  void whoHasNoKubernetesCanSignInOtherwise() {
    assertThat(EntraCredentials.chain()).isNotNull();
  }
}
