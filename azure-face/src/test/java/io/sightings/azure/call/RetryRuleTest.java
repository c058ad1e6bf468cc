package io.sightings.azure.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.RetryRule.Health;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceOperation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRuleTest {

  /**
   * Whether to ask again what may be done twice, what may not, and what to think of the resource.
   */
  @ParameterizedTest
  @CsvSource({
    "UNREACHABLE,    true,  true,  FAILING",
    "LOST,           true,  false, FAILING",
    "UNREADABLE,     true,  false, FAILING",
    "UNAVAILABLE,    true,  false, FAILING",
    "THROTTLED,      true,  true,  WELL",
    "BUSY,           true,  true,  WELL",
    "WRONG_ENDPOINT, false, false, CLOSED",
    "WRONG_KEY,      false, false, CLOSED",
    "WRONG_TOKEN,    false, false, CLOSED",
    "OUT_OF_QUOTA,   false, false, CLOSED",
    "FORBIDDEN,      false, false, CLOSED",
    "NOT_APPROVED,   false, false, WELL",
    "NO_GROUP,       false, false, WELL",
    "GROUP_EXISTS,   false, false, WELL",
    "NOT_TRAINED,    false, false, WELL",
    "OTHER_MODEL,    false, false, WELL",
    "NO_PERSON,      false, false, WELL",
    "NO_FACE_ID,     false, false, WELL",
    "NO_FACE_FOUND,  false, false, WELL",
    "SEVERAL_FACES,  false, false, WELL",
    "TOO_MANY_FACES, false, false, WELL",
    "BAD_IMAGE,      false, false, WELL",
    "IMAGE_SIZE,     false, false, WELL",
    "REFUSED,        false, false, WELL",
    "UNEXPECTED,     false, false, WELL",
  })
  void eachFaultHasItsTreatment(
      FaceErrorKind fault, boolean detect, boolean createPerson, Health health) {
    assertThat(RetryRule.again(fault, FaceOperation.DETECT)).isEqualTo(detect);
    assertThat(RetryRule.again(fault, FaceOperation.CREATE_PERSON)).isEqualTo(createPerson);
    assertThat(RetryRule.again(fault, FaceOperation.ADD_FACE)).isEqualTo(createPerson);
    assertThat(RetryRule.health(fault)).isEqualTo(health);
  }
}
