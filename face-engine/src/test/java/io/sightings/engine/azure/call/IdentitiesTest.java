package io.sightings.engine.azure.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentitiesTest {

  @Test
  void whoHasNoKubernetesCanSignInOtherwise() {
    assertThat(Identities.chain()).isNotNull();
  }
}
