package io.sightings.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameParserTest {

  @ParameterizedTest
  @CsvSource({
    "anna.jpg, anna",
    "anna_2.jpg, anna",
    "anna-2.jpg, anna",
    "Anna_Smith.jpg, Anna Smith",
    "Anna_Smith_12.JPEG, Anna Smith",
    "Family1-Dad1.jpg, Family1-Dad",
    "Family1-Dad2.jpg, Family1-Dad",
    "007.png, 007",
    "no-extension, no-extension"
  })
  void aFileIsNamedAfterThePersonAndTheNumberOfThePhoto(String file, String name) {
    assertThat(PersonNameParser.fromFile(file)).isEqualTo(name);
  }

  @Test
  void aFolderKeepsItsDigits() {
    assertThat(PersonNameParser.fromFolder("Room_101")).isEqualTo("Room 101");
  }

  @ParameterizedTest
  @CsvSource({"Anna Smith, anna-smith", "José Núñez, jose-nunez", "--A  b--, a-b", "Z, z"})
  void anIdIsPlainLowerCaseAscii(String name, String id) {
    assertThat(PersonNameParser.id(name)).isEqualTo(id);
  }

  @Test
  void namesInOtherScriptsHaveIdsThatDiffer() {
    assertThat(PersonNameParser.id("李雷"))
        .startsWith("person-")
        .isNotEqualTo(PersonNameParser.id("韩梅"));
  }
}
